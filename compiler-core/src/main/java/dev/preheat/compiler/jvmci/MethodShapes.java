package dev.preheat.compiler.jvmci;

import dev.preheat.format.image.ClassStructure;
import dev.preheat.format.image.ImageModel.ClassSymbol;
import dev.preheat.format.image.ImageModel.MethodInfo;
import dev.preheat.format.image.ImageModel.MethodSymbol;

/** What the loader compares classes and methods with, read from the VM's own structures. */
public final class MethodShapes {

  private final VmTables tables;
  private final JvmciInternals internals;
  private final ClassWorld world;

  /** Of the running JVM. */
  public MethodShapes(VmTables tables, JvmciInternals internals, ClassWorld world) {
    this.tables = tables;
    this.internals = internals;
    this.world = world;
  }

  /** See {@link ClassStructure}. */
  public long structure(ClassSymbol type) {
    long klass = internals.klass(world.type(type));
    long constants = RawMemory.u8(klass + tables.offset("InstanceKlass::_constants"));
    return ClassStructure.hash(
        RawMemory.u4(constants + tables.offset("ConstantPool::_length")),
        RawMemory.u4(klass + tables.offset("Klass::_layout_helper")),
        RawMemory.u4(klass + tables.offset("Klass::_vtable_len")),
        RawMemory.u4(klass + tables.offset("InstanceKlass::_itable_len")),
        RawMemory.u4(methods(klass)));
  }

  /** How the loader finds a method. */
  public MethodInfo of(MethodSymbol symbol) {
    long method =
        internals.method(
            world
                .method(symbol)
                .orElseThrow(() -> new IllegalArgumentException("not in this world: " + symbol)));
    long constMethod = RawMemory.u8(method + tables.offset("Method::_constMethod"));
    int name = RawMemory.u2(constMethod + tables.offset("ConstMethod::_name_index"));
    int signature = RawMemory.u2(constMethod + tables.offset("ConstMethod::_signature_index"));
    int size = RawMemory.u2(constMethod + tables.offset("ConstMethod::_code_size"));
    return new MethodInfo(name | signature << Short.SIZE, size, 0);
  }

  private long methods(long klass) {
    return RawMemory.u8(klass + tables.offset("InstanceKlass::_methods"));
  }
}
