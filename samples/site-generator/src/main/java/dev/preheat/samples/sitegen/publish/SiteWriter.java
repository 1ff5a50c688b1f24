// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.publish;

import dev.preheat.samples.sitegen.SiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;

/** Writes the files of a site into a folder. */
public final class SiteWriter {

  private final Path output;

  /**
   * @param output folder to write to; made if it does not exist
   * @param siteFolder folder of the sources, which must not be mixed with the output
   * @throws SiteException if the output would go into the folder of the sources
   */
  public SiteWriter(Path output, Path siteFolder) {
    Path target = output.toAbsolutePath().normalize();
    Path source = siteFolder.toAbsolutePath().normalize();
    if (target.equals(source)
        || source.startsWith(target)
        || target.startsWith(source.resolve("content"))
        || target.startsWith(source.resolve("assets"))) {
      throw new SiteException(
          "The output folder " + output + " would mix with the sources in " + siteFolder + ".",
          "Name another folder with --output.");
    }
    this.output = output;
  }

  /**
   * Writes every file that is not there yet with that content. Each file appears as a whole. Other
   * files in the folder stay as they are.
   *
   * @return how many files were written
   */
  public int write(SiteFiles files) throws IOException {
    int written = 0;
    for (Map.Entry<String, byte[]> file : files.all().entrySet()) {
      Path path = output.resolve(file.getKey());
      if (!isUpToDate(path, file.getValue())) {
        replace(path, file.getValue());
        written++;
      }
    }
    return written;
  }

  private static boolean isUpToDate(Path path, byte[] content) throws IOException {
    return Files.isRegularFile(path)
        && Files.size(path) == content.length
        && Arrays.equals(Files.readAllBytes(path), content);
  }

  private static void replace(Path path, byte[] content) throws IOException {
    Files.createDirectories(path.getParent());
    Path part = path.resolveSibling(path.getFileName() + ".part");
    Files.write(part, content);
    Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
