// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.model;

/** What an image names by a number of its own, which does not depend on the order of the source. */
public interface Numbered {

  /** See {@link KindNumber}. */
  int number();
}
