// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.ref.WeakReference;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EventListener;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What JdkRelationsIT runs: relations between classes of the JDK that are constants in code. */
public final class JdkRelations {
  public static void main(String[] arguments) {
    System.out.println(assignable() + " " + inlined() + " " + throughJdk() + " " + array());
    System.out.println(field(new Holder()) + " " + returned() + " " + cast(new StringJoiner("")));
    System.out.println(independent(4));
  }

  /** What Graal has code for that reads fields whose names it knows. Arguments: digests. */
  static class Fields {
    public static void main(String[] arguments) throws Exception {
      byte[] bytes = "what is digested, and encrypted".repeat(100).getBytes(UTF_8);
      for (String algorithm : arguments) {
        byte[] digest = MessageDigest.getInstance(algorithm).digest(bytes);
        System.out.println(HexFormat.of().formatHex(digest));
      }
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      SecretKeySpec key = new SecretKeySpec(bytes, 0, 16, "AES");
      cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(bytes, 16, 16));
      System.out.println(HexFormat.of().formatHex(cipher.doFinal(bytes)));
      System.out.println(referent(new WeakReference<>("referent")));
    }

    static Object referent(WeakReference<Object> reference) {
      return reference.get();
    }

    /** Has the classes before the loader looks for them. */
    static class Early {
      public static void main(String[] arguments) throws Exception {
        for (String name :
            List.of(
                "JdkRelations$Fields",
                "java.lang.ref.WeakReference",
                "sun.security.provider.SHA2",
                "sun.security.util.ArrayUtil",
                "com.sun.crypto.provider.CipherBlockChaining",
                "com.sun.crypto.provider.AESCrypt")) {
          Class.forName(name);
        }
        List<String> all = new ArrayList<>(List.of("JdkRelations$Fields"));
        all.addAll(List.of(arguments));
        Class.forName("dev.preheat.loader.Main")
            .getMethod("main", String[].class)
            .invoke(null, (Object) all.toArray(new String[0]));
      }
    }
  }

  /** Has the classes before the loader looks for them. */
  static class Early {
    public static void main(String[] arguments) throws Exception {
      for (String name :
          "JdkRelations Holder java.util.EventListener java.util.StringJoiner".split(" ")) {
        Class.forName(name);
      }
      Class.forName("dev.preheat.loader.Main")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {"JdkRelations"});
    }
  }

  static boolean assignable() {
    return EventListener.class.isAssignableFrom(StringJoiner.class);
  }

  /** The class is a constant of the caller only. */
  static boolean inlined() {
    return check(StringJoiner.class);
  }

  static boolean check(Class<?> type) {
    return EventListener.class.isAssignableFrom(type);
  }

  /** A method of the JDK is between them. */
  static boolean throughJdk() {
    return check(Objects.requireNonNull(StringJoiner.class));
  }

  static boolean array() {
    return EventListener[].class.isAssignableFrom(StringJoiner[].class);
  }

  /** A final class that is no listener is none for ever; only the descriptor names it. */
  static boolean field(Holder holder) {
    return EventListener.class.isInstance(holder.joiner);
  }

  static boolean returned() {
    return EventListener.class.isInstance(Holder.make());
  }

  static String cast(Object joiner) {
    try {
      return EventListener.class.cast((StringJoiner) joiner) == null ? "null" : "cast";
    } catch (ClassCastException e) {
      return "no cast";
    }
  }

  static int independent(int number) {
    return 2 * number;
  }
}

class Holder {
  StringJoiner joiner = new StringJoiner("");

  static StringJoiner make() {
    return new StringJoiner("");
  }
}
