// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.outcome;

/** What became of an install record. */
public enum Outcome {
  /** The program ended before its turn came. */
  NOT_REACHED("not reached", Group.WAITING),
  /** A class that the code names is not loaded. */
  CLASS_NOT_LOADED("class not loaded", Group.WAITING),
  /** The class of the method is loaded, but not linked. */
  CLASS_NOT_LINKED("class not linked", Group.WAITING),
  /** The code assumes that a class is initialised, which it is not. */
  CLASS_NOT_INITIALIZED("class not initialised", Group.WAITING),
  /** Installed. */
  INSTALLED("installed", Group.INSTALLED),
  /** The user excluded it. */
  EXCLUDED("excluded", Group.REJECTED),
  /** A class is not the one that the code was compiled from. */
  CLASS_CHANGED("class changed", Group.REJECTED),
  /** A class has no method with that name and descriptor and bytecode of that length. */
  METHOD_NOT_FOUND("method not found", Group.REJECTED),
  /** This JVM lacks a routine that the code calls or an address that it reads. */
  EXTERNAL_MISSING("external missing", Group.REJECTED),
  /** A class has no resolved references, from which the code loads constants. */
  CONSTANTS_MISSING("constants missing", Group.REJECTED),
  /** The JIT has compiled the method at the highest tier already. */
  ALREADY_COMPILED("already compiled", Group.REJECTED),
  /** What the code assumes about the class hierarchy does not hold. */
  DEPENDENCIES_FAILED("dependencies failed", Group.REJECTED),
  /** Enough of the code cache is in use: the rest is for the JIT. */
  CODE_CACHE_SHARE("code cache share reached", Group.REJECTED),
  /** The VM's code cache is full. */
  CODE_CACHE_FULL("code cache full", Group.REJECTED),
  /** The code is larger than the VM allows (-XX:JVMCINMethodSizeLimit). */
  CODE_TOO_LARGE("code too large", Group.REJECTED),
  /** The VM refused the code for another reason, in words of its own. */
  VM_REFUSED("VM refused", Group.REJECTED),
  /** The image turned out not to be the one that the args file pins. */
  IMAGE_DIFFERS("image differs", Group.REJECTED),
  /** The record names something that is not in the image. */
  DAMAGED("record damaged", Group.REJECTED),
  /** A bug of the loader: nothing is wrong with the image. */
  FAILURE("failure in the loader", Group.REJECTED);

  /** What a reason counts as. */
  public enum Group {
    /** The method is in the JVM. */
    INSTALLED,
    /** It never will be. */
    REJECTED,
    /** It may be later. */
    WAITING
  }

  private final String text;
  private final Group group;

  Outcome(String text, Group group) {
    this.text = text;
    this.group = group;
  }

  /** The words of the report. */
  public String text() {
    return text;
  }

  /** What it counts as. */
  public Group group() {
    return group;
  }
}
