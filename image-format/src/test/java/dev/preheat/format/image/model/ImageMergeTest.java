// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.preheat.format.image.RandomModel;
import dev.preheat.format.image.SampleImage;
import dev.preheat.format.image.model.ImageModel.ClassInfo;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.MethodInfo;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.format.image.model.ImageModel.Variant;
import dev.preheat.format.image.read.ImageReader;
import dev.preheat.format.image.write.ImageWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Variants of two images come together as they were, and only if the images belong together. */
class ImageMergeTest {
  private static final ImageModel SAMPLE = SampleImage.model();

  @Provide
  Arbitrary<ImageModel> models() {
    return RandomModel.arbitrary();
  }

  @Property(tries = 200)
  void bothAreInTheImage(@ForAll("models") ImageModel random) throws Exception {
    ImageModel model = withVariants(random, "first ");
    ImageModel second = withVariants(random, "second ");

    ImageModel merged = ImageMerge.of(model, second);

    int count = model.variants().size();
    assertEquals(model.variants(), merged.variants().subList(0, count));
    assertEquals(second.variants(), merged.variants().subList(count, 2 * count));
    ImageWriter.Layout layout = ImageWriter.write(merged);
    assertEquals(merged, ImageReader.read("test", layout.region(), layout.code()));
  }

  @Test
  void classesAndMethodsOfBothAreKept() {
    ClassSymbol type = new ClassSymbol(ClassRole.APP, "demo/OnlyHere");
    MethodSymbol method = new MethodSymbol(type, "run", "()V");
    ImageModel second =
        with(
            withVariants(SAMPLE, "other "),
            plus(SAMPLE.classes(), type, new ClassInfo(0, 7, 8, SampleImage.DIGEST)),
            plus(SAMPLE.methods(), method, new MethodInfo(1, 2)));

    ImageModel merged = ImageMerge.of(SAMPLE, second);

    assertEquals(second.classes(), merged.classes());
    assertEquals(second.methods(), merged.methods());
    assertEquals(second.classes(), ImageMerge.of(second, SAMPLE).classes());
  }

  @Test
  void imagesOfDifferentClassesAreRefused() {
    ImageModel second =
        with(
            withVariants(SAMPLE, "other "),
            plus(SAMPLE.classes(), SampleImage.MAIN, new ClassInfo(0, 7, 8, SampleImage.DIGEST)),
            SAMPLE.methods());

    assertEquals("demo.Main differs", refusal(SAMPLE, second));
  }

  @Test
  void imagesOfDifferentJvmsAreRefused() {
    SortedMap<String, String> properties = plus(SAMPLE.properties(), "libjvm.size", "1");
    ImageModel second =
        new ImageModel(
            properties,
            SAMPLE.layout(),
            SAMPLE.containers(),
            SAMPLE.classes(),
            SAMPLE.methods(),
            List.of());

    assertEquals("the JVM differs", refusal(SAMPLE, second));
  }

  @Test
  void imagesOfDifferentClassPathsAreRefused() {
    ImageModel second =
        new ImageModel(
            SAMPLE.properties(),
            SAMPLE.layout(),
            List.of(),
            SAMPLE.classes(),
            SAMPLE.methods(),
            List.of());

    assertEquals("the class path differs", refusal(SAMPLE, second));
  }

  @Test
  void theSameVariantTwiceIsRefused() {
    assertEquals(
        "both have a variant named " + SAMPLE.variants().get(0).name(), refusal(SAMPLE, SAMPLE));
  }

  private static String refusal(ImageModel first, ImageModel second) {
    return assertThrows(IllegalArgumentException.class, () -> ImageMerge.of(first, second))
        .getMessage();
  }

  /** With variants that are named one after the other. */
  private static ImageModel withVariants(ImageModel model, String name) {
    List<Variant> variants = new ArrayList<>();
    for (Variant each : model.variants()) {
      variants.add(new Variant(name + variants.size(), each.facts(), each.records()));
    }
    return SampleImage.with(model, variants);
  }

  private static ImageModel with(
      ImageModel model,
      SortedMap<ClassSymbol, ClassInfo> classes,
      SortedMap<MethodSymbol, MethodInfo> methods) {
    return new ImageModel(
        model.properties(), model.layout(), model.containers(), classes, methods, model.variants());
  }

  private static <K, V> SortedMap<K, V> plus(SortedMap<K, V> map, K key, V value) {
    SortedMap<K, V> more = new TreeMap<>(map);
    more.put(key, value);
    return more;
  }
}
