package dev.preheat.agent.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.agent.vm.VmMethod;
import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.Invocations;
import dev.preheat.format.trace.LoaderRole;
import dev.preheat.format.trace.MethodId;
import dev.preheat.format.trace.SymbolicReference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgramMethodsTest {
  @Test
  void whatTheProgramRanIsIn() {
    assertEquals(List.of("A.main"), program(method(Origin.PROGRAM, "A.main")));
  }

  @Test
  void whatOnlyTheAgentRanIsOut() {
    assertEquals(
        List.of("A.main"),
        program(method(Origin.PROGRAM, "A.main", "B.f"), method(Origin.AGENT, "B.f")));
  }

  @Test
  void whatBothMayHaveRunIsInIfTheProgramNamesIt() {
    assertEquals(
        List.of("A.main", "B.f", "B.g"),
        program(
            method(Origin.UNKNOWN, "B.h"),
            method(Origin.UNKNOWN, "B.g"),
            method(Origin.UNKNOWN, "B.f", "B.g"),
            method(Origin.PROGRAM, "A.main", "B.f")));
  }

  @Test
  void whatOverridesANamedMethodIsNamed() {
    assertEquals(
        List.of("A.main", "C.f", "D.f"),
        program(
            method(Origin.PROGRAM, "A.main", "B.f"),
            method(Origin.UNKNOWN, "C.f"),
            method(Origin.UNKNOWN, "D.f")));
  }

  @Test
  void lambdasAndInitialisersGoWithTheirClass() {
    assertEquals(
        List.of("A.<clinit>", "A.lambda$main$0", "A.main", "B.<clinit>", "B.f"),
        program(
            method(Origin.UNKNOWN, "A.lambda$main$0", "B.f"),
            method(Origin.UNKNOWN, "A.<clinit>"),
            method(Origin.UNKNOWN, "B.<clinit>"),
            method(Origin.PROGRAM, "A.main"),
            method(Origin.UNKNOWN, "B.f")));
  }

  @Test
  void theInitialiserOfAClassThatIsNotUsedIsOut() {
    assertEquals(
        List.of("A.main"),
        program(method(Origin.PROGRAM, "A.main"), method(Origin.UNKNOWN, "B.<clinit>")));
  }

  private static List<String> program(Candidate... candidates) {
    List<String> names = new ArrayList<>();
    for (Candidate found : ProgramMethods.of(List.of(candidates))) {
      names.add(found.id().holder().name() + "." + found.id().name());
    }
    return names.stream().sorted().toList();
  }

  private static Candidate method(Origin origin, String name, String... references) {
    return new Candidate(
        new MethodId(new ClassId(LoaderRole.BOOT, holder(name)), member(name), "()V"),
        new VmMethod(0, new Invocations(1, 0, 0), new byte[0]),
        origin,
        null,
        null,
        Stream.of(references)
            .<SymbolicReference>map(
                each -> new SymbolicReference.MethodReference(holder(each), member(each), "()V"))
            .toList(),
        false);
  }

  private static String holder(String name) {
    return name.substring(0, name.indexOf('.'));
  }

  private static String member(String name) {
    return name.substring(name.indexOf('.') + 1);
  }
}
