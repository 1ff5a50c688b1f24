// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LoaderOptionTest {

  @Test
  void everyPropertyHasItsVariable() throws IllegalAccessException {
    Set<String> expected = new TreeSet<>();
    for (String value : texts(LoaderOption.class)) {
      if (value.startsWith("preheat.")) {
        expected.add(value.toUpperCase(Locale.ROOT).replace('.', '_'));
      }
    }

    assertTrue(expected.contains("PREHEAT_IMAGE"), expected::toString);
    assertEquals(expected, texts(LoaderOption.Variable.class));
    assertTrue(expected.stream().allMatch(LoaderOption.Variable::isOurs));
    assertFalse(LoaderOption.Variable.isOurs("PATH"));
  }

  @Test
  void anArgumentStartsAsItsOptionIsDefined() {
    assertEquals("-Dpreheat.mode=off", LoaderOption.argument(LoaderOption.MODE, LoaderOption.OFF));
    assertEquals("-Dpreheat.mode=", LoaderOption.definition(LoaderOption.MODE));
  }

  private static Set<String> texts(Class<?> type) throws IllegalAccessException {
    Set<String> texts = new TreeSet<>();
    for (Field field : type.getFields()) {
      if (field.get(null) instanceof String text) {
        texts.add(text);
      }
    }
    return texts;
  }
}
