// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.markdown;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind the opening fence of a code block, such as {@code java title="Heap.java"
 * lines}.
 *
 * @param language first word, in lower case; empty if there is none
 * @param argument second word, empty if there is none
 * @param title value of {@code title}, empty if there is none
 * @param lineNumbers whether {@code lines} is among the words
 */
record InfoString(String language, String argument, String title, boolean lineNumbers) {

  private static final Pattern TITLE = Pattern.compile("title=\"([^\"]*)\"");

  static InfoString parse(String info) {
    if (info == null || info.isBlank()) {
      return new InfoString("", "", "", false);
    }
    Matcher matcher = TITLE.matcher(info);
    String title = matcher.find() ? matcher.group(1) : "";
    String[] words = TITLE.matcher(info).replaceAll("").strip().split("\\s+");
    boolean lineNumbers = false;
    for (int i = 1; i < words.length; i++) {
      lineNumbers |= words[i].equals("lines");
    }
    String argument = words.length > 1 ? words[1] : "";
    return new InfoString(words[0].toLowerCase(Locale.ROOT), argument, title, lineNumbers);
  }
}
