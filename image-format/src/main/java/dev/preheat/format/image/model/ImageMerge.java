// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Puts images of the same program and the same JVM build, compiled for different collectors or
 * processors, into one.
 */
public final class ImageMerge {

  private ImageMerge() {}

  /**
   * One image with the variants of both, those of the first in front.
   *
   * @throws IllegalArgumentException if they were made of different programs or for different
   *     builds of the JVM, or have variants of the same name; it says what differs
   */
  public static ImageModel of(ImageModel first, ImageModel second) {
    checkSame("the JVM", first.properties(), second.properties());
    checkSame("the layout of the JVM's structures", first.layout(), second.layout());
    checkSame("the class path", first.containers(), second.containers());
    List<ImageModel.Variant> variants = new ArrayList<>(first.variants());
    variants.addAll(second.variants());
    Set<String> names = new HashSet<>();
    for (ImageModel.Variant variant : variants) {
      check(names.add(variant.name()), "both have a variant named " + variant.name());
    }
    return new ImageModel(
        first.properties(),
        first.layout(),
        first.containers(),
        union(first.classes(), second.classes(), Object::equals),
        union(first.methods(), second.methods(), ImageMerge::isSame),
        variants);
  }

  /** The hint depends on the process that compiled. */
  private static boolean isSame(ImageModel.MethodInfo one, ImageModel.MethodInfo other) {
    return one.equals(other);
  }

  private static <K, V> SortedMap<K, V> union(
      SortedMap<K, V> first, SortedMap<K, V> second, BiPredicate<V, V> isSame) {
    SortedMap<K, V> union = new TreeMap<>(second);
    for (Map.Entry<K, V> entry : first.entrySet()) {
      V other = union.put(entry.getKey(), entry.getValue());
      check(other == null || isSame.test(entry.getValue(), other), entry.getKey() + " differs");
    }
    return union;
  }

  private static void checkSame(String what, Object one, Object other) {
    check(one.equals(other), what + " differs");
  }

  private static void check(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(problem);
    }
  }
}
