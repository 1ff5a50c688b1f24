// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.check;

import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.hotspot.VmNumbers;
import dev.preheat.loader.image.LoadedImage;
import dev.preheat.loader.outcome.Refusal;

/**
 * Offsets inside the VM's data structures, from the image: constants of one JDK build. {@link
 * VmNumbers} has their places and {@code dev.preheat.hotspot.VmField} says what each of them is.
 */
public final class VmLayout {

  /** No structure that is read here is as large. */
  private static final int MAXIMUM_OFFSET = 1 << 12;

  /**
   * The numbers, by {@link VmNumbers}. An array, and not a method that reads it: most of this runs
   * before anything is compiled.
   */
  public final int[] of;

  VmLayout(LoadedImage image) {
    int count = image.count(TableNumber.VM_LAYOUT);
    if (count != VmNumbers.COUNT) {
      throw damaged(VmNumbers.COUNT, count);
    }
    int[] numbers = new int[count];
    System.arraycopy(image.words, image.start(TableNumber.VM_LAYOUT), numbers, 0, count);
    for (int i = 0; i < count; i++) {
      boolean isOfLibjvm = i >= VmNumbers.LIBJVM_FIRST_VIRTUAL && i <= VmNumbers.LIBJVM_CODE_HEAPS;
      if (!isOfLibjvm && (numbers[i] < 0 || numbers[i] > MAXIMUM_OFFSET)) {
        throw damaged(MAXIMUM_OFFSET, numbers[i]);
      }
    }
    int name = numbers[VmNumbers.CONST_METHOD_NAME_INDEX];
    int signature = numbers[VmNumbers.CONST_METHOD_SIGNATURE_INDEX];
    if (signature != name + Short.BYTES) {
      throw damaged(name + Short.BYTES, signature);
    }
    of = numbers;
  }

  private static Refusal damaged(int expected, int found) {
    return Refusal.damaged(
        "the VM's layout in the image", Integer.toString(expected), Integer.toString(found));
  }
}
