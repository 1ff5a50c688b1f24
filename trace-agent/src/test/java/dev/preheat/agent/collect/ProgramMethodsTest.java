// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
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
  private final List<Candidate> methods = new ArrayList<>();
  private final List<String> calledByAgent = new ArrayList<>();
  private final List<String> calledByHidden = new ArrayList<>();

  @Test
  void whatTheProgramRanIsIn() {
    add(Origin.PROGRAM, "A.main");

    assertEquals(List.of("A.main"), program());
  }

  @Test
  void whatOnlyTheAgentRanIsOutWhoeverNamesIt() {
    add(Origin.PROGRAM, "A.main", "B.f");
    add(Origin.AGENT, "B.f");

    assertEquals(List.of("A.main"), program());
  }

  @Test
  void whatTheAgentCallsIsInIfTheProgramCallsItToo() {
    add(Origin.PROGRAM, "A.main", "B.f");
    add(Origin.UNKNOWN, "B.f", "B.g");
    add(Origin.UNKNOWN, "B.g");
    add(Origin.UNKNOWN, "B.h");
    calledByAgent.addAll(List.of("f()V", "h()V"));

    assertEquals(List.of("A.main", "B.f", "B.g"), program());
  }

  @Test
  void theAgentCallsThroughMethodsThatTheProgramNeverRan() {
    add(Origin.AGENT, "B.f", "B.g");
    add(Origin.UNKNOWN, "B.g", "B.h");
    add(Origin.UNKNOWN, "B.h");
    calledByAgent.add("f()V");

    assertEquals(List.of(), program());
  }

  @Test
  void whatNobodyCallsIsCalledByTheVmForTheProgram() {
    add(Origin.UNKNOWN, "V.link", "V.make");
    add(Origin.UNKNOWN, "V.make");
    calledByAgent.add("make()V");

    assertEquals(List.of("V.link", "V.make"), program());
  }

  @Test
  void hiddenClassesCallForTheProgram() {
    add(Origin.UNKNOWN, "B.f");
    calledByAgent.add("f()V");
    assertEquals(List.of(), program());

    calledByHidden.add("f()V");
    assertEquals(List.of("B.f"), program());
  }

  @Test
  void whatAHandleStandsForIsCalled() {
    add(Origin.UNKNOWN, "B.f");
    calledByAgent.add("f()V");
    methods.add(
        new Candidate(
            id("A.main"),
            new VmMethod(0, new Invocations(1, 0, 0), new byte[0]),
            Origin.PROGRAM,
            null,
            null,
            List.of(),
            List.of(new SymbolicReference.MethodReference("B", "f", "()V")),
            false));

    assertEquals(List.of("A.main", "B.f"), program());
  }

  @Test
  void aCallLeadsToWhatOverrides() {
    add(Origin.PROGRAM, "A.main", "B.f");
    add(Origin.UNKNOWN, "C.f");
    add(Origin.UNKNOWN, "D.f");
    calledByAgent.add("f()V");

    assertEquals(List.of("A.main", "C.f", "D.f"), program());
  }

  @Test
  void lambdasAndInitialisersGoWithTheirClass() {
    add(Origin.UNKNOWN, "A.lambda$main$0", "B.f");
    add(Origin.UNKNOWN, "A.<clinit>");
    add(Origin.UNKNOWN, "B.<clinit>");
    add(Origin.PROGRAM, "A.main");
    add(Origin.UNKNOWN, "B.f");
    add(Origin.UNKNOWN, "C.g");
    add(Origin.UNKNOWN, "C.<clinit>");
    add(Origin.UNKNOWN, "A.start");
    calledByAgent.addAll(List.of("f()V", "g()V", "start()V"));

    assertEquals(
        List.of("A.<clinit>", "A.lambda$main$0", "A.main", "B.<clinit>", "B.f"), program());
  }

  private List<String> program() {
    List<String> names = new ArrayList<>();
    for (Candidate found : ProgramMethods.of(methods, calledByAgent, calledByHidden)) {
      names.add(found.id().holder().name() + "." + found.id().name());
    }
    return names.stream().sorted().toList();
  }

  private void add(Origin origin, String name, String... references) {
    methods.add(
        new Candidate(
            id(name),
            new VmMethod(0, new Invocations(1, 0, 0), new byte[0]),
            origin,
            null,
            null,
            Stream.of(references)
                .<SymbolicReference>map(
                    each ->
                        new SymbolicReference.MethodReference(
                            id(each).holder().name(), id(each).name(), "()V"))
                .toList(),
            List.of(),
            false));
  }

  private static MethodId id(String name) {
    int dot = name.indexOf('.');
    return new MethodId(
        new ClassId(LoaderRole.BOOT, name.substring(0, dot)), name.substring(dot + 1), "()V");
  }
}
