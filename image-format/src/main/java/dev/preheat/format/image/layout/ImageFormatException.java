// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.layout;

import dev.preheat.format.elf.ElfFormatException;
import java.io.IOException;

/**
 * A file is no image, one of another version, or damaged. The message says what was read, why it is
 * refused, and what to do.
 */
public final class ImageFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  public ImageFormatException(String what, String why, String remedy) {
    this(what, why, remedy, null);
  }

  public ImageFormatException(String what, String why, String remedy, Throwable cause) {
    super(what + ": " + why + ". " + remedy, cause);
  }

  public ImageFormatException(ElfFormatException cause) {
    super(cause.getMessage(), cause);
  }

  public static ImageFormatException damaged(String what, String why) {
    return damaged(what, why, null);
  }

  public static ImageFormatException damaged(String what, String why, Throwable cause) {
    return new ImageFormatException(
        what,
        "the image is damaged: " + why,
        "Build it again (mvn package -Pnative) and copy it as a binary file.",
        cause);
  }
}
