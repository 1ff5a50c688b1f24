// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import dev.preheat.compiler.outcome.OmissionException;
import dev.preheat.compiler.outcome.OmissionReason;
import dev.preheat.format.image.model.ImageModel.ClassMirror;
import dev.preheat.format.image.model.ImageModel.CodeRelocation;
import dev.preheat.format.image.model.ImageModel.External;
import dev.preheat.format.image.model.ImageModel.MachineCode;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.format.image.model.ImageModel.ObjectSymbol;
import dev.preheat.format.image.model.ImageModel.PrimitiveMirror;
import dev.preheat.format.image.model.ImageModel.Relocation;
import dev.preheat.format.image.model.ImageModel.StringConstant;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jdk.vm.ci.hotspot.HotSpotCompiledCode;
import jdk.vm.ci.meta.ResolvedJavaType;

/** Turns compiled code into bytes without addresses and a list of places to patch. */
public final class CodeSymbolizer {

  /** Code without addresses. */
  public record Symbolized(
      MachineCode body, List<Relocation> relocations, List<ObjectSymbol> objects) {}

  /**
   * What stands for something else in the code that the compiler built.
   *
   * @param calls externals by address, for foreign calls
   * @param methods methods by address of their stand-ins, for calls
   * @param sentinels externals by the number that was planted for them
   * @param objects object symbols by the identity of their stand-ins
   */
  public record Names(
      Map<Long, External> calls,
      Map<Long, MethodSymbol> methods,
      Map<Long, External> sentinels,
      Map<Object, ObjectSymbol> objects) {}

  /** The upper half of numbers that stand for offsets; not an address, not a plausible constant. */
  public static final long SENTINEL = 0x5052_4548_0000_0000L;

  private final JvmciInternals internals;
  private final LoadedSymbols world;
  private final NativeAddresses addresses;

  /** For code that refers to classes of the given world only. */
  public CodeSymbolizer(JvmciInternals internals, LoadedSymbols world) {
    this.internals = internals;
    this.world = world;
    this.addresses = NativeAddresses.of(world.config());
  }

  /**
   * Symbolises.
   *
   * @param code as Graal built it
   * @param names what its addresses, numbers and objects stand for
   * @throws OmissionException when something in it has no symbol
   */
  public Symbolized symbolize(HotSpotCompiledCode code, Names names) throws OmissionException {
    JvmciInternals.EncodedCode encoded = internals.encode(code);
    StreamSymbolizer stream = new StreamSymbolizer(world, names.calls(), names.methods());
    stream.run(encoded.bytes());
    CodeBytes bytes = CodeBytes.of(code);
    List<Relocation> relocations = new ArrayList<>(stream.relocations());
    relocations.addAll(findSentinels(bytes, names.sentinels(), addresses));
    List<ObjectSymbol> pool = new ArrayList<>();
    if (encoded.objects() != null) {
      for (Object object : encoded.objects()) {
        pool.add(symbol(object, names.objects()));
      }
    }
    MachineCode body =
        new MachineCode(
            stream.bytes(), bytes.code(), bytes.data(), bytes.dataAlignment(), bytes.frameSize());
    return new Symbolized(body, relocations, pool);
  }

  /**
   * Replaces sentinels.
   *
   * @throws OmissionException when there is an address, or something was made of a sentinel
   */
  static List<Relocation> findSentinels(
      CodeBytes bytes, Map<Long, External> sentinels, NativeAddresses addresses)
      throws OmissionException {
    List<Relocation> relocations = new ArrayList<>();
    ByteBuffer code = ByteBuffer.wrap(bytes.code()).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + Long.BYTES <= code.limit(); at++) {
      long word = code.getLong(at);
      External external = sentinels.get(word);
      if (external != null) {
        relocations.add(new CodeRelocation(at, external));
        code.putLong(at, 0);
      } else if (isImmediate(bytes.code(), at) && addresses.contains(word)) {
        throw new OmissionException(OmissionReason.UNKNOWN_ADDRESS, "address in the code");
      } else if (word >>> Integer.SIZE == SENTINEL >>> Integer.SIZE) {
        // Arithmetic was folded into the number that stands for an offset.
        throw new OmissionException(
            OmissionReason.UNKNOWN_ADDRESS, "offset of a call site in the code");
      }
    }
    ByteBuffer data = ByteBuffer.wrap(bytes.data()).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + Long.BYTES <= data.limit(); at++) {
      long word = data.getLong(at);
      if (sentinels.containsKey(word) || addresses.isDistinct(word)) {
        throw new OmissionException(OmissionReason.UNKNOWN_ADDRESS, "address in the data section");
      }
    }
    return relocations;
  }

  /** Whether the word is the operand of {@code movabs}: REX.W, B8 + register. */
  private static boolean isImmediate(byte[] code, int at) {
    return at >= 2 && (code[at - 2] & 0xFE) == 0x48 && (code[at - 1] & 0xF8) == 0xB8;
  }

  private ObjectSymbol symbol(Object object, Map<Object, ObjectSymbol> objects)
      throws OmissionException {
    ObjectSymbol known = objects.get(object);
    if (known != null) {
      return known;
    }
    if (object instanceof String string) {
      return string(string);
    }
    if (object instanceof Class<?> mirror) {
      return mirror(mirror);
    }
    throw new OmissionException(OmissionReason.OBJECT_CONSTANT, object.getClass().getName());
  }

  private static ObjectSymbol string(String string) throws OmissionException {
    byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
    if (!Arrays.equals(
        new String(bytes, StandardCharsets.UTF_8).toCharArray(), string.toCharArray())) {
      throw new OmissionException(OmissionReason.OBJECT_CONSTANT, "string that is no Unicode text");
    }
    return new StringConstant(string);
  }

  private ObjectSymbol mirror(Class<?> mirror) throws OmissionException {
    if (mirror.isPrimitive()) {
      return new PrimitiveMirror(mirror.descriptorString().charAt(0));
    }
    ResolvedJavaType type = world.type(mirror);
    return new ClassMirror(
        world
            .symbol(type)
            .orElseThrow(
                () -> new OmissionException(OmissionReason.UNKNOWN_CLASS, mirror.getName())));
  }
}
