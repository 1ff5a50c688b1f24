// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.model;

import dev.preheat.format.image.model.ImageModel.ClassMirror;
import dev.preheat.format.image.model.ImageModel.CodeRelocation;
import dev.preheat.format.image.model.ImageModel.External;
import dev.preheat.format.image.model.ImageModel.KlassRelocation;
import dev.preheat.format.image.model.ImageModel.MethodRelocation;
import dev.preheat.format.image.model.ImageModel.ObjectSymbol;
import dev.preheat.format.image.model.ImageModel.Relocation;
import dev.preheat.format.image.model.ImageModel.ResolvedReferences;
import dev.preheat.format.image.model.ImageModel.StreamRelocation;
import java.util.Locale;

/** Words for what is in an image. */
public final class SymbolText {

  private SymbolText() {}

  /** A constant as words: {@code AT_LEAST_4} is "at least 4". */
  public static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** What a patch is made in. */
  public static String place(Relocation patch) {
    return patch.kind() == RelocationKind.CODE_EXTERNAL ? "code" : "stream";
  }

  /** Kind of the symbol that a patch writes. */
  public static String targetKind(Relocation patch) {
    return switch (patch.kind()) {
      case STREAM_KLASS -> "class";
      case STREAM_METHOD -> "method";
      case STREAM_EXTERNAL, CODE_EXTERNAL -> words(external(patch).kind());
    };
  }

  /** Name of the symbol that a patch writes. */
  public static String target(Relocation patch) {
    return switch (patch.kind()) {
      case STREAM_KLASS -> ((KlassRelocation) patch).type().toString();
      case STREAM_METHOD -> ((MethodRelocation) patch).method().toString();
      case STREAM_EXTERNAL, CODE_EXTERNAL -> name(external(patch));
    };
  }

  /** What tells an object constant from others of its kind, as it is. */
  public static String value(ObjectSymbol object) {
    return switch (object.kind()) {
      case STRING, PRIMITIVE_MIRROR -> object.text();
      case CLASS_MIRROR -> ((ClassMirror) object).type().toString();
      case RESOLVED_REFERENCES -> ((ResolvedReferences) object).type().toString();
    };
  }

  private static External external(Relocation patch) {
    return patch instanceof StreamRelocation stream
        ? stream.external()
        : ((CodeRelocation) patch).external();
  }

  private static String name(External external) {
    return switch (external.kind()) {
      case ADDRESS, NUMBER, ROUTINE, DATA ->
          external.name() + " (libjvm + 0x" + Long.toHexString(external.offset()) + ")";
      case STUB, COUNTDOWN -> external.name();
      case CALL_SITE ->
          ((ImageModel.CallSiteAppendix) external).method() + " at " + external.offset();
    };
  }

  /** A class file may have any character in a name; lists of symbols are lines of text. */
  public static String printable(String name) {
    StringBuilder printable = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      printable.append(Character.isISOControl(c) ? "\\u%04x".formatted((int) c) : c);
    }
    return printable.toString();
  }
}
