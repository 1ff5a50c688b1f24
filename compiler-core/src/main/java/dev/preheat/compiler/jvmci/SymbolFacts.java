// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.MethodInfo;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.hotspot.VmField;
import dev.preheat.hotspot.content.ClassContent;

/** What the loader compares classes and methods with, read from the VM's own structures. */
public final class SymbolFacts {

  private final VmTables tables;
  private final JvmciInternals internals;
  private final LoadedSymbols world;
  private final ClassContent content;

  /** Of the running JVM. */
  public SymbolFacts(VmTables tables, JvmciInternals internals, LoadedSymbols world) {
    this.tables = tables;
    this.internals = internals;
    this.world = world;
    int[] layout =
        new VmLayout(tables, internals, world)
            .read().values().stream().mapToInt(Integer::intValue).toArray();
    content = new ClassContent(RawMemory.reader(), layout, 0);
  }

  /** See {@link ClassContent}. */
  public long content(ClassSymbol type) {
    return content.of(content.version(internals.klass(world.type(type))));
  }

  /** See {@link ClassContent#shape}. */
  public long shape(ClassSymbol type) {
    return content.shape(internals.klass(world.type(type)));
  }

  /** How the loader finds a method. */
  public MethodInfo of(MethodSymbol symbol) {
    long method =
        internals.method(
            world
                .method(symbol)
                .orElseThrow(() -> new IllegalArgumentException("not in this world: " + symbol)));
    long constMethod = RawMemory.u8(method + tables.offset(VmField.METHOD_CONST_METHOD));
    int name = RawMemory.u2(constMethod + tables.offset(VmField.CONST_METHOD_NAME_INDEX));
    int signature = RawMemory.u2(constMethod + tables.offset(VmField.CONST_METHOD_SIGNATURE_INDEX));
    int size = RawMemory.u2(constMethod + tables.offset(VmField.CONST_METHOD_CODE_SIZE));
    return new MethodInfo(name | signature << Short.SIZE, size);
  }
}
