// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.model;

import dev.preheat.format.classpath.CentralDirectory;

/** Kinds of class path entries. */
public enum ContainerKind implements Numbered {
  /** A jar file; see {@link CentralDirectory} for its checksum. */
  JAR(KindNumber.CONTAINER_JAR),
  /** A directory: its classes are compared one by one. */
  DIRECTORY(KindNumber.CONTAINER_DIRECTORY),
  /** Not there at build time: must not be there at run time either. */
  ABSENT(KindNumber.CONTAINER_ABSENT);

  private final int number;

  ContainerKind(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
