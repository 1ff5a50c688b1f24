// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.image;

import dev.preheat.loader.outcome.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Who may write an image: what is in it runs with the rights of the program. Owner and group are
 * trusted, as with every other file that a program consists of.
 */
public final class WritePermission {

  // inode(7)
  private static final int WRITABLE_BY_OTHERS = 2;
  private static final int STICKY = 01000;

  private WritePermission() {}

  /**
   * Looks at the permissions of the file and of its directory, in which others could put another
   * file in its place. Takes a few milliseconds of interpreted code.
   *
   * @throws Refusal when others may write
   */
  public static void check(String name) {
    try {
      Path file = Path.of(name).toAbsolutePath();
      int mode = mode(file);
      if ((mode & WRITABLE_BY_OTHERS) != 0) {
        throw refusal(file, mode);
      }
      checkDirectory(file.getParent());
      Path real = file.toRealPath();
      if (!real.equals(file)) {
        checkDirectory(real.getParent());
      }
    } catch (IOException e) {
      throw new Refusal(name, "an image with permissions", e.toString(), "see that it can be read");
    }
  }

  private static void checkDirectory(Path directory) throws IOException {
    int mode = mode(directory);
    if ((mode & WRITABLE_BY_OTHERS) != 0 && (mode & STICKY) == 0) {
      throw refusal(directory, mode);
    }
  }

  private static Refusal refusal(Path path, int mode) {
    return new Refusal(
        path.toString(),
        "nobody but owner and group to have the permission to write",
        "mode " + Integer.toOctalString(mode & 07777),
        "take it from others (chmod o-w): what they write would run with the program's rights");
  }

  private static int mode(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:mode");
  }
}
