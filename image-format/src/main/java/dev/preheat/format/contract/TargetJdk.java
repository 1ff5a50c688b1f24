// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

/** The JDK that images are made by and for. */
public final class TargetJdk {

  /** Its feature number. */
  public static final int FEATURE = 25;

  /** Its {@code java.specification.version}. */
  public static final String SPECIFICATION_VERSION = "25";

  private TargetJdk() {}
}
