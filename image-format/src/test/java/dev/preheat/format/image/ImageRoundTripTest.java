// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.InstallRecord;
import dev.preheat.format.image.model.ImageModel.Variant;
import dev.preheat.format.image.read.ImageReader;
import dev.preheat.format.image.write.ImageWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is written reads back as it was, and the same model gives the same bytes. */
class ImageRoundTripTest {

  @Provide
  Arbitrary<ImageModel> models() {
    return RandomModel.arbitrary();
  }

  @Property(tries = 500)
  void aModelReadsBackAsItWas(@ForAll("models") ImageModel model) throws Exception {
    ImageWriter.Layout layout = ImageWriter.write(model);

    ImageModel read = ImageReader.read("test", layout.region(), layout.code());

    assertEquals(model, read);
    assertSameImage(layout, ImageWriter.write(read));
  }

  @Property(tries = 200)
  void theOrderOfInsertionDoesNotMatter(@ForAll("models") ImageModel model) {
    assertSameImage(ImageWriter.write(model), ImageWriter.write(reversed(model)));
  }

  @Test
  void oneByteOfCodeMakesAnotherModel() throws Exception {
    ImageModel model = SampleImage.model();
    ImageWriter.Layout layout = ImageWriter.write(model);
    byte[] code = layout.code().clone();
    code[0]++;
    byte[] region = layout.region().clone();
    RawImage.seal(region, code);

    assertNotEquals(model, ImageReader.read("test", region, code));
  }

  private static void assertSameImage(ImageWriter.Layout expected, ImageWriter.Layout actual) {
    assertArrayEquals(expected.region(), actual.region());
    assertArrayEquals(expected.code(), actual.code());
    assertEquals(expected.codeFileOffset(), actual.codeFileOffset());
    assertEquals(expected.functions(), actual.functions());
  }

  /** The same model, made of other objects that were put together from the end. */
  private static ImageModel reversed(ImageModel model) {
    return new ImageModel(
        reversed(model.properties()),
        reversed(model.layout()),
        model.containers(),
        reversed(model.classes()),
        reversed(model.methods()),
        model.variants().stream().map(ImageRoundTripTest::reversed).toList());
  }

  private static Variant reversed(Variant variant) {
    return new Variant(
        variant.name(),
        variant.facts(),
        variant.records().stream()
            .map(
                record ->
                    new InstallRecord(
                        record.subject(),
                        record.body(),
                        record.relocations(),
                        record.objects(),
                        reversed(record.dependencies()),
                        reversed(record.initialized()),
                        record.weight()))
            .toList());
  }

  private static <K extends Comparable<K>, V> SortedMap<K, V> reversed(SortedMap<K, V> map) {
    SortedMap<K, V> reversed = new TreeMap<>();
    List<K> keys = new ArrayList<>(map.keySet());
    Collections.reverse(keys);
    keys.forEach(key -> reversed.put(key, map.get(key)));
    return reversed;
  }

  private static <T extends Comparable<T>> SortedSet<T> reversed(SortedSet<T> set) {
    List<T> elements = new ArrayList<>(set);
    Collections.reverse(elements);
    return new TreeSet<>(elements);
  }
}
