// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import dev.preheat.compiler.outcome.OmissionException;
import dev.preheat.compiler.outcome.OmissionReason;
import dev.preheat.format.image.model.ImageModel.External;
import dev.preheat.format.image.model.ImageModel.KlassRelocation;
import dev.preheat.format.image.model.ImageModel.MethodRelocation;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.format.image.model.ImageModel.Relocation;
import dev.preheat.format.image.model.ImageModel.StreamRelocation;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads an install stream with type information, writes it without, and turns its pointers into
 * patches. An 8-byte element whose name is not known here refuses the code: a later JVMCI may have
 * put a pointer there.
 */
final class StreamSymbolizer {

  private static final int NO_ID = -1;

  private final LoadedSymbols world;
  private final Map<Long, External> calls;
  private final Map<Long, MethodSymbol> aliases;
  private final long siteCall;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Relocation> relocations = new ArrayList<>();
  private int tag = -1;

  StreamSymbolizer(
      LoadedSymbols world, Map<Long, External> calls, Map<Long, MethodSymbol> aliases) {
    this.world = world;
    this.calls = calls;
    this.aliases = aliases;
    this.siteCall = world.config().constant("CodeInstaller::SITE_CALL");
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  List<Relocation> relocations() {
    return relocations;
  }

  void run(byte[] typed) throws OmissionException {
    ByteBuffer in = ByteBuffer.wrap(typed).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      int size = in.get() & 0xFF;
      byte[] name = new byte[in.get() & 0xFF];
      in.get(name);
      element(new String(name, StandardCharsets.US_ASCII), size, in);
    }
  }

  private void element(String name, int size, ByteBuffer in) throws OmissionException {
    if (name.equals("name") || name.equals("comment:text")) {
      text(in);
      return;
    }
    byte[] value = new byte[size];
    in.get(value);
    if (name.equals("tag")) {
      tag = value[0] & 0xFF;
    } else if (name.equals("id") && size == Integer.BYTES) {
      // The VM assigns a compile id where there is none. (Ids of objects are shorter.)
      value = littleEndian(NO_ID);
    } else if (size == Long.BYTES
        && pointer(name, ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong())) {
      value = new byte[Long.BYTES];
    }
    out.writeBytes(value);
  }

  /** A text: length, bytes, zero; or the length -1 alone. */
  private void text(ByteBuffer in) {
    int length = in.getInt();
    out.writeBytes(littleEndian(length));
    if (length >= 0) {
      byte[] text = new byte[length + 1];
      in.get(text);
      out.writeBytes(text);
    }
  }

  private boolean pointer(String name, long value) throws OmissionException {
    switch (name) {
      case "method", "impl", "patch:method" -> {
        relocations.add(method(value));
        return true;
      }
      case "patch:klass", "type", "receiverType", "context", "subtype" -> {
        relocations.add(
            new KlassRelocation(
                out.size(),
                world
                    .klass(value)
                    .orElseThrow(() -> new OmissionException(OmissionReason.UNKNOWN_CLASS, name))));
        return true;
      }
      case "target" -> {
        relocations.add(tag == siteCall ? method(value) : call(value));
        return true;
      }
      case "primitive8", "primitive" -> {
        return false;
      }
      case "compileState" -> {
        if (value != 0) {
          throw new OmissionException(OmissionReason.UNKNOWN_ADDRESS, name);
        }
        return false;
      }
      default -> throw new OmissionException(OmissionReason.UNKNOWN_ADDRESS, name);
    }
  }

  private Relocation method(long address) throws OmissionException {
    MethodSymbol alias = aliases.get(address);
    if (alias != null) {
      return new MethodRelocation(out.size(), alias);
    }
    return new MethodRelocation(
        out.size(),
        world
            .method(address)
            .orElseThrow(
                () ->
                    new OmissionException(
                        OmissionReason.UNKNOWN_METHOD, "call, frame or assumption")));
  }

  private Relocation call(long address) throws OmissionException {
    External external = calls.get(address);
    if (external == null) {
      throw new OmissionException(OmissionReason.UNKNOWN_ADDRESS, "foreign call");
    }
    return new StreamRelocation(out.size(), external);
  }

  private static byte[] littleEndian(int value) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }
}
