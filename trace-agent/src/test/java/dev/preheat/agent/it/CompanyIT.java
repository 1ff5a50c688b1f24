// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.contract.AgentOptions;
import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.LoaderRole;
import dev.preheat.format.trace.Trace;
import dev.preheat.testkit.ChildJvm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent beside others that change classes, and beside another Byte Buddy. */
class CompanyIT {
  private static final String COVERED =
      """
      public class Covered {
        static int choose(int n, Object o) { if (n % 2 == 0) { return o.hashCode(); } return n; }
        public static void main(String[] args) {
          int sum = 0;
          for (int i = 0; i < 10; i++) sum += choose(i, 5);
          System.out.println(sum);
        }
      }
      """;

  private static final String MOCKS =
      """
      import static org.mockito.Mockito.*;
      public class Mocks {
        public static final class Service {
          private final String name;
          public Service(String name) { this.name = name; }
          public final String greet(Object who) { return name + who; }
        }
        static String use(Service service) { return service.greet(1); }
        public static void main(String[] args) {
          Service real = new Service("real");
          System.out.println(use(real));
          Service mock = mock(Service.class);
          when(mock.greet(any())).thenReturn("mock");
          System.out.println(use(mock));
          System.out.println(use(real));
          verify(mock).greet(1);
        }
      }
      """;

  private static final String BUDDY =
      """
      import net.bytebuddy.ByteBuddy;
      import net.bytebuddy.implementation.FixedValue;
      import net.bytebuddy.matcher.ElementMatchers;
      public class Buddy {
        static String describe(Object o) { return o.toString(); }
        public static void main(String[] args) throws Exception {
          Class<?> type = new ByteBuddy().subclass(Object.class)
              .method(ElementMatchers.named("toString")).intercept(FixedValue.value("made"))
              .make().load(Buddy.class.getClassLoader()).getLoaded();
          System.out.println(describe(type.getDeclaredConstructor().newInstance()));
          System.out.println(ByteBuddy.class.getProtectionDomain().getCodeSource().getLocation());
          System.out.println(net.bytebuddy.jar.asm.Opcodes.class.getClassLoader() == ByteBuddy.class.getClassLoader());
        }
      }
      """;

  @TempDir Path directory;

  private Path classes;
  private AgentOptions options;

  @BeforeEach
  void chooseDirectories() {
    classes = directory.resolve("classes");
    options = AgentOptions.of(directory.resolve("traces"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void besideJacoco(boolean jacocoFirst) throws Exception {
    Program.compile(classes, "Covered", COVERED);
    Path coverage = directory.resolve("jacoco.exec");
    String jacoco =
        "-javaagent:" + Program.companion("org.jacoco.agent-runtime") + "=destfile=" + coverage;
    ChildJvm jvm = ChildJvm.bare().in(directory, "jvm");
    if (jacocoFirst) {
      jvm.option(jacoco).agent(options);
    } else {
      jvm.agent(options).option(jacoco);
    }

    ChildJvm.Result result = jvm.classPath(List.of(classes)).run("Covered", List.of());

    assertEquals(new ChildJvm.Result(0, "50\n", ""), result);
    Trace trace = Traces.only(options.directory());
    assertEquals(
        Map.of("-,-,java/lang/Integer", 10L),
        Traces.arguments(trace, Traces.app("Covered", "choose", "(ILjava/lang/Object;)I")));
    assertEquals(List.of("Covered.choose", "Covered.main"), Traces.appMethods(trace));
    byte[] classFile = Files.readAllBytes(classes.resolve("Covered.class"));
    assertEquals(
        Set.of(sha256(classFile)),
        trace.classes().get(new ClassId(LoaderRole.APP, "Covered")).digests());
    assertTrue(
        contains(Files.readAllBytes(coverage), JacocoChecksum.of(classFile)),
        "JaCoCo was given another class file");
  }

  @Test
  void besideMockitosInlineMockMaker() throws Exception {
    Path[] classPath = {
      classes,
      Program.companion("mockito-core"),
      Program.companion("byte-buddy"),
      Program.companion("byte-buddy-agent"),
      Program.companion("objenesis")
    };
    Program.compile(classes, "Mocks", MOCKS, classPath);

    ChildJvm.Result result =
        ChildJvm.bare()
            .in(directory, "jvm")
            .agent(options)
            .option("-javaagent:" + Program.companion("mockito-core"))
            .classPath(List.of(classPath))
            .run("Mocks", List.of());

    assertEquals("real1\nmock\nreal1\n", result.out(), result.err());
    assertEquals(0, result.exitCode());
    Trace trace = Traces.only(options.directory());
    // Calls of the mock do not run the method.
    assertEquals(
        Map.of("Mocks$Service,java/lang/Integer", 2L),
        Traces.arguments(
            trace, Traces.app("Mocks$Service", "greet", "(Ljava/lang/Object;)Ljava/lang/String;")));
    assertFalse(
        trace.classes().keySet().stream().anyMatch(type -> type.name().contains("mockito")),
        "Mockito is taken for a part of the program");
    assertEquals(
        Set.of(sha256(Files.readAllBytes(classes.resolve("Mocks$Service.class")))),
        trace.classes().get(new ClassId(LoaderRole.APP, "Mocks$Service")).digests());
  }

  @Test
  void besideAnotherByteBuddyInTheProgram() throws Exception {
    Path buddy = Program.companion("byte-buddy");
    Program.compile(classes, "Buddy", BUDDY, buddy);

    ChildJvm.Result result =
        ChildJvm.bare()
            .in(directory, "jvm")
            .agent(options)
            .classPath(List.of(classes, buddy))
            .run("Buddy", List.of());

    String output = "made\n" + buddy.toUri().toURL() + "\ntrue\n";
    assertEquals(new ChildJvm.Result(0, output, ""), result);
    Trace trace = Traces.only(options.directory());
    assertTrue(Traces.appMethods(trace).contains("Buddy.describe"));
    assertFalse(
        trace.classes().keySet().stream().anyMatch(type -> type.name().startsWith("dev/preheat/")),
        "the agent is in its own trace");
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static boolean contains(byte[] file, long word) throws IOException {
    byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(word).array();
    String text = new String(file, StandardCharsets.ISO_8859_1);
    return text.contains(new String(bytes, StandardCharsets.ISO_8859_1));
  }
}
