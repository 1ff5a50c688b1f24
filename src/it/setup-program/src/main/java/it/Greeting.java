package it;

/** So small that callers have it inlined. */
final class Greeting {
  private Greeting() {}

  static String text() {
    return "Greetings of the first version";
  }
}
