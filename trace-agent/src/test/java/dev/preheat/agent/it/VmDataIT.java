// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.contract.AgentOptions;
import dev.preheat.format.contract.JvmOptions;
import dev.preheat.format.trace.Branch;
import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.Invocations;
import dev.preheat.format.trace.LoaderRole;
import dev.preheat.format.trace.MethodId;
import dev.preheat.format.trace.MethodProfile;
import dev.preheat.format.trace.SymbolicReference;
import dev.preheat.format.trace.Trace;
import dev.preheat.format.trace.TypeCounts;
import dev.preheat.testkit.Artifacts;
import dev.preheat.testkit.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the VM counts by itself. These tests run on the JDK that images are for. */
class VmDataIT {
  private static final int ROUNDS = 20_000;

  private static final String HOT =
      """
      import java.util.*;
      public class Hot {
        static int sw(int n, Object o) {
          int r = 0;
          switch (n & 3) { case 0: r = 1; break; case 1: r = 2; break; case 2: r = 3; break; default: r = 4; }
          if (n % 4 == 0) r += o.hashCode();
          return r + (o instanceof String ? 1 : 2);
        }
        static int catching(Object o) {
          try { return ((Integer) o).intValue(); } catch (ClassCastException e) { return 1; }
        }
        static int rare(int n) { return n == 1 ? 5 : n; }
        static int unused(List<String> l) { return l.size(); }
        public static void main(String[] args) {
          long sum = 0;
          for (int i = 0; i < ROUNDS; i++) {
            sum += sw(i, (i & 4) == 0 ? "x" : (Object) Integer.valueOf(i));
            if (i < 5000) sum += catching(i % 50 == 0 ? null == args ? 1 : "x" : (Object) i);
          }
          for (int i = 0; i < 3; i++) sum += rare(i);
          BitSet bits = new BitSet();
          for (int i = 0; i < 77; i++) bits.set(i * 3);
          for (int i = 0; i < 5; i++) bits.nextClearBit(2);
          if (args == null) unused(null);
          System.out.println(sum > 0 ? bits.cardinality() : 0);
        }
      }
      """
          .replace("ROUNDS", Integer.toString(ROUNDS));

  @TempDir Path directory;

  private Path classes;

  @BeforeEach
  void compile() throws Exception {
    classes = directory.resolve("classes");
    Program.compile(classes, "Hot", HOT);
  }

  @Test
  void methodsOfTheJdkAreCounted() throws Exception {
    Trace trace = trace("instrumented", true);

    assertEquals(77, count(trace, Traces.boot("java/util/BitSet", "set", "(I)V")));
    assertEquals(5, count(trace, Traces.boot("java/util/BitSet", "nextClearBit", "(I)I")));
    assertEquals(1, count(trace, Traces.boot("java/util/BitSet", "cardinality", "()I")));
    assertNull(trace.methods().get(Traces.boot("java/util/BitSet", "flip", "(I)V")));
    assertTrue(
        count(trace, Traces.boot("java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;")) > 1000);
    assertEquals(
        Set.of(), trace.classes().get(new ClassId(LoaderRole.BOOT, "java/util/BitSet")).digests());
    assertTrue(trace.classes().get(new ClassId(LoaderRole.BOOT, "java/util/BitSet")).initialized());
  }

  @Test
  void whatOnlyTheAgentUsesOfTheJdkIsLeftOut() throws Exception {
    Trace trace = trace("instrumented", true);

    assertNull(
        trace.classes().get(new ClassId(LoaderRole.BOOT, "java/lang/instrument/Instrumentation")));
    assertFalse(
        trace.methods().keySet().stream()
            .anyMatch(method -> method.holder().name().startsWith("java/security/MessageDigest")),
        "the agent's digests are taken for the program's");
    assertFalse(
        trace.classes().keySet().stream().anyMatch(type -> type.name().contains("reheat")),
        "the agent is in its own trace");
  }

  @Test
  void tiersAndLoopsAreKnownOfInstrumentedMethods() throws Exception {
    Trace trace = trace("instrumented", true);

    Invocations hot = trace.methods().get(Traces.app("Hot", "sw", "(ILjava/lang/Object;)I"));
    assertEquals(ROUNDS, hot.count());
    assertTrue(hot.tier() > 0, hot.toString());
    Invocations main = trace.methods().get(Traces.app("Hot", "main", "([Ljava/lang/String;)V"));
    assertEquals(1, main.count());
    assertTrue(main.loops() > 100, main.toString());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void profilesHaveTheIndicesOfTheClassFile(boolean instrument) throws Exception {
    Trace trace = trace("any", instrument);
    MethodId id = Traces.app("Hot", "sw", "(ILjava/lang/Object;)I");
    MethodProfile profile = trace.profiles().get(id);
    ClassFileCode code = ClassFileCode.read(classes.resolve("Hot.class"), id);

    assertEquals(code.length(), profile.codeLength());
    assertEquals(code.conditionalJumps(), profile.branches().keySet());
    // if (n % 4 == 0): javac jumps over the body, three times out of four.
    long taken = profile.branches().get(code.conditionalJumps().first()).taken();
    long notTaken = profile.branches().get(code.conditionalJumps().first()).notTaken();
    assertEquals(3, Math.round((double) taken / notTaken));
    assertEquals(code.virtualCallsAndTypeChecks(), profile.types().keySet());
    TypeCounts types = profile.types().get(code.virtualCallsAndTypeChecks().last());
    assertEquals(
        Set.of(
            new ClassId(LoaderRole.BOOT, "java/lang/String"),
            new ClassId(LoaderRole.BOOT, "java/lang/Integer")),
        types.counts().keySet());
  }

  @Test
  void profilesOfJdkMethodsAreThere() throws Exception {
    Trace trace = trace("instrumented", true);

    Map<MethodId, MethodProfile> jdk = new TreeMap<>(trace.profiles());
    jdk.keySet().removeIf(id -> id.holder().loader() != LoaderRole.BOOT);
    assertTrue(jdk.size() > 10, jdk.keySet().toString());
    assertTrue(jdk.values().stream().anyMatch(profile -> !profile.branches().isEmpty()));
  }

  @Test
  void withTheOptionsInTheJarExceptionsAreSeen() throws Exception {
    Trace trace = trace("options", true, jvmOptions());

    MethodId id = Traces.app("Hot", "catching", "(Ljava/lang/Object;)I");
    MethodProfile profile = trace.profiles().get(id);
    ClassFileCode code = ClassFileCode.read(classes.resolve("Hot.class"), id);
    assertTrue(
        profile.exceptionSeen().contains(code.virtualCallsAndTypeChecks().first()),
        profile.toString());
  }

  @Test
  void withTheOptionsInTheJarMethodsThatRanTwiceHaveAProfile() throws Exception {
    MethodId id = Traces.app("Hot", "rare", "(I)I");

    assertNull(trace("plain", true).profiles().get(id));
    Branch branch =
        trace("options", true, jvmOptions())
            .profiles()
            .get(id)
            .branches()
            .values()
            .iterator()
            .next();
    assertTrue(branch.taken() + branch.notTaken() >= 2, branch.toString());
  }

  @Test
  void resolvedReferencesAreThoseThatWereUsed() throws Exception {
    Trace trace = trace("instrumented", true);

    Set<SymbolicReference> main =
        new HashSet<>(trace.references().get(Traces.app("Hot", "main", "([Ljava/lang/String;)V")));
    assertTrue(
        main.contains(new SymbolicReference.MethodReference("java/util/BitSet", "set", "(I)V")));
    assertTrue(main.contains(new SymbolicReference.ClassReference("java/util/BitSet")));
    assertTrue(
        main.contains(
            new SymbolicReference.FieldReference(
                "java/lang/System", "out", "Ljava/io/PrintStream;")));
    assertFalse(
        main.contains(
            new SymbolicReference.MethodReference("Hot", "unused", "(Ljava/util/List;)I")));
    assertTrue(
        trace.references().get(Traces.boot("java/util/BitSet", "set", "(I)V")).stream()
            .anyMatch(reference -> reference.name().equals("expandTo")));
  }

  @Test
  void theSameProgramCountsTheSameWithAndWithoutInstrumentation() throws Exception {
    Trace instrumented = trace("instrumented", true);
    Trace plain = trace("plain", false);

    for (MethodId id : plain.methods().keySet()) {
      if (id.holder().loader() == LoaderRole.APP && plain.methods().get(id).tier() == 0) {
        assertEquals(count(plain, id), count(instrumented, id), id.toString());
      }
    }
    Set<MethodId> missing = new TreeSet<>(plain.methods().keySet());
    missing.removeIf(id -> !id.holder().name().startsWith("java/util/BitSet"));
    assertTrue(missing.size() > 5, missing.toString());
    missing.removeAll(instrumented.methods().keySet());
    assertEquals(Set.of(), missing);
  }

  /** What the plugin adds where the tests run on a JDK 25. */
  private static String[] jvmOptions() throws IOException {
    return JvmOptions.read(Artifacts.agentJar()).toArray(String[]::new);
  }

  private static long count(Trace trace, MethodId method) {
    return trace.methods().get(method).count();
  }

  private Trace trace(String name, boolean instrument, String... flags) throws Exception {
    Path traces = directory.resolve(name);
    Path log = directory.resolve("log");
    ChildJvm jvm =
        ChildJvm.bare()
            .in(directory, "jvm")
            .agent(
                new AgentOptions(
                    traces, List.of(), List.of(), List.of(), 16, instrument, Optional.of(log)));
    for (String flag : flags) {
      jvm.option(flag);
    }
    ChildJvm.Result result = jvm.classPath(List.of(classes)).run("Hot", List.of());
    assertEquals(new ChildJvm.Result(0, "77\n", ""), result);
    assertFalse(Files.exists(log), () -> "the agent had problems, see its log");
    return Traces.only(traces);
  }
}
