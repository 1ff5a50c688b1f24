// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.programs;

/** Main methods of all kinds that the launcher knows (JEP 512). */
@SuppressWarnings("IncorrectMainMethod") // which of them the launcher takes is what is tested
public final class Mains {

  private Mains() {}

  /** Not public, and so is its main method. */
  static class Hidden {
    static void main(String[] arguments) {
      System.out.println("hidden " + arguments.length);
    }
  }

  /** Without arguments. */
  static class WithoutArguments {
    static void main() {
      System.out.println("without arguments");
    }
  }

  /** Of an object. */
  static class OfAnObject {
    private final String text;

    OfAnObject() {
      text = "of an object";
    }

    void main(String[] arguments) {
      System.out.println(text + " " + arguments.length);
    }
  }

  /** Of an object, without arguments. */
  static class OfAnObjectWithoutArguments {
    protected void main() {
      System.out.println("of an object without arguments");
    }
  }

  /** Both: the one with arguments counts. */
  static class Both {
    static void main() {
      System.out.println("wrong");
    }

    void main(String[] arguments) {
      System.out.println("both " + arguments.length);
    }
  }

  /** Inherited. */
  static class Inherited extends Hidden {}

  /** Inherited from an interface. */
  static class FromAnInterface implements WithMain {}

  /** An interface with a main method. */
  interface WithMain {
    /** The main method. */
    default void main() {
      System.out.println("from an interface");
    }
  }

  /** An interface that is the main class itself. */
  interface Itself {
    /** The main method. */
    static void main(String[] arguments) {
      System.out.println("interface itself " + arguments.length);
    }
  }

  /** Its initialiser fails. */
  static class Failing {
    static final int NUMBER = Integer.parseInt("x");

    static void main(String[] arguments) {
      System.out.println(NUMBER);
    }
  }

  /** None at all. */
  static class None {
    private static void main(String[] arguments) {
      System.out.println("private " + arguments.length);
    }

    static int main() {
      main(new String[0]);
      return 0;
    }
  }

  /** Cannot be made. */
  abstract static class Abstract {
    void main() {
      System.out.println("abstract");
    }
  }

  /** Cannot be made from outside. */
  static final class NoConstructor {
    private NoConstructor() {}

    void main() {
      System.out.println("no constructor");
    }
  }
}
