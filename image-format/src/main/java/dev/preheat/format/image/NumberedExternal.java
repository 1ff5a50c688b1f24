package dev.preheat.format.image;

import dev.preheat.format.image.ImageModel.External;
import java.util.Comparator;

/**
 * An external as the table holds it: each variant has stubs of its own.
 *
 * @param stubRecord record of a stub, else {@link ImageLayout#NONE}
 */
record NumberedExternal(External external, int stubRecord) implements Comparable<NumberedExternal> {
  private static final Comparator<NumberedExternal> ORDER =
      Comparator.comparing(NumberedExternal::external)
          .thenComparingInt(NumberedExternal::stubRecord);

  @Override
  public int compareTo(NumberedExternal other) {
    return ORDER.compare(this, other);
  }
}
