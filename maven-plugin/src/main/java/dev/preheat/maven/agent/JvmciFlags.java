package dev.preheat.maven.agent;

import java.util.List;

/** The flags with which the JVM of a JDK 25 tells, through JVMCI, what it knows of methods. */
public final class JvmciFlags {

  /** In the order in which the JVM wants them. */
  public static final List<String> ALL =
      List.of("-XX:+UnlockExperimentalVMOptions", "-XX:+EnableJVMCI");

  private JvmciFlags() {}
}
