// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.fingerprint;

/** What has to hold of a flag or a value of the VM in the JVM that installs the code. */
sealed interface FactRule {

  /** It is as it was for the compiler: the rule for whatever no other is given for. */
  record Equal() implements FactRule {}

  /**
   * It is no less than it was for the compiler.
   *
   * @param reason why more does no harm
   */
  record AtLeast(String reason) implements FactRule {}

  /**
   * It does not matter.
   *
   * @param reason why
   */
  record Ignored(String reason) implements FactRule {}

  /**
   * It does not matter as long as Graal and JVMCI do not read it, which a test checks.
   *
   * @param reason why it cannot simply be equal
   */
  record Unread(String reason) implements FactRule {}
}
