package dev.preheat.loader.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.hotspot.VmField;
import dev.preheat.loader.image.TestImage;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VmLayoutTest {

  @Test
  void fieldsHaveTheOrderOfTheFormat(@TempDir Path directory)
      throws IOException, ReflectiveOperationException {
    VmLayout layout = new VmLayout(new TestImage().load(directory.resolve("a.so")));

    List<String> names = new ArrayList<>();
    for (Field field : VmLayout.class.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isPrivate(field.getModifiers())) {
        // TestImage gives each field twice its ordinal.
        assertEquals(2 * names.size(), field.getInt(layout), field.getName());
        names.add(plain(field.getName()));
      }
    }
    assertEquals(
        Arrays.stream(VmField.values()).map(VmField::name).map(VmLayoutTest::plain).toList(),
        names);
    assertEquals(VmField.values().length, VmLayout.COUNT);
  }

  /** Both say the same in other words; the longer ones of the format are shortened here. */
  private static String plain(String name) {
    return name.replace("_", "")
        .toLowerCase(Locale.ROOT)
        .replace("constantpoolcacheresolved", "cacheresolved");
  }
}
