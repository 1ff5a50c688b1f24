// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * Compiles the one class that lives in a package of JVMCI and writes it, as a string constant, into
 * a source of the loader: reading it from the jar would cost a start-up five milliseconds.
 *
 * <p>Arguments: directory of its sources, directory for its classes, the source to write.
 */
final class EmbedInstaller {

  private static final String CLASS_FILE = "jdk/vm/ci/hotspot/PreheatInstaller.class";
  private static final int BYTES_PER_LINE = 32;

  private EmbedInstaller() {}

  public static void main(String[] args) throws IOException {
    Path sources = Path.of(args[0]);
    Path classes = Path.of(args[1]);
    compile(sources, classes);
    byte[] bytes = Files.readAllBytes(classes.resolve(CLASS_FILE));
    Path target = Path.of(args[2]);
    Files.createDirectories(target.getParent());
    byte[] generated = source(bytes).getBytes(StandardCharsets.US_ASCII);
    // An unchanged source keeps its time, so that the compiler need not run again.
    if (!Files.exists(target) || !java.util.Arrays.equals(Files.readAllBytes(target), generated)) {
      Files.write(target, generated);
    }
  }

  private static void compile(Path sources, Path classes) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--patch-module=jdk.internal.vm.ci=" + sources);
    arguments.add("--add-reads=jdk.internal.vm.ci=java.base");
    arguments.addAll(List.of("-d", classes.toString(), "-g:source,lines", "-proc:none"));
    arguments.addAll(List.of("-Xlint:all", "-Werror"));
    arguments.add(sources.resolve("jdk/vm/ci/hotspot/CompilerToVM.java").toString());
    arguments.add(sources.resolve("jdk/vm/ci/hotspot/PreheatInstaller.java").toString());
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (result != 0) {
      throw new IllegalStateException("PreheatInstaller does not compile: see above");
    }
  }

  private static String source(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    text.append("package dev.preheat.loader.install;\n\n");
    text.append("import java.nio.charset.StandardCharsets;\n\n");
    text.append("/** The class file of jdk.vm.ci.hotspot.PreheatInstaller. */\n");
    text.append("final class InstallerClass {\n\n");
    text.append("  private static final String BYTES =\n      \"\"");
    for (int i = 0; i < bytes.length; i++) {
      if (i % BYTES_PER_LINE == 0) {
        text.append(i == 0 ? "\n          + \"" : "\"\n          + \"");
      }
      // In octal: a unicode escape of a line end would end the line.
      text.append('\\').append(String.format("%03o", bytes[i] & 0xFF));
    }
    text.append("\";\n\n  private InstallerClass() {}\n\n");
    text.append("  static byte[] bytes() {\n");
    text.append("    return BYTES.getBytes(StandardCharsets.ISO_8859_1);\n  }\n}\n");
    return text.toString();
  }
}
