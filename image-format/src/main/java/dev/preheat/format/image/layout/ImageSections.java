// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.layout;

/** Names that an image has as a shared object. */
public final class ImageSections {

  /** Section of the region. */
  public static final String REGION_SECTION = ".preheat";

  /** Section of the code; missing when there is no code. */
  public static final String CODE_SECTION = ".text";

  /** The exported symbol: the start of the region. */
  public static final String REGION_SYMBOL = "preheat_image";

  private ImageSections() {}
}
