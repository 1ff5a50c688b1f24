// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.it;

import java.util.TreeSet;
import jdk.vm.ci.hotspot.HotSpotJVMCIRuntime;
import jdk.vm.ci.hotspot.VMField;

/** Prints the names of what the VM could have told the address of, and does not have. */
final class MissingRoutines {

  private MissingRoutines() {}

  public static void main(String[] arguments) {
    TreeSet<String> names = new TreeSet<>();
    for (VMField field : HotSpotJVMCIRuntime.runtime().getConfigStore().getFields().values()) {
      if (field.value instanceof Long value && value == 0) {
        names.add(field.name);
      }
    }
    names.forEach(System.out::println);
  }
}
