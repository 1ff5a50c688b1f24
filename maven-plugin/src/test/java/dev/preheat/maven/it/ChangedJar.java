// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.it;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** Copies of jars with other classes in them; for the scripts that verify test projects. */
public final class ChangedJar {
  private ChangedJar() {}

  /**
   * A program whose own jar has one class compiled from a changed source.
   *
   * @param source file of the class, in a directory named like its package
   * @param from text of the source that is replaced
   * @param to what it is replaced by
   * @param directory for the other jar, which has the same name, and what is compiled
   */
  public static Program of(Program program, Path source, String from, String to, Path directory)
      throws IOException {
    String text = Files.readString(source);
    if (!text.contains(from)) {
      throw new IllegalArgumentException(source + " does not contain " + from);
    }
    Path classes = Files.createDirectories(directory.resolve("changed-classes"));
    Path changed = classes.resolve(source.getFileName());
    Files.writeString(changed, text.replace(from, to));
    compile(changed, classes, program.classPath());
    String packageName = source.getParent().getFileName().toString();
    Path jar = program.jar();
    Path copy = Files.createDirectories(directory.resolve("changed")).resolve(jar.getFileName());
    copy(jar, copy, classFiles(classes, packageName));
    return program.withJar(jar, copy);
  }

  private static void compile(Path source, Path classes, List<Path> classPath) {
    int exitCode =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--release",
                "17",
                "-g",
                "-cp",
                String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()),
                "-d",
                classes.toString(),
                source.toString());
    if (exitCode != 0) {
      throw new IllegalArgumentException(source + " does not compile");
    }
  }

  private static Map<String, byte[]> classFiles(Path classes, String packageName)
      throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (DirectoryStream<Path> compiled = Files.newDirectoryStream(classes.resolve(packageName))) {
      for (Path file : compiled) {
        files.put(packageName + "/" + file.getFileName(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static void copy(Path jar, Path copy, Map<String, byte[]> replacements)
      throws IOException {
    Map<String, byte[]> left = new HashMap<>(replacements);
    try (JarFile input = new JarFile(jar.toFile());
        OutputStream file = Files.newOutputStream(copy);
        JarOutputStream output = new JarOutputStream(file)) {
      for (JarEntry entry : input.stream().toList()) {
        byte[] bytes = left.remove(entry.getName());
        output.putNextEntry(new JarEntry(entry.getName()));
        output.write(bytes != null ? bytes : input.getInputStream(entry).readAllBytes());
        output.closeEntry();
      }
    }
    if (!left.isEmpty()) {
      throw new IllegalArgumentException(jar + " has no " + left.keySet());
    }
  }
}
