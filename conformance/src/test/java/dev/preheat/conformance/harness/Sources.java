// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java sources by the name of their class, dotted. */
public final class Sources {
  private static final Set<String> SUPPORT =
      Set.of("dev.preheat.conformance.programs.Check", "dev.preheat.conformance.programs.Starter");

  private final SortedMap<String, String> texts;
  private final SortedMap<String, byte[]> classFiles;

  private Sources(SortedMap<String, String> texts) {
    this(texts, new TreeMap<>());
  }

  private Sources(SortedMap<String, String> texts, SortedMap<String, byte[]> classFiles) {
    this.texts = texts;
    this.classFiles = classFiles;
  }

  /** Given as text. */
  public static Sources of(Map<String, String> texts) {
    return new Sources(new TreeMap<>(texts));
  }

  /** The programs that are written by hand, and those that once failed. */
  public static Sources ofPrograms() throws IOException {
    return below(Tools.programs()).and(below(Tools.reproducers()));
  }

  /** What every program needs. */
  public static Sources ofSupport() throws IOException {
    SortedMap<String, String> texts = new TreeMap<>(below(Tools.programs()).texts);
    texts.keySet().retainAll(SUPPORT);
    return new Sources(texts);
  }

  /** Those in a directory, as packages lie in it. */
  public static Sources below(Path root) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String name = root.relativize(file).toString().replace('/', '.');
        texts.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
      }
    }
    return new Sources(texts);
  }

  /** The texts, by the names of their classes. */
  public List<String> texts() {
    return List.copyOf(texts.values());
  }

  /** Names of the classes. */
  public SortedSet<String> names() {
    return new TreeSet<>(texts.keySet());
  }

  /** These and others. */
  public Sources and(Sources others) {
    SortedMap<String, String> all = new TreeMap<>(texts);
    all.putAll(others.texts);
    SortedMap<String, byte[]> allClassFiles = new TreeMap<>(classFiles);
    allClassFiles.putAll(others.classFiles);
    return new Sources(all, allClassFiles);
  }

  /** These and a class that no source can be written of, which they may name. */
  public Sources and(String name, byte[] classFile) {
    SortedMap<String, byte[]> all = new TreeMap<>(classFiles);
    all.put(name, classFile.clone());
    return new Sources(texts, all);
  }

  /**
   * Compiles them.
   *
   * @param directory gets the sources, the class files and {@code program.jar}, which is returned
   */
  public Path compile(Path directory) throws IOException {
    write(directory.resolve("src"));
    Path classes = Files.createDirectories(directory.resolve("classes"));
    for (Map.Entry<String, byte[]> each : classFiles.entrySet()) {
      Path file = classes.resolve(each.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, each.getValue());
    }
    StringWriter messages = new StringWriter();
    List<JavaFileObject> units = new ArrayList<>();
    texts.forEach((name, text) -> units.add(new Source(name, text)));
    List<String> options =
        List.of(
            "--release",
            "25",
            "-g",
            "-Xlint:none",
            "-cp",
            classes.toString(),
            "-d",
            classes.toString());
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(messages, null, null, options, null, units)
            .call();
    if (!compiled) {
      throw new IllegalStateException("programs do not compile: " + messages);
    }
    return pack(classes, directory.resolve("program.jar"));
  }

  /** Writes them as files. */
  private void write(Path directory) throws IOException {
    for (Map.Entry<String, String> source : texts.entrySet()) {
      Path file = directory.resolve(source.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
    }
  }

  private static Path pack(Path classes, Path jar) throws IOException {
    try (Stream<Path> walk = Files.walk(classes);
        OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        ZipEntry entry = new ZipEntry(classes.relativize(file).toString());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(Files.readAllBytes(file));
        zip.closeEntry();
      }
    }
    return jar;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
