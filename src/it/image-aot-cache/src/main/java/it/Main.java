// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package it;

public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.out.println(new Counter().add(Integer.parseInt(arguments[0])));
  }
}
