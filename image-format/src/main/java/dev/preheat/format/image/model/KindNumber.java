// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.model;

/**
 * The numbers by which an image names roles, kinds and phases. They are constants, which the
 * loader's classes hold as literals: it loads none of the enums.
 */
public final class KindNumber {
  public static final int ROLE_BOOT = 0;
  public static final int ROLE_PLATFORM = 1;
  public static final int ROLE_APP = 2;
  public static final int ROLES = 3;

  public static final int CLASS_INSTANCE = 0;
  public static final int CLASS_OBJECT_ARRAY = 1;
  public static final int CLASS_PRIMITIVE_ARRAY = 2;

  public static final int CONTAINER_JAR = 0;
  public static final int CONTAINER_DIRECTORY = 1;
  public static final int CONTAINER_ABSENT = 2;
  public static final int CONTAINER_KINDS = 3;

  public static final int OBJECT_STRING = 0;
  public static final int OBJECT_CLASS_MIRROR = 1;
  public static final int OBJECT_PRIMITIVE_MIRROR = 2;
  public static final int OBJECT_RESOLVED_REFERENCES = 3;

  public static final int EXTERNAL_ADDRESS = 0;
  public static final int EXTERNAL_NUMBER = 1;
  public static final int EXTERNAL_ROUTINE = 2;
  public static final int EXTERNAL_STUB = 3;
  public static final int EXTERNAL_CALL_SITE = 4;
  public static final int EXTERNAL_COUNTDOWN = 5;
  public static final int EXTERNAL_DATA = 6;

  public static final int FACT_EQUAL_1 = 0;
  public static final int FACT_EQUAL_4 = 1;
  public static final int FACT_EQUAL_8 = 2;
  public static final int FACT_SUPERSET_8 = 3;
  public static final int FACT_AT_LEAST_1 = 4;
  public static final int FACT_AT_LEAST_4 = 5;
  public static final int FACT_AT_LEAST_8 = 6;
  public static final int FACT_GENERATED_8 = 7;
  public static final int FACT_KINDS = 8;

  public static final int PHASE_START = 0;
  public static final int PHASE_CONFIGURED = 1;

  public static final int RECORD_STUB = 0;
  public static final int RECORD_METHOD = 1;
  public static final int RECORD_PORTABLE_METHOD = 2;
  public static final int RECORD_KINDS = 3;

  public static final int RELOCATE_STREAM_KLASS = 0;
  public static final int RELOCATE_STREAM_METHOD = 1;
  public static final int RELOCATE_STREAM_EXTERNAL = 2;
  public static final int RELOCATE_CODE_EXTERNAL = 3;

  private KindNumber() {}
}
