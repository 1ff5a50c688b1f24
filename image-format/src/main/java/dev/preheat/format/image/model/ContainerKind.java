package dev.preheat.format.image.model;

import dev.preheat.format.classpath.CentralDirectory;

/** Kinds of class path entries. */
public enum ContainerKind {
  /** A jar file; see {@link CentralDirectory} for its checksum. */
  JAR,
  /** A directory: its classes are compared one by one. */
  DIRECTORY,
  /** Not there at build time: must not be there at run time either. */
  ABSENT
}
