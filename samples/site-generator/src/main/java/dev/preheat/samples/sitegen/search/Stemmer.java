// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.search;

/**
 * Takes the endings from English words, so that "sorted", "sorting" and "sorts" are found together.
 * The rules are the first step of Porter's algorithm, which does nearly all of the work.
 */
final class Stemmer {

  private Stemmer() {}

  /** Returns the stem of a word in lower case; words of up to three letters stay as they are. */
  static String stem(String word) {
    if (word.length() <= 3) {
      return word;
    }
    String singular = withoutPlural(word);
    String plain = withoutParticiple(singular);
    if (plain.length() > 3 && plain.endsWith("y") && !isVowel(plain, plain.length() - 2)) {
      return plain.substring(0, plain.length() - 1) + "i";
    }
    return plain;
  }

  private static String withoutPlural(String word) {
    if (word.endsWith("sses") || word.endsWith("ies")) {
      return word.substring(0, word.length() - 2);
    }
    if (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")) {
      return word.substring(0, word.length() - 1);
    }
    return word;
  }

  private static String withoutParticiple(String word) {
    if (word.endsWith("eed")) {
      return measure(word, word.length() - 3) > 0 ? word.substring(0, word.length() - 1) : word;
    }
    if (word.endsWith("ed") && hasVowel(word, word.length() - 2)) {
      return repaired(word.substring(0, word.length() - 2));
    }
    if (word.endsWith("ing") && hasVowel(word, word.length() - 3)) {
      return repaired(word.substring(0, word.length() - 3));
    }
    return word;
  }

  /** Gives back the "e" of "cached" and takes the second "p" from "mapped". */
  private static String repaired(String stem) {
    if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) {
      return stem + "e";
    }
    int last = stem.length() - 1;
    boolean doubled = last > 0 && stem.charAt(last) == stem.charAt(last - 1);
    if (doubled && !isVowel(stem, last) && "lsz".indexOf(stem.charAt(last)) < 0) {
      return stem.substring(0, last);
    }
    return measure(stem, stem.length()) == 1 && endsInShortSyllable(stem) ? stem + "e" : stem;
  }

  /** Returns how often a vowel is followed by a consonant before a place. */
  private static int measure(String word, int end) {
    int measure = 0;
    boolean afterVowel = false;
    for (int i = 0; i < end; i++) {
      boolean vowel = isVowel(word, i);
      if (!vowel && afterVowel) {
        measure++;
      }
      afterVowel = vowel;
    }
    return measure;
  }

  private static boolean hasVowel(String word, int end) {
    for (int i = 0; i < end; i++) {
      if (isVowel(word, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsInShortSyllable(String word) {
    int last = word.length() - 1;
    return last >= 2
        && !isVowel(word, last)
        && isVowel(word, last - 1)
        && !isVowel(word, last - 2)
        && "wxy".indexOf(word.charAt(last)) < 0;
  }

  private static boolean isVowel(String word, int index) {
    return switch (word.charAt(index)) {
      case 'a', 'e', 'i', 'o', 'u' -> true;
      case 'y' -> index > 0 && !isVowel(word, index - 1);
      default -> false;
    };
  }
}
