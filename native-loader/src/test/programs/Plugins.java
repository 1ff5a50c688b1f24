// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package plugins;

import java.lang.management.ManagementFactory;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.management.ObjectName;

/** What OtherLoadersIT runs: arguments are a jar with class Plugins$Work, and what to do. */
public final class Plugins {
  private static final String SUM = "plugins.Plugins$Work.sum([I)I";
  private static final String HALF = "plugins.Plugins$Alone.half(I)I";
  private static final String COMPARE = "java.sql.Timestamp.compareTo(Ljava/sql/Timestamp;)I";

  public static void main(String[] arguments) throws Exception {
    URL[] jar = {Path.of(arguments[0]).toUri().toURL()};
    switch (arguments[1]) {
      case "one" -> one(loader(jar));
      case "layer" -> one(layer(Path.of(arguments[0])));
      case "spring" -> one(spring(jar));
      case "tomcat" -> {
        one(tomcat(arguments[2]));
        System.exit(0);
      }
      case "changed" -> {
        Class<?> changed = start(loader(new URL[] {Path.of(arguments[2]).toUri().toURL()}));
        // Its context is what this thread's is now.
        Thread other = new Thread(LockSupport::park);
        other.setDaemon(true);
        other.start();
        one(loader(jar));
        System.out.println(run(changed));
      }
      case "two" -> {
        Class<?> first = one(loader(jar));
        Class<?> second = start(loader(jar));
        await(SUM, 2);
        System.out.println(run(second) + " " + run(second) + " " + run(first));
      }
      case "hidden" -> {
        Class<?> work = load(loader(jar));
        await(SUM, 1);
        System.out.println(run(work));
      }
      case "split" -> {
        Class<?> work = start(split(jar));
        Class<?> alone = Class.forName("plugins.Plugins$Alone", true, work.getClassLoader());
        await(HALF, 1);
        System.out.println(run(work) + " " + alone.getMethod("half", int.class).invoke(null, 8));
      }
      case "platform" -> {
        Timestamp early = new Timestamp(1000);
        System.out.println(early.compareTo(new Timestamp(2000)));
        await(COMPARE, 1);
        System.out.println(early.compareTo(new Timestamp(0)));
      }
      default -> discard(jar);
    }
  }

  private static ClassLoader loader(URL[] jar) {
    return new URLClassLoader(jar, ClassLoader.getPlatformClassLoader());
  }

  /** All classes of the jar but one, which its parent has defined. */
  private static ClassLoader split(URL[] jar) {
    ClassLoader parent =
        new URLClassLoader(jar, ClassLoader.getPlatformClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.equals("plugins.Plugins$Helper")) {
              return super.findClass(name);
            }
            throw new ClassNotFoundException(name);
          }
        };
    return new URLClassLoader(jar, parent);
  }

  /** A module layer of the program's own; its module has the name of the jar. */
  private static ClassLoader layer(Path jar) {
    Configuration modules =
        ModuleLayer.boot()
            .configuration()
            .resolve(ModuleFinder.of(jar), ModuleFinder.of(), List.of("program"));
    return ModuleLayer.defineModulesWithOneLoader(
            modules, List.of(ModuleLayer.boot()), ClassLoader.getPlatformClassLoader())
        .layer()
        .findLoader("program");
  }

  /** The loader that Spring Boot gives to the classes in its jars. */
  private static ClassLoader spring(URL[] jar) throws Exception {
    return (ClassLoader)
        Class.forName("org.springframework.boot.loader.launch.LaunchedClassLoader")
            .getConstructor(boolean.class, URL[].class, ClassLoader.class)
            .newInstance(false, jar, ClassLoader.getPlatformClassLoader());
  }

  /** The loader that Tomcat gives to a web application; the jar is in its WEB-INF/lib. */
  private static ClassLoader tomcat(String application) throws Exception {
    Class<?> type = Class.forName("org.apache.catalina.startup.Tomcat");
    Object tomcat = type.getConstructor().newInstance();
    type.getMethod("setBaseDir", String.class).invoke(tomcat, application);
    type.getMethod("setSilent", boolean.class).invoke(tomcat, true);
    Object context =
        type.getMethod("addContext", String.class, String.class).invoke(tomcat, "", application);
    type.getMethod("start").invoke(tomcat);
    Object loader =
        Class.forName("org.apache.catalina.Context").getMethod("getLoader").invoke(context);
    return (ClassLoader)
        Class.forName("org.apache.catalina.Loader").getMethod("getClassLoader").invoke(loader);
  }

  private static Class<?> load(ClassLoader loader) throws Exception {
    Class.forName("plugins.Plugins$Helper", true, loader);
    return Class.forName("plugins.Plugins$Work", true, loader);
  }

  private static Class<?> start(ClassLoader loader) throws Exception {
    Thread.currentThread().setContextClassLoader(loader);
    return load(loader);
  }

  private static Class<?> one(ClassLoader loader) throws Exception {
    Class<?> work = start(loader);
    await(SUM, 1);
    System.out.println(run(work));
    return work;
  }

  private static String run(Class<?> work) throws Exception {
    Object sum = work.getMethod("sum", int[].class).invoke(null, (Object) new int[] {1, 2, 3});
    return sum + " " + work.getMethod("isNode", Object.class).invoke(null, "node");
  }

  /** Every loader goes, though its methods were installed. */
  private static void discard(URL[] jar) throws Exception {
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ClassLoader loader = loader(jar);
      one(loader);
      loaders.add(new WeakReference<>(loader));
    }
    Thread.currentThread().setContextClassLoader(Plugins.class.getClassLoader());
    while (!loaders.isEmpty()) {
      System.gc();
      loaders.removeIf(loader -> loader.get() == null);
    }
    System.out.println("all gone");
  }

  /** Returns when as many methods of that name are installed, where any can be. */
  private static void await(String method, int count) throws Exception {
    if (System.getProperty("java.vm.info").contains("interpreted mode")) {
      return;
    }
    ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
    int found = 0;
    while (found < count) {
      Thread.yield();
      Object list =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(commands, "compilerCodelist", new Object[0], new String[0]);
      found = list.toString().split(java.util.regex.Pattern.quote(method), -1).length - 1;
    }
  }

  public static final class Work {
    private static int calls;

    public static int sum(int[] numbers) {
      int sum = calls++;
      for (int number : numbers) {
        sum += Helper.twice(number);
      }
      return sum;
    }

    public static boolean isNode(Object object) {
      return object instanceof org.w3c.dom.Node;
    }

    public static boolean isListener() {
      return java.util.EventListener.class.isAssignableFrom(Handler.class);
    }
  }

  abstract static class Handler implements org.w3c.dom.UserDataHandler {}

  public static final class Alone {
    public static int half(int number) {
      return number / 2;
    }
  }

  public static final class Helper {
    public static int twice(int number) {
      return /* FACTOR */ 1 * number;
    }
  }
}
