// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal;

import jdk.graal.compiler.core.common.spi.ConstantFieldProvider;
import jdk.graal.compiler.core.common.spi.MetaAccessExtensionProvider;
import jdk.graal.compiler.hotspot.GraalHotSpotVMConfig;
import jdk.graal.compiler.hotspot.meta.HotSpotGraalConstantFieldProvider;
import jdk.graal.compiler.hotspot.meta.HotSpotMetaAccessExtensionProvider;
import jdk.vm.ci.hotspot.HotSpotConstantReflectionProvider;
import jdk.vm.ci.hotspot.HotSpotJVMCIRuntime;
import jdk.vm.ci.hotspot.HotSpotMemoryAccessProvider;
import jdk.vm.ci.hotspot.HotSpotMetaspaceConstant;
import jdk.vm.ci.hotspot.HotSpotObjectConstant;
import jdk.vm.ci.meta.Constant;
import jdk.vm.ci.meta.ConstantReflectionProvider;
import jdk.vm.ci.meta.JavaConstant;
import jdk.vm.ci.meta.JavaKind;
import jdk.vm.ci.meta.MetaAccessProvider;
import jdk.vm.ci.meta.ResolvedJavaField;
import jdk.vm.ci.meta.ResolvedJavaType;

/**
 * What Graal may fold. Values that another process has, too: what a class file fixes (the layout of
 * a class, its place among its supertypes) and the contents of strings. Never: static fields,
 * fields of other objects, memory of the VM.
 */
final class ImageConstants {

  private static final String STRING = "Ljava/lang/String;";

  private ImageConstants() {}

  /**
   * Folds the coder of string constants, nothing else: their bytes are an object without a name.
   */
  static ConstantFieldProvider fields(GraalHotSpotVMConfig config, MetaAccessProvider metaAccess) {
    return new HotSpotGraalConstantFieldProvider(config, metaAccess) {
      @Override
      public <T> T readConstantField(ResolvedJavaField field, ConstantFieldTool<T> tool) {
        return isStringCoder(field) ? super.readConstantField(field, tool) : null;
      }
    };
  }

  /**
   * Instances of classes that may not be initialised here are allocated by the code path that
   * checks it.
   */
  static MetaAccessExtensionProvider metaAccessExtension(ConstantReflectionProvider reflection) {
    return new HotSpotMetaAccessExtensionProvider(reflection) {
      @Override
      public boolean canConstantFoldDynamicAllocation(ResolvedJavaType type) {
        return type.isArray();
      }
    };
  }

  private static boolean isStringCoder(ResolvedJavaField field) {
    return !field.isStatic()
        && field.getDeclaringClass().getName().equals(STRING)
        && field.getName().equals("coder");
  }

  /** Reads constants as {@link #fields} does and memory as {@link Memory} does. */
  static final class Reflection extends HotSpotConstantReflectionProvider {
    private final HotSpotMemoryAccessProvider memory;

    Reflection(HotSpotJVMCIRuntime runtime, GraalHotSpotVMConfig config) {
      super(runtime);
      memory = new Memory((HotSpotMemoryAccessProvider) super.getMemoryAccessProvider(), config);
    }

    @Override
    public HotSpotMemoryAccessProvider getMemoryAccessProvider() {
      return memory;
    }

    @Override
    public JavaConstant readFieldValue(ResolvedJavaField field, JavaConstant receiver) {
      return isStringCoder(field) ? super.readFieldValue(field, receiver) : null;
    }
  }

  /**
   * Of metaspace only what the class file fixes can be read: the layout helper and the offset of
   * the super check. Other words are addresses ({@code _secondary_supers}, seen as a crash) or
   * differ by process ({@code _hash_slot}, from the identity hash of a symbol).
   */
  private static final class Memory implements HotSpotMemoryAccessProvider {
    private final HotSpotMemoryAccessProvider delegate;
    private final GraalHotSpotVMConfig config;

    Memory(HotSpotMemoryAccessProvider delegate, GraalHotSpotVMConfig config) {
      this.delegate = delegate;
      this.config = config;
    }

    @Override
    public JavaConstant readPrimitiveConstant(
        JavaKind kind, Constant base, long displacement, int bits) {
      boolean fixed =
          base instanceof HotSpotMetaspaceConstant
              && bits == Integer.SIZE
              && (displacement == config.klassLayoutHelperOffset
                  || displacement == config.superCheckOffsetOffset);
      return fixed ? delegate.readPrimitiveConstant(kind, base, displacement, bits) : null;
    }

    @Override
    public JavaConstant readObjectConstant(Constant base, long displacement) {
      // The mirror of a class is a symbol; what an object refers to is not.
      return base instanceof HotSpotObjectConstant
          ? null
          : delegate.readObjectConstant(base, displacement);
    }

    @Override
    public JavaConstant readNarrowOopConstant(Constant base, long displacement) {
      return null;
    }

    @Override
    public Constant readKlassPointerConstant(Constant base, long displacement) {
      return delegate.readKlassPointerConstant(base, displacement);
    }

    @Override
    public Constant readNarrowKlassPointerConstant(Constant base, long displacement) {
      return delegate.readNarrowKlassPointerConstant(base, displacement);
    }

    @Override
    public Constant readMethodPointerConstant(Constant base, long displacement) {
      return null;
    }
  }
}
