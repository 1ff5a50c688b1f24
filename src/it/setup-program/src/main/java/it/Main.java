// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package it;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ByteVector;

/** Prints what it works out; the argument says how often it does so. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    int rounds = Integer.parseInt(arguments[0]);
    List<String> last = List.of();
    for (int round = 0; round < rounds; round++) {
      last = lines(round);
    }
    last.forEach(System.out::println);
  }

  /** What one round works out. */
  static List<String> lines(int round) {
    List<String> lines = new ArrayList<>();
    lines.add(Greeting.text() + " " + round);
    lines.add("primes " + Primes.count(2000 + round % 7));
    lines.add("words " + Words.count("the cat and the dog and the bird " + round));
    lines.add("sum " + Expressions.value("(1+2)*(3+" + round + ")-4*5"));
    lines.add("bad " + Expressions.value("1+*2"));
    lines.add("ledger " + Ledger.balance(round));
    lines.add("bytes " + new ByteVector(4).putInt(round).putLong(round).size());
    return lines;
  }
}
