// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package app;

import lib.Series;

public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.out.println(Series.fibonacci(Integer.parseInt(arguments[0])));
  }
}
