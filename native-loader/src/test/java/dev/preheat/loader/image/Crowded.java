// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.image;

import dev.preheat.format.image.layout.ImageLayout.RecordLayout;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.loader.install.RecordMemory;
import java.util.Arrays;

/**
 * A program that keeps all records of an image where there is no room for a second copy of them,
 * and prints what it has. Argument: the image, whose only record has 1 everywhere.
 */
final class Crowded {

  private Crowded() {}

  public static void main(String[] arguments) {
    LoadedImage image = LoadedImage.open(arguments[0], Pin.NONE);
    long before = image.nativeBytes();
    image.keepOnly(0, new boolean[] {true});
    int record = image.start(TableNumber.RECORDS);
    RecordMemory memory = new RecordMemory(image);
    memory.copy(record);
    byte[] expected = new byte[image.words[record + (RecordLayout.CODE_SIZE >> 2)]];
    Arrays.fill(expected, (byte) 1);
    boolean isSame = Arrays.equals(expected, Arrays.copyOf(memory.code(), expected.length));
    System.out.println(image.isKept(0) + " " + isSame + " " + (image.nativeBytes() == before));
    image.keepOnly(0, new boolean[] {false});
    System.out.println(image.nativeBytes());
    memory.close();
    image.close();
  }
}
