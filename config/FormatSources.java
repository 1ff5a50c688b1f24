// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks or writes the format of every Java source below a directory, with google-java-format, and
 * the line that names its licence.
 *
 * <p>Run by the build from source: {@code java FormatSources.java check|write directory}. Exit
 * status 0: all is well; 1: badly formatted or unreadable sources, named on standard error.
 */
final class FormatSources {

  /** The first line of each source. */
  private static final String LICENCE =
      "// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0\n";

  private final Formatter formatter = new Formatter();
  private final boolean write;
  private final List<String> faults = new ArrayList<>();

  private FormatSources(boolean write) {
    this.write = write;
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2 || !List.of("check", "write").contains(arguments[0])) {
      System.err.println("usage: FormatSources check|write directory (in Maven: -Dformat=...)");
      System.exit(1);
    }
    Path root = Path.of(arguments[1]);
    FormatSources run = new FormatSources(arguments[0].equals("write"));
    List<Path> sources = sourcesBelow(root);
    if (sources.isEmpty()) {
      run.faults.add("no Java source below " + root);
    }
    for (Path source : sources) {
      run.format(root, source);
    }
    if (!run.faults.isEmpty()) {
      run.faults.forEach(System.err::println);
      System.err.println("To format every source: mvn -N validate -Dformat=write");
      System.exit(1);
    }
  }

  private void format(Path root, Path source) throws IOException {
    Path name = root.relativize(source);
    String before = Files.readString(source);
    String after;
    try {
      String licensed = before.startsWith(LICENCE) ? before : LICENCE + before;
      String ordered = ImportOrderer.reorderImports(licensed, Style.GOOGLE);
      after = formatter.formatSource(RemoveUnusedImports.removeUnusedImports(ordered));
    } catch (FormatterException e) {
      faults.add(name + ": " + e.getMessage());
      return;
    }
    if (after.equals(before)) {
      return;
    }
    if (write) {
      Files.writeString(source, after);
    } else {
      faults.add(
          name
              + (before.startsWith(LICENCE) ? ": badly formatted" : ": does not name its licence"));
    }
  }

  private static List<Path> sourcesBelow(Path root) throws IOException {
    List<Path> sources = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            String name = directory.getFileName().toString();
            boolean generated = name.equals("target") || name.startsWith(".");
            return generated && !directory.equals(root)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              sources.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    sources.sort(null);
    return sources;
  }
}
