// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The modules of this build, read as files: compiled classes and sources. */
enum Codebase {
  HOTSPOT("hotspot", "dev.preheat.hotspot"),
  IMAGE_FORMAT("image-format", "dev.preheat.format"),
  TEST_KIT("test-kit", "dev.preheat.testkit"),
  TRACE_AGENT("trace-agent", "dev.preheat.agent"),
  COMPILER_CORE("compiler-core", "dev.preheat.compiler"),
  NATIVE_LOADER("native-loader", "dev.preheat.loader"),
  MAVEN_PLUGIN("maven-plugin", "dev.preheat.maven");

  /** Surefire starts the tests of a module in the module's directory. */
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private final String directoryName;
  private final String rootPackage;

  Codebase(String directoryName, String rootPackage) {
    this.directoryName = directoryName;
    this.rootPackage = rootPackage;
  }

  /** The one package below which every class of this module lives. */
  String rootPackage() {
    return rootPackage;
  }

  /** The pattern that ArchUnit reads as this module's root package and all below it. */
  String packages() {
    return rootPackage + "..";
  }

  /**
   * The module's own classes, tests left out.
   *
   * @throws IllegalStateException if there are none: a rule over nothing would pass
   */
  JavaClasses classes() {
    Path directory = ROOT.resolve(directoryName).resolve("target").resolve("classes");
    JavaClasses classes = new ClassFileImporter().importPath(directory);
    if (classes.isEmpty()) {
      throw new IllegalStateException(
          "no classes in " + directory + ": build all modules first (mvn verify)");
    }
    return classes;
  }

  /** A file or directory of the repository. */
  static Path file(String name) {
    return ROOT.resolve(name);
  }

  /** The classes of all modules. */
  static JavaClasses allClasses() {
    List<Path> directories =
        Arrays.stream(values())
            .peek(Codebase::classes)
            .map(module -> ROOT.resolve(module.directoryName).resolve("target").resolve("classes"))
            .toList();
    return new ClassFileImporter().importPaths(directories);
  }

  /**
   * Every Java source of the repository that is written by hand, tests and samples included.
   *
   * @throws IllegalStateException if there are none: a rule over nothing would pass
   */
  static List<Path> sources() {
    return files(".java");
  }

  /**
   * Every page of the repository, but for what the sample's site is made of.
   *
   * @throws IllegalStateException if there are none: a rule over nothing would pass
   */
  static List<Path> pages() {
    Path site = ROOT.resolve("samples/site-generator/site");
    return files(".md").stream().filter(file -> !file.startsWith(site)).toList();
  }

  private static List<Path> files(String ending) {
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<Path> found =
          files
              .filter(file -> file.toString().endsWith(ending))
              .filter(file -> !isBelowTarget(ROOT.relativize(file)))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new IllegalStateException("no file *" + ending + " below " + ROOT);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isBelowTarget(Path file) {
    for (Path name : file) {
      if (name.toString().equals("target")) {
        return true;
      }
    }
    return false;
  }
}
