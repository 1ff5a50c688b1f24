// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.model;

import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.model.ImageModel.External;
import java.util.Comparator;

/**
 * An external as the table holds it: each variant has stubs of its own.
 *
 * @param stubRecord record of a stub, else {@link ImageLayout#NONE}
 */
public record NumberedExternal(External external, int stubRecord)
    implements Comparable<NumberedExternal> {
  private static final Comparator<NumberedExternal> ORDER =
      Comparator.comparing(NumberedExternal::external)
          .thenComparingInt(NumberedExternal::stubRecord);

  @Override
  public int compareTo(NumberedExternal other) {
    return ORDER.compare(this, other);
  }
}
