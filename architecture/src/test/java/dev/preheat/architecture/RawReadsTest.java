// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The loader reads the VM's memory only once it knows where things lie there: whoever reads is made
 * with what {@code VmIdentity} alone gives out, after it has compared all that can be compared
 * without reading.
 */
class RawReadsTest {
  private static final String UNSAFE = "jdk.internal.misc.Unsafe";
  private static final String IDENTITY = "VmIdentity";

  /** What says where things lie; the last one holds the others. */
  private static final Set<String> LAYOUT = Set.of("VmLayout", "Libjvm", "InstallContext");

  /**
   * Those that do without: they read and write what they have allocated, a field whose offset they
   * have asked for, or, the last two, what {@link #LAYOUT}'s owners ask them for.
   */
  private static final Set<String> OTHERS =
      Set.of(
          "ImageInput",
          "LoadedImage",
          "RecordMemory",
          "Relocator",
          "LoaderFinder",
          "Countdowns",
          "DefinedClasses",
          "NativeMemory");

  private final JavaClasses loader = Codebase.NATIVE_LOADER.classes();

  @Test
  void onlyTheIdentitySaysWhereThingsLie() {
    assertEquals(Set.of(IDENTITY), callers("VmLayout", "<init>"));
    assertEquals(Set.of(IDENTITY), callers("Libjvm", "find"));
    assertEquals(Set.of("Libjvm"), callers("Libjvm", "<init>"));
    assertEquals(Set.of("ImageLoader"), callers("InstallContext", "<init>"));
  }

  @Test
  void whoReadsMemoryKnowsWhereThingsLie() {
    Set<String> ignorant = new TreeSet<>();
    for (JavaClass type : loader) {
      if (readsMemory(type) && !knowsTheLayout(type)) {
        ignorant.add(type.getSimpleName());
      }
    }

    assertEquals(new TreeSet<>(OTHERS), ignorant);
  }

  @Test
  void whoReadsForOthersIsAskedByThoseThatKnow() {
    Set<String> owners = callers("NativeMemory", "<init>");

    assertEquals(
        Set.of(),
        owners.stream().filter(owner -> !knowsTheLayout(type(owner))).collect(Collectors.toSet()));
    assertEquals(Set.of("ClassIdentity", "NamedArchive"), owners);
  }

  private JavaClass type(String name) {
    return loader.stream()
        .filter(type -> type.getSimpleName().equals(name))
        .findAny()
        .orElseThrow();
  }

  private Set<String> callers(String type, String method) {
    JavaClass target = type(type);
    Stream<JavaCodeUnit> units =
        target.getCodeUnits().stream().filter(unit -> unit.getName().equals(method));
    return units
        .flatMap(unit -> unit.getAccessesToSelf().stream())
        .map(access -> access.getOriginOwner().getSimpleName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** An address of memory, or an object and an offset. */
  private static boolean readsMemory(JavaClass type) {
    return type.getMethodCallsFromSelf().stream().anyMatch(RawReadsTest::readsMemory);
  }

  private static boolean readsMemory(JavaMethodCall call) {
    String name = call.getTarget().getName();
    return call.getTargetOwner().getName().equals(UNSAFE)
        && !name.equals("getUnsafe")
        && (name.startsWith("get") || name.startsWith("put") || name.startsWith("copy"));
  }

  private static boolean knowsTheLayout(JavaClass type) {
    return type.getSimpleName().equals("Libjvm")
        || type.getConstructors().stream().allMatch(RawReadsTest::takesTheLayout);
  }

  private static boolean takesTheLayout(JavaConstructor constructor) {
    return constructor.getRawParameterTypes().stream()
        .anyMatch(parameter -> LAYOUT.contains(parameter.getSimpleName()));
  }
}
