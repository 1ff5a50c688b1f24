// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.view;

import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.ImageLayout.Header;
import dev.preheat.format.image.layout.ImageLayout.RecordLayout;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.loader.image.LoadedImage;
import dev.preheat.loader.image.PatchedImage;
import dev.preheat.loader.image.Pin;
import dev.preheat.loader.install.RecordMemory;
import dev.preheat.loader.install.VmInstaller;
import dev.preheat.loader.options.Options;
import dev.preheat.loader.outcome.Outcome;
import dev.preheat.loader.outcome.Phases;
import dev.preheat.loader.outcome.Refusal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import jdk.internal.misc.Unsafe;

/**
 * Fuzzing of the loader: an image that fits this JVM (system property {@code preheat.fuzz.image}),
 * with changes that the input lists, 9 bytes each: where (1), how (1), at which offset (3), with
 * what (4). The checksum always fits. Behind it is a fake VM: what lies in streams and code is
 * trusted, and so is {@code VM_LAYOUT}.
 */
public final class LoaderTarget {

  private static final int CHANGE_BYTES = 9;
  private static final int MAXIMUM_CHANGES = 16;
  private static final int RESULTS = 6;

  private static final Path IMAGE = Path.of(System.getProperty("preheat.fuzz.image"));
  private static final byte[] ORIGINAL = read();
  private static final Path SCRATCH =
      IMAGE.resolveSibling("fuzz-" + ProcessHandle.current().pid() + ".so");

  private LoaderTarget() {}

  /** Loads an image for each file that is named. */
  public static void main(String[] files) throws IOException {
    for (String file : files) {
      fuzzerTestOneInput(Files.readAllBytes(Path.of(file)));
    }
    System.out.println(files.length + " inputs");
  }

  /** Loads an image. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(SCRATCH.toFile(), "rw")) {
      // Not cut off first, which is slow.
      byte[] image = image(input);
      file.write(image);
      file.setLength(image.length);
    }
    int result = input.length == 0 ? 0 : input[input.length - 1] & 0xFF;
    Options options = Options.read(SCRATCH.toString());
    ImageLoader loader;
    try {
      loader = new ImageLoader(options, new Phases(), null, fakeVm(result));
    } catch (Refusal e) {
      checkMessage(e.getMessage());
      return;
    }
    try {
      loader.installAll(true);
      loader.freeInstalled();
    } catch (Refusal e) {
      checkMessage(e.getMessage());
    } finally {
      loader.close();
    }
    // As the report does.
    Outcomes outcomes = loader.outcomes();
    for (int record = 0; record < outcomes.size(); record++) {
      String reason = outcomes.reason(record).text() + outcomes.detail(record);
      if (outcomes.name(record).concat(reason).isBlank()) {
        throw new AssertionError("record " + record + " has no name and no reason");
      }
      if (outcomes.reason(record) == Outcome.FAILURE) {
        throw new AssertionError(
            "damage is not told from a bug of the loader: " + outcomes.failures());
      }
      if (outcomes.reason(record) == Outcome.INSTALLED) {
        outcomes.invalidation(record);
      }
    }
    checkKept(result);
  }

  /** What is kept of an image is what it was, and what was nowhere is still nowhere. */
  private static void checkKept(int seed) {
    LoadedImage image = LoadedImage.open(SCRATCH.toString(), Pin.NONE);
    int count = image.count(TableNumber.RECORDS);
    boolean[] kept = new boolean[count];
    byte[][] before = new byte[count][];
    for (int record = 0; record < count; record++) {
      kept[record] = (record * (seed + 1) & 2) != 0;
      before[record] = copy(image, record);
    }
    image.keepOnly(0, kept);
    for (int record = 0; record < count; record++) {
      if (!kept[record] && image.isKept(record)) {
        throw new AssertionError("record " + record + " is not freed");
      }
      if (kept[record] && !Arrays.equals(before[record], copy(image, record))) {
        throw new AssertionError("record " + record + " is another one than before");
      }
    }
    image.close();
  }

  /** Code, data and stream of a record; null where they are not in the image. */
  private static byte[] copy(LoadedImage image, int record) {
    RecordMemory memory = new RecordMemory(image);
    try {
      int at = image.start(TableNumber.RECORDS) + record * (RecordLayout.BYTES >> 2);
      memory.copy(at);
      int code = image.words[at + (RecordLayout.CODE_SIZE >> 2)];
      int data = memory.data().length;
      int stream = image.words[at + (RecordLayout.STREAM_SIZE >> 2)];
      byte[] all = Arrays.copyOf(Arrays.copyOf(memory.code(), code), code + data + stream);
      System.arraycopy(memory.data(), 0, all, code, data);
      Unsafe.getUnsafe()
          .copyMemory(
              null,
              memory.stream(),
              all,
              Unsafe.ARRAY_BYTE_BASE_OFFSET + (long) code + data,
              stream);
      return all;
    } catch (IndexOutOfBoundsException e) {
      return null;
    } finally {
      memory.close();
    }
  }

  private static void checkMessage(String message) {
    if (!message.matches("(?s).*: expected .*, found .*; .+")) {
      throw new AssertionError("a message that says too little: " + message);
    }
  }

  /** Answers as the VM does, with a result of its own choice. */
  private static VmInstaller fakeVm(int result) {
    return FakeVm.of(
        (objects, numbers) -> {
          numbers[4] = 4096;
          numbers[5] = 4096;
          return result < RESULTS ? result : 0;
        });
  }

  private static byte[] image(byte[] input) {
    byte[] bytes = ORIGINAL.clone();
    ByteBuffer image = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer changes = ByteBuffer.wrap(input);
    int length = bytes.length;
    for (int i = 0; i < MAXIMUM_CHANGES && changes.remaining() >= CHANGE_BYTES; i++) {
      int where = (changes.get() & 0xFF) % (TableNumber.COUNT + 2);
      int how = changes.get() & 3;
      int offset = ((changes.get() & 0xFF) << 16) | (changes.getShort() & 0xFFFF);
      int value = changes.getInt();
      if (where > TableNumber.COUNT) {
        length = Integer.remainderUnsigned(value, bytes.length);
      } else if (where != TableNumber.VM_LAYOUT) {
        change(image, where, how, offset, value);
      }
    }
    fixChecksum(image);
    return Arrays.copyOf(bytes, length);
  }

  private static void change(ByteBuffer image, int table, int how, int offset, int value) {
    int start = ImageLayout.REGION_FILE_OFFSET;
    int size = Header.DIRECTORY + TableNumber.COUNT * Header.DIRECTORY_ENTRY;
    if (table < TableNumber.COUNT) {
      ByteBuffer original = ByteBuffer.wrap(ORIGINAL).order(ByteOrder.LITTLE_ENDIAN);
      int entry = start + Header.DIRECTORY + table * Header.DIRECTORY_ENTRY;
      start += original.getInt(entry);
      size = original.getInt(entry + 4) * LoadedImage.entryBytes()[table];
    }
    if (size < Integer.BYTES) {
      return;
    }
    int at = start + Math.min(offset % size & -4, size - Integer.BYTES);
    int before = image.getInt(at);
    image.putInt(
        at,
        switch (how) {
          case 0 -> value;
          case 1 -> before + value;
          case 2 -> before ^ value;
          // Something that has a meaning elsewhere in the table.
          default ->
              image.getInt(start + Math.min((value & 0xFFFFFF) % size & -4, size - Integer.BYTES));
        });
  }

  private static void fixChecksum(ByteBuffer image) {
    try {
      PatchedImage.fixChecksum(image);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // The header says that there is more than the file has: no checksum is needed.
    }
  }

  private static byte[] read() {
    try {
      return Files.readAllBytes(IMAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
