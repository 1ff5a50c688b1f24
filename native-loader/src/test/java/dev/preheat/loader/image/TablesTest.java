package dev.preheat.loader.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.format.image.layout.Table;
import dev.preheat.format.image.model.ClassKind;
import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ContainerKind;
import dev.preheat.format.image.model.ExternalKind;
import dev.preheat.format.image.model.FactKind;
import dev.preheat.format.image.model.FactPhase;
import dev.preheat.format.image.model.ObjectKind;
import dev.preheat.format.image.model.RecordKind;
import dev.preheat.format.image.model.RelocationKind;
import java.lang.reflect.Field;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The loader's constants are those of the format. */
class TablesTest {

  @ParameterizedTest
  @EnumSource
  void tablesHaveTheOrderOfTheFormat(Table table) throws ReflectiveOperationException {
    assertEquals(table.ordinal(), constant("", table));
  }

  @Test
  void entriesHaveTheSizeOfTheFormat() {
    int[] expected = Arrays.stream(Table.values()).mapToInt(Table::entryBytes).toArray();

    assertArrayEquals(expected, Tables.entryBytes());
    assertEquals(Table.values().length, Tables.COUNT);
  }

  @ParameterizedTest
  @EnumSource
  void roles(ClassRole role) throws ReflectiveOperationException {
    assertEquals(role.ordinal(), constant("ROLE_", role));
    assertEquals(ClassRole.values().length, Tables.ROLES);
  }

  @ParameterizedTest
  @EnumSource
  void kindsOfClasses(ClassKind kind) throws ReflectiveOperationException {
    assertEquals(kind.ordinal(), constant("CLASS_", kind));
  }

  @ParameterizedTest
  @EnumSource
  void kindsOfContainers(ContainerKind kind) throws ReflectiveOperationException {
    assertEquals(kind.ordinal(), constant("CONTAINER_", kind));
    assertEquals(ContainerKind.values().length, Tables.CONTAINER_KINDS);
  }

  @ParameterizedTest
  @EnumSource
  void kindsOfObjects(ObjectKind kind) throws ReflectiveOperationException {
    assertEquals(kind.ordinal(), constant("OBJECT_", kind));
  }

  @ParameterizedTest
  @EnumSource
  void kindsOfExternals(ExternalKind kind) throws ReflectiveOperationException {
    assertEquals(kind.ordinal(), constant("EXTERNAL_", kind));
  }

  @ParameterizedTest
  @EnumSource
  void kindsOfFacts(FactKind kind) throws ReflectiveOperationException {
    assertEquals(kind.ordinal(), constant("FACT_", kind));
    assertEquals(FactKind.values().length, Tables.FACT_KINDS);
  }

  @ParameterizedTest
  @EnumSource
  void phasesOfFacts(FactPhase phase) throws ReflectiveOperationException {
    assertEquals(phase.ordinal(), constant("PHASE_", phase));
  }

  @ParameterizedTest
  @EnumSource
  void kindsOfRecords(RecordKind kind) throws ReflectiveOperationException {
    assertEquals(kind.ordinal(), constant("RECORD_", kind));
    assertEquals(RecordKind.values().length, Tables.RECORD_KINDS);
  }

  @ParameterizedTest
  @EnumSource
  void kindsOfRelocations(RelocationKind kind) throws ReflectiveOperationException {
    assertEquals(kind.ordinal(), constant("RELOCATE_", kind));
  }

  private static int constant(String prefix, Enum<?> name) throws ReflectiveOperationException {
    Field field = Tables.class.getDeclaredField(prefix + name.name());
    return field.getInt(null);
  }
}
