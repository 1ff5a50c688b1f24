// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.outcome;

/** Why a traced method is not in the image. */
public enum OmissionReason {
  NOT_INCLUDED("not included by configuration"),
  OTHER_LOADER("defined by a class loader of the program"),
  HIDDEN_CLASS("of a class generated at run time"),
  CLASS_MISSING("class not found on the class path"),
  METHOD_MISSING("method not found in its class"),
  NO_BYTECODE("native or abstract"),
  CLASS_INITIALIZER("class initialiser with no long loop, runs once"),
  REWRITTEN_BY_THE_VM("class rewritten by the VM's own archive"),
  COMPILER_CLASS("of JVMCI itself"),
  TOO_FEW_RUNS("ran less often than configured"),
  TOO_LARGE("too large for the code cache's limit"),
  OBJECT_CONSTANT("refers to an object that has no name"),
  UNKNOWN_CLASS("refers to a class that was not traced"),
  UNKNOWN_METHOD("refers to a method that has no name"),
  UNKNOWN_ADDRESS("refers to an address of the VM that has no name"),
  BAILOUT("not supported by Graal"),
  COMPILER_FAILURE("failure in the compiler");

  private final String text;

  OmissionReason(String text) {
    this.text = text;
  }

  /** For reports. */
  public String text() {
    return text;
  }
}
