// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.model;

/** Which of the JVM's own loaders defines a class. */
public enum ClassRole implements Numbered {
  BOOT(KindNumber.ROLE_BOOT),
  PLATFORM(KindNumber.ROLE_PLATFORM),
  APP(KindNumber.ROLE_APP);

  private final int number;

  ClassRole(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
