// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import dev.preheat.format.image.model.ExternalKind;
import dev.preheat.format.image.model.ImageModel.External;
import dev.preheat.format.image.model.ImageModel.InLibjvm;
import java.util.HashMap;
import java.util.Map;

/**
 * Names for the VM's entry points and stub routines, so that a call to an address becomes a call to
 * a name.
 */
public final class ExternalAddresses {

  private final Map<Long, External> byAddress = new HashMap<>();
  private final VmConfig config;
  private final VmTables tables;
  private final long counterOverflow;

  /**
   * Of the running JVM. Where several names have one address, the first in alphabetical order
   * stands for it.
   */
  public ExternalAddresses(VmConfig config, VmTables tables) {
    this.config = config;
    this.tables = tables;
    config
        .fields()
        .forEach(
            (name, field) -> {
              if (field.isStatic()
                  && VmConfig.isAddress(field.type)
                  && field.value instanceof Long value
                  && value != 0) {
                byAddress.putIfAbsent(value, routine(name));
              }
            });
    config
        .addresses()
        .forEach(
            (name, address) ->
                byAddress.putIfAbsent(
                    address, new InLibjvm(ExternalKind.ADDRESS, name, address - tables.base())));
    counterOverflow = new CounterOverflow(tables).address();
    byAddress.put(
        counterOverflow,
        new InLibjvm(ExternalKind.ADDRESS, CounterOverflow.NAME, counterOverflow - tables.base()));
  }

  /** The routine that code calls when a counter of its own overflows. */
  public long counterOverflow() {
    return counterOverflow;
  }

  /** The external at an address, or null where it has no name. */
  public External find(long address) {
    return byAddress.get(address);
  }

  /** The number that a static VM field holds; 0 is one, too. */
  public External number(String name) {
    return new InLibjvm(ExternalKind.NUMBER, name, offset(name));
  }

  /** The data whose address a static VM field holds; 0 is none. */
  public External data(String name) {
    return new InLibjvm(ExternalKind.DATA, name, offset(name));
  }

  /** The routine whose entry a static VM field holds; 0 is none. */
  public External routine(String name) {
    return new InLibjvm(ExternalKind.ROUTINE, name, offset(name));
  }

  private long offset(String name) {
    return config.field(name).address - tables.base();
  }
}
