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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What instrumented code records. */
class RecordingIT {
  private static final String CALLS =
      """
      import java.util.*;
      public class Calls {
        interface Shape { default int area() { return size(1) * 2; } int size(Object o); }
        static class Circle implements Shape { public int size(Object o) { return 3; } }
        record Square(int a) implements Shape { public int size(Object o) { return a; } }
        static abstract class Base { Base(Object o, long n, String[] s) { init(); } abstract void init(); }
        static class Derived extends Base { Derived() { super("x", 1, null); } void init() {} }
        static class Never { static { System.out.println("initialised"); } }
        static void never(Never n) {}
        static int sum(int a, long b, double c) { return a; }
        static void any(Object o) {}
        static int deep(int n, Object... o) { return n == 0 ? 0 : deep(n - 1, o); }
        static void fails() { throw new IllegalStateException("expected"); }
        static synchronized Object monitor(Object o) { synchronized (o) { return o; } }
        public static void main(String[] args) throws Exception {
          for (int i = 0; i < 5; i++) { new Circle().area(); new Square(i).area(); sum(i, 2, 3); }
          new Derived();
          Object[] many = {1, 1L, 'c', "", 1.0, 1f, (byte) 1, (short) 1, true, new int[0], new long[0],
              new char[0], new byte[0], new short[0], new float[0], new double[0], new String[0]};
          for (Object o : many) { any(o); any(o); }
          deep(3, "x");
          try { fails(); } catch (IllegalStateException e) { System.out.println(e.getMessage()); }
          monitor(new ArrayList<>());
          Runnable lambda = () -> any(null);
          lambda.run();
          Thread[] threads = new Thread[4];
          for (int i = 0; i < 4; i++) { threads[i] = new Thread(() -> monitor("x")); threads[i].start(); }
          for (Thread t : threads) t.join();
          System.out.println("done");
        }
      }
      """;

  private static final String UNLOADS =
      """
      import java.lang.ref.WeakReference;
      import java.net.*;
      public class Unloads {
        static void take(Object o) {}
        static WeakReference<ClassLoader> pass() throws Exception {
          URL[] urls = {new URL(System.getProperty("elsewhere"))};
          URLClassLoader loader = new URLClassLoader(urls, null);
          take(loader.loadClass("Passing").getDeclaredConstructor().newInstance());
          return new WeakReference<>(loader);
        }
        public static void main(String[] args) throws Exception {
          WeakReference<ClassLoader> loader = pass();
          while (loader.get() != null) System.gc();
          System.out.println("unloaded");
        }
      }
      """;

  private static final String OPENS =
      """
      public class Opens {
        public static void main(String[] args) throws Exception {
          for (String name : new String[] {
              "java.lang.String", "jdk.internal.misc.Unsafe", "jdk.internal.loader.BootLoader"}) {
            try {
              Class.forName(name).getDeclaredFields()[0].setAccessible(true);
              System.out.println("open");
            } catch (java.lang.reflect.InaccessibleObjectException e) {
              System.out.println("closed");
            }
          }
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void everyMethodThatRunsIsRecordedWithItsArguments() throws Exception {
    Trace trace = trace(AgentOptions.of(directory.resolve("traces")));

    assertEquals(
        Map.of("Calls$Circle", 5L, "Calls$Square", 5L),
        Traces.arguments(trace, Traces.app("Calls$Shape", "area", "()I")));
    assertEquals(
        Map.of("Calls$Square,java/lang/Integer", 5L),
        Traces.arguments(trace, Traces.app("Calls$Square", "size", "(Ljava/lang/Object;)I")));
    assertEquals(
        Map.of("Calls$Base,java/lang/String,-,null", 1L),
        Traces.arguments(
            trace,
            Traces.app("Calls$Base", "<init>", "(Ljava/lang/Object;J[Ljava/lang/String;)V")));
    assertEquals(
        Map.of("-,-,-,-", 5L), Traces.arguments(trace, Traces.app("Calls", "sum", "(IJD)I")));
    assertEquals(
        Map.of("-,-,[Ljava/lang/Object;", 4L),
        Traces.arguments(trace, Traces.app("Calls", "deep", "(I[Ljava/lang/Object;)I")));
    assertEquals(Map.of("-", 1L), Traces.arguments(trace, Traces.app("Calls", "fails", "()V")));
    assertEquals(
        Map.of("-,java/lang/String", 4L, "-,java/util/ArrayList", 1L),
        Traces.arguments(
            trace, Traces.app("Calls", "monitor", "(Ljava/lang/Object;)Ljava/lang/Object;")));
    assertEquals(1, trace.methods().get(Traces.app("Calls", "lambda$main$0", "()V")).count());
  }

  @Test
  void tooManyCombinationsBecomeMany() throws Exception {
    Trace trace = trace(AgentOptions.of(directory.resolve("traces")));

    assertEquals(
        Map.of("many", 35L),
        Traces.arguments(trace, Traces.app("Calls", "any", "(Ljava/lang/Object;)V")));
    assertEquals(
        35, trace.methods().get(Traces.app("Calls", "any", "(Ljava/lang/Object;)V")).count());
  }

  @Test
  void theLimitIsAnOption() throws Exception {
    Path traces = directory.resolve("traces");
    Trace trace =
        trace(new AgentOptions(traces, List.of(), List.of(), List.of(), 1, true, Optional.empty()));

    assertEquals(
        Map.of("many", 10L), Traces.arguments(trace, Traces.app("Calls$Shape", "area", "()I")));
    assertEquals(
        Map.of("-,-,-,-", 5L), Traces.arguments(trace, Traces.app("Calls", "sum", "(IJD)I")));
  }

  @Test
  void noClassIsLoadedToDescribeAnother() throws Exception {
    Trace trace = trace(AgentOptions.of(directory.resolve("traces")));

    assertTrue(trace.classes().containsKey(new ClassId(LoaderRole.APP, "Calls$Derived")));
    assertFalse(trace.classes().containsKey(new ClassId(LoaderRole.APP, "Calls$Never")));
  }

  @Test
  void excludedClassesAndLocationsAreNotTraced() throws Exception {
    Path traces = directory.resolve("traces");
    Trace excluded =
        trace(
            new AgentOptions(
                traces, List.of(), List.of("Calls$*"), List.of(), 16, true, Optional.empty()));
    Path elsewhere = directory.resolve("elsewhere");
    Trace nothing =
        trace(
            new AgentOptions(
                elsewhere, List.of(), List.of(), List.of(classes()), 16, true, Optional.empty()));

    assertTrue(Traces.appMethods(excluded).contains("Calls.any"));
    assertFalse(Traces.appMethods(excluded).contains("Calls$Circle.size"));
    assertFalse(excluded.classes().containsKey(new ClassId(LoaderRole.APP, "Calls$Circle")));
    assertEquals(List.of(), Traces.appMethods(nothing));
    assertFalse(nothing.classes().containsKey(new ClassId(LoaderRole.APP, "Calls")));
  }

  @Test
  void classesThatAreNotIncludedAreCountedByTheVm() throws Exception {
    Trace trace =
        trace(
            new AgentOptions(
                directory.resolve("traces"),
                List.of("Calls$C*"),
                List.of(),
                List.of(),
                16,
                true,
                Optional.empty()));

    assertTrue(
        trace.arguments().containsKey(Traces.app("Calls$Circle", "size", "(Ljava/lang/Object;)I")));
    assertFalse(
        trace.arguments().containsKey(Traces.app("Calls$Square", "size", "(Ljava/lang/Object;)I")));
    assertEquals(
        5,
        trace.methods().get(Traces.app("Calls$Square", "size", "(Ljava/lang/Object;)I")).count());
  }

  @Test
  void withoutInstrumentationTheVmCountsAll() throws Exception {
    Trace trace =
        trace(
            new AgentOptions(
                directory.resolve("traces"),
                List.of(),
                List.of(),
                List.of(),
                16,
                false,
                Optional.empty()));

    assertEquals(5, trace.methods().get(Traces.app("Calls", "sum", "(IJD)I")).count());
    assertTrue(trace.arguments().isEmpty());
  }

  @Test
  void jvmsWriteIntoOneDirectoryAtTheSameTime() throws Exception {
    AgentOptions options = AgentOptions.of(directory.resolve("traces"));
    Program.compile(classes(), "Calls", CALLS);
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Path own = directory.resolve("jvm" + i);
      Files.createDirectories(own);
      processes.add(
          ChildJvm.bare()
              .in(own, "jvm")
              .agent(options)
              .classPath(List.of(classes()))
              .program(List.of("Calls"))
              .start());
    }
    for (Process process : processes) {
      assertEquals(0, process.waitFor());
    }

    List<Path> files = Traces.files(options.directory());
    assertEquals(4, files.size(), files.toString());
    for (int i = 0; i < 4; i++) {
      String pid = Long.toString(processes.get(i).pid());
      Path file =
          files.stream()
              .filter(each -> each.getFileName().toString().matches(pid + "-\\d+\\.trace"))
              .findFirst()
              .orElseThrow();
      assertEquals(
          Map.of("-,-,-,-", 5L),
          Traces.arguments(Traces.read(file), Traces.app("Calls", "sum", "(IJD)I")));
    }
  }

  @Test
  void classesAreNotKeptFromBeingUnloaded() throws Exception {
    AgentOptions options = AgentOptions.of(directory.resolve("traces"));
    Path elsewhere = directory.resolve("elsewhere");
    Program.compile(elsewhere, "Passing", "public class Passing {}");
    Program.compile(classes(), "Unloads", UNLOADS);

    ChildJvm.Result result =
        ChildJvm.bare()
            .in(directory, "jvm")
            .agent(options)
            .option("-Delsewhere=" + elsewhere.toUri())
            .classPath(List.of(classes()))
            .run("Unloads", List.of());

    assertEquals(new ChildJvm.Result(0, "unloaded\n", ""), result);
    assertEquals(
        Map.of("-,Passing", 1L),
        Traces.arguments(
            Traces.only(options.directory()),
            Traces.app("Unloads", "take", "(Ljava/lang/Object;)V")));
  }

  @Test
  void classesOfNamedModulesAreRecorded() throws Exception {
    AgentOptions options = AgentOptions.of(directory.resolve("traces"));
    Path modules = directory.resolve("modules");
    Program.compile(modules.resolve("m"), "module-info", "module m {}");
    Program.compile(
        modules.resolve("m"),
        "Main",
        "package m; public class Main { public static void main(String[] a) {} }");

    ChildJvm.Result result =
        ChildJvm.bare()
            .in(directory, "jvm")
            .agent(options)
            .option("--module-path=" + modules)
            .option("--module=m/m.Main")
            .classPath(List.of(modules))
            .run("ignored", List.of());

    assertEquals(new ChildJvm.Result(0, "", ""), result);
    assertEquals(List.of("m/Main.main"), Traces.appMethods(Traces.only(options.directory())));
  }

  @Test
  void theProgramIsAllowedNoMoreThanBefore() throws Exception {
    AgentOptions options = AgentOptions.of(directory.resolve("traces"));
    Program.compile(classes(), "Opens", OPENS);

    assertEquals(
        new ChildJvm.Result(0, "closed\nclosed\nclosed\n", ""),
        ChildJvm.bare()
            .in(directory, "jvm")
            .agent(options)
            .classPath(List.of(classes()))
            .run("Opens", List.of()));
  }

  private Path classes() {
    return directory.resolve("cl asses,50%");
  }

  private Trace trace(AgentOptions options) throws IOException, InterruptedException {
    Program.compile(classes(), "Calls", CALLS);
    ChildJvm.Result result =
        ChildJvm.bare()
            .in(directory, "jvm")
            .agent(options)
            .classPath(List.of(classes()))
            .run("Calls", List.of());
    assertEquals(new ChildJvm.Result(0, "expected\ndone\n", ""), result);
    return Traces.only(options.directory());
  }
}
