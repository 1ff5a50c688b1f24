// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.view;

import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.ImageLayout.Header;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.loader.image.LoadedImage;
import dev.preheat.loader.image.PatchedImage;
import dev.preheat.loader.install.VmInstaller;
import dev.preheat.loader.options.Options;
import dev.preheat.loader.outcome.Outcome;
import dev.preheat.loader.outcome.Phases;
import dev.preheat.loader.outcome.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/**
 * A program that loads many damaged images whose checksums fit, and dies if one of them gets
 * through. The VM is a fake that looks at nothing: what is in a stream is trusted, and so are the
 * facts and the VM's layout. Arguments: image, scratch file, number of images.
 */
final class MutatedImages {

  private static final int[] INTERESTING = {
    0, 1, -1, 2, 7, 8, 255, 1 << 16, 1 << 24, Integer.MAX_VALUE, Integer.MIN_VALUE
  };

  private final byte[] original;
  private final Random random = new Random(1);
  private final Map<Outcome, Integer> reasons = new EnumMap<>(Outcome.class);
  private int refused;

  private MutatedImages(byte[] original) {
    this.original = original;
  }

  public static void main(String[] arguments) throws IOException {
    MutatedImages images = new MutatedImages(Files.readAllBytes(Path.of(arguments[0])));
    Path scratch = Path.of(arguments[1]);
    for (int i = Integer.parseInt(arguments[2]); i > 0; i--) {
      Files.write(scratch, images.mutation());
      images.load(scratch);
    }
    System.out.println("refused " + images.refused + " " + images.reasons);
  }

  private void load(Path file) {
    Options options = Options.read(file.toString());
    VmInstaller fake =
        FakeVm.of(
            (objects, numbers) -> {
              numbers[4] = 4096;
              numbers[5] = 4096;
              return 0;
            });
    try {
      ImageLoader loader = new ImageLoader(options, new Phases(), null, fake);
      loader.installAll(true);
      for (int record = 0; record < loader.outcomes().size(); record++) {
        reasons.merge(loader.outcomes().reason(record), 1, Integer::sum);
      }
      loader.close();
    } catch (Refusal e) {
      refused++;
    }
  }

  private byte[] mutation() {
    byte[] bytes = original.clone();
    ByteBuffer image = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      mutate(image);
    }
    PatchedImage.fixChecksum(image);
    return bytes;
  }

  private void mutate(ByteBuffer image) {
    int table = random.nextInt(TableNumber.COUNT);
    int directory = ImageLayout.REGION_FILE_OFFSET + Header.DIRECTORY;
    int entry = directory + table * Header.DIRECTORY_ENTRY;
    ByteBuffer tables = ByteBuffer.wrap(original).order(ByteOrder.LITTLE_ENDIAN);
    int start = tables.getInt(entry);
    int bytes = tables.getInt(entry + 4) * LoadedImage.entryBytes()[table];
    if (random.nextInt(10) == 0) {
      put(image, entry + 4 * random.nextInt(2));
    } else if (table != TableNumber.VM_LAYOUT && table != TableNumber.FACTS && bytes >= 4) {
      int at = start + Math.min(random.nextInt(bytes) & -4, bytes - 4);
      put(image, ImageLayout.REGION_FILE_OFFSET + at);
    }
  }

  private void put(ByteBuffer image, int at) {
    int before = image.getInt(at);
    int value =
        switch (random.nextInt(4)) {
          case 0 -> INTERESTING[random.nextInt(INTERESTING.length)];
          case 1 -> before + random.nextInt(17) - 8;
          case 2 -> before ^ 1 << random.nextInt(Integer.SIZE);
          default -> random.nextInt();
        };
    image.putInt(at, value);
  }
}
