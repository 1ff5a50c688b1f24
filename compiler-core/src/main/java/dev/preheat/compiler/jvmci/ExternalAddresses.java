package dev.preheat.compiler.jvmci;

import dev.preheat.format.image.ImageModel.External;
import dev.preheat.format.image.ImageModel.LibjvmAddress;
import dev.preheat.format.image.ImageModel.LibjvmWord;
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
                  && ValueRules.isAddress(field.type)
                  && field.value instanceof Long value
                  && value != 0) {
                byAddress.putIfAbsent(value, value(name));
              }
            });
    config
        .addresses()
        .forEach(
            (name, address) ->
                byAddress.putIfAbsent(address, new LibjvmAddress(name, address - tables.base())));
  }

  /** The external at an address, or null where it has no name. */
  public External find(long address) {
    return byAddress.get(address);
  }

  /** The value of a static VM field. */
  public External value(String name) {
    return new LibjvmWord(name, config.field(name).address - tables.base());
  }
}
