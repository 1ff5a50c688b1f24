// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.program;

/** A way to run the program; the order is that of the table. */
public enum Variant {
  PLAIN("plain", "plain JVM"),
  AOT_CACHE("aot-cache", "AOT cache (JEP 514)"),
  IMAGE("image", "image"),
  IMAGE_AOT_CACHE("image-aot-cache", "image + AOT cache");

  private final String id;
  private final String title;

  Variant(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** For files. */
  public String id() {
    return id;
  }

  /** For people. */
  public String title() {
    return title;
  }

  /** Whether the program runs with its image. */
  public boolean hasImage() {
    return this == IMAGE || this == IMAGE_AOT_CACHE;
  }

  /** Whether the JVM has an AOT cache of the program. */
  public boolean hasAotCache() {
    return this == AOT_CACHE || this == IMAGE_AOT_CACHE;
  }
}
