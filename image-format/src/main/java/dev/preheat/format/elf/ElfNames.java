// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import java.nio.charset.StandardCharsets;

/** Names in string tables: UTF-8, ended by a zero. */
final class ElfNames {
  private ElfNames() {}

  /**
   * Checks that a string table can hold a name and give it back.
   *
   * @throws IllegalArgumentException if it is empty, has a zero, or half of a surrogate pair
   */
  static void check(String name, String what) {
    if (name.isEmpty()
        || name.indexOf('\0') >= 0
        || !StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
      throw new IllegalArgumentException(
          "'" + name + "' cannot be the name of a " + what + " of a shared object");
    }
  }
}
