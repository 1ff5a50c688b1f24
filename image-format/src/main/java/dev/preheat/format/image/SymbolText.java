package dev.preheat.format.image;

import dev.preheat.format.image.ImageModel.ClassMirror;
import dev.preheat.format.image.ImageModel.CodeAddressPatch;
import dev.preheat.format.image.ImageModel.External;
import dev.preheat.format.image.ImageModel.KlassPatch;
import dev.preheat.format.image.ImageModel.MethodPatch;
import dev.preheat.format.image.ImageModel.ObjectSymbol;
import dev.preheat.format.image.ImageModel.Patch;
import dev.preheat.format.image.ImageModel.ResolvedReferences;
import dev.preheat.format.image.ImageModel.StreamAddressPatch;
import java.util.Locale;

/** Words for what is in an image. */
final class SymbolText {

  private SymbolText() {}

  /** A constant as words: {@code AT_LEAST_4} is "at least 4". */
  static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** What a patch is made in. */
  static String place(Patch patch) {
    return patch.kind() == RelocationKind.CODE_EXTERNAL ? "code" : "stream";
  }

  /** Kind of the symbol that a patch writes. */
  static String targetKind(Patch patch) {
    return switch (patch.kind()) {
      case STREAM_KLASS -> "class";
      case STREAM_METHOD -> "method";
      case STREAM_EXTERNAL, CODE_EXTERNAL -> words(external(patch).kind());
    };
  }

  /** Name of the symbol that a patch writes. */
  static String target(Patch patch) {
    return switch (patch.kind()) {
      case STREAM_KLASS -> ((KlassPatch) patch).type().toString();
      case STREAM_METHOD -> ((MethodPatch) patch).method().toString();
      case STREAM_EXTERNAL, CODE_EXTERNAL -> name(external(patch));
    };
  }

  /** What tells an object constant from others of its kind, as it is. */
  static String value(ObjectSymbol object) {
    return switch (object.kind()) {
      case STRING, PRIMITIVE_MIRROR -> object.text();
      case CLASS_MIRROR -> ((ClassMirror) object).type().toString();
      case RESOLVED_REFERENCES -> ((ResolvedReferences) object).type().toString();
    };
  }

  private static External external(Patch patch) {
    return patch instanceof StreamAddressPatch stream
        ? stream.external()
        : ((CodeAddressPatch) patch).external();
  }

  private static String name(External external) {
    return switch (external.kind()) {
      case ADDRESS, NUMBER, ROUTINE ->
          external.name() + " (libjvm + 0x" + Long.toHexString(external.offset()) + ")";
      case STUB -> external.name();
      case CALL_SITE ->
          ((ImageModel.CallSiteAppendix) external).method() + " at " + external.offset();
    };
  }

  /** A class file may have any character in a name; lists of symbols are lines of text. */
  static String printable(String name) {
    StringBuilder printable = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      printable.append(Character.isISOControl(c) ? "\\u%04x".formatted((int) c) : c);
    }
    return printable.toString();
  }
}
