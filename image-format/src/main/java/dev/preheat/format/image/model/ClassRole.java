package dev.preheat.format.image.model;

/** Which of the JVM's own loaders defines a class. */
public enum ClassRole {
  BOOT,
  PLATFORM,
  APP
}
