package app;

import lib.Series;

public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.out.println(Series.fibonacci(Integer.parseInt(arguments[0])));
  }
}
