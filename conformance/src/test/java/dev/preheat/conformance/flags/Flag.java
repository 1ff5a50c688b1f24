// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.flags;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A flag of the VM, as it prints it with {@code -XX:+PrintFlagsFinal}
 * (src/hotspot/share/runtime/flags/jvmFlag.cpp, JVMFlag::print_on).
 *
 * @param type as the VM declares it
 * @param name without {@code -XX:}
 * @param value that it has
 */
record Flag(Type type, String name, String value) {
  private static final Pattern LINE =
      Pattern.compile("\\s*(\\S+)\\s+(\\w+)\\s+:?=\\s*([^\\s{]*)\\s*\\{.*");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** What a flag holds. */
  enum Type {
    BOOL(0, false),
    INT(31, true),
    UINT(32, false),
    INTX(63, true),
    UINTX(64, false),
    SIZE_T(64, false),
    UINT64_T(64, false),
    DOUBLE(0, true),
    CCSTR(0, false),
    CCSTRLIST(0, false);

    private final BigInteger end;
    private final boolean signed;

    Type(int bits, boolean signed) {
      this.end = BigInteger.ONE.shiftLeft(bits);
      this.signed = signed;
    }

    private boolean holds(BigInteger number) {
      return number.compareTo(end) < 0
          && number.compareTo(signed ? end.negate() : BigInteger.ZERO) >= 0;
    }
  }

  /** The flags that a JVM printed, in its order. */
  static List<Flag> read(String printed) {
    List<Flag> flags = new ArrayList<>();
    printed.lines().forEach(line -> of(line).ifPresent(flags::add));
    return flags;
  }

  private static Optional<Flag> of(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Type type = Type.valueOf(matcher.group(1).toUpperCase(java.util.Locale.ROOT));
    return Optional.of(new Flag(type, matcher.group(2), matcher.group(3)));
  }

  /**
   * The options that give it other values: a boolean turned over, a number halved, doubled, 0 and
   * 1, as far as its type can hold them. Texts have none.
   */
  List<String> options() {
    return switch (type) {
      case BOOL -> List.of("-XX:" + (value.equals("true") ? "-" : "+") + name);
      case INT, UINT, INTX, UINTX, SIZE_T, UINT64_T -> numbers(integers());
      case DOUBLE -> numbers(decimals());
      case CCSTR, CCSTRLIST -> List.of();
    };
  }

  private List<String> numbers(Set<String> values) {
    return values.stream().map(each -> "-XX:" + name + "=" + each).toList();
  }

  private Set<String> integers() {
    BigInteger current = new BigInteger(value);
    Set<BigInteger> others = new LinkedHashSet<>();
    others.add(current.divide(BigInteger.TWO));
    others.add(current.multiply(BigInteger.TWO));
    others.add(BigInteger.ZERO);
    others.add(BigInteger.ONE);
    others.remove(current);
    Set<String> texts = new LinkedHashSet<>();
    others.stream().filter(type::holds).forEach(each -> texts.add(each.toString()));
    return texts;
  }

  private Set<String> decimals() {
    BigDecimal current = new BigDecimal(value).stripTrailingZeros();
    Set<BigDecimal> others = new LinkedHashSet<>();
    others.add(current.divide(TWO).stripTrailingZeros());
    others.add(current.multiply(TWO).stripTrailingZeros());
    others.add(BigDecimal.ZERO);
    others.add(BigDecimal.ONE);
    others.remove(current);
    Set<String> texts = new LinkedHashSet<>();
    others.forEach(each -> texts.add(each.toPlainString()));
    return texts;
  }
}
