package dev.preheat.loader.hotspot;

import dev.preheat.format.image.ImageLayout.ClassEntry;
import dev.preheat.format.image.ImageLayout.Container;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Compares class files one by one: the slower way, for a class path that is not the one of the
 * image. It looks for the file where the application loader finds it, in the first entry that has
 * it; where that is the jar of the image nothing need be read.
 */
final class ClassFiles {

  private static final int NO_CONTAINER = 0xFFFF;
  private static final int DIGEST_WORDS = 8;
  private static final int CHUNK_BYTES = 1 << 14;

  private final LoadedImage image;
  private final List<ClassPathEntry> entries;
  private final MessageDigest sha256;
  private final byte[] chunk = new byte[CHUNK_BYTES];

  ClassFiles(LoadedImage image, String path) {
    this.image = image;
    entries = ClassPathEntry.list(path, this::container);
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the class file that an application class comes from is the one of the image. */
  boolean isSame(int type) {
    int entry = image.start(Tables.CLASSES) + type * (ClassEntry.BYTES >> 2);
    String name = image.text(entry + (ClassEntry.NAME_OFFSET >> 2)).concat(".class");
    int container = image.words[entry + (ClassEntry.CONTAINER >> 2)] >>> 16;
    for (ClassPathEntry each : entries) {
      if (each.has(name)) {
        return (container != NO_CONTAINER && each.container() == container)
            || isDigest(digest(each, name), image.start(Tables.DIGESTS) + type * DIGEST_WORDS);
      }
    }
    return false;
  }

  /** Index of the image's jar that a file is the same as, -1 for none. */
  private int container(File file) {
    for (int i = 0; i < image.count(Tables.CONTAINERS); i++) {
      int entry = image.start(Tables.CONTAINERS) + i * (Container.BYTES >> 2);
      if (image.words[entry + (Container.KIND >> 2)] == Tables.CONTAINER_JAR
          && ClassPath.isSame(image, entry, file)) {
        return i;
      }
    }
    return -1;
  }

  private byte[] digest(ClassPathEntry entry, String name) {
    try (InputStream file = entry.open(name)) {
      int count = file.read(chunk);
      while (count >= 0) {
        sha256.update(chunk, 0, count);
        count = file.read(chunk);
      }
      return sha256.digest();
    } catch (IOException e) {
      sha256.reset();
      return new byte[sha256.getDigestLength()];
    }
  }

  private boolean isDigest(byte[] digest, int at) {
    int different = 0;
    int zero = 0;
    for (int i = 0; i < digest.length; i++) {
      int expected = image.words[at + (i >> 2)] >> ((i & 3) << 3) & 0xFF;
      different |= expected ^ (digest[i] & 0xFF);
      zero |= expected;
    }
    return different == 0 && zero != 0;
  }
}
