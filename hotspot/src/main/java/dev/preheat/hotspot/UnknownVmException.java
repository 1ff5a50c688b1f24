// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.hotspot;

/**
 * This JVM is not built as those that Preheat knows: it lacks something in the descriptions that it
 * has of itself. A user error, not a bug: JDK 25 is released every other month, by several vendors,
 * and what it describes may change.
 */
public final class UnknownVmException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Names the JVM and what it lacks.
   *
   * @param lacking what was looked for and not found, as the end of a sentence that starts with the
   *     JVM
   */
  public UnknownVmException(String lacking) {
    this(lacking, null);
  }

  /**
   * Whether an error says that a class or member of JVMCI or Graal is missing or another one; any
   * other is a bug of ours.
   */
  public static boolean isOfJvmci(Throwable e) {
    String text = String.valueOf(e.getMessage()).replace('/', '.');
    return e instanceof ReflectiveOperationException
        || (e instanceof LinkageError
            && (text.contains("jdk.vm.ci.") || text.contains("jdk.graal.")));
  }

  /** A class or member is not what the compiler was built for. */
  public static UnknownVmException otherJvmci(Throwable e) {
    return new UnknownVmException("has another JVMCI than JDK 25: " + e, e);
  }

  /** With the exception that says more. */
  public UnknownVmException(String lacking, Throwable cause) {
    super(
        System.getProperty("java.vm.name")
            + " "
            + System.getProperty("java.vm.version")
            + " ("
            + System.getProperty("java.vm.vendor")
            + ") "
            + lacking
            + "; build the image with another update of JDK 25, or with a newer Preheat",
        cause);
  }
}
