// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

/** Values at which arithmetic is special. */
final class ArithmeticValues {
  static final int[] INTS = {
    0,
    1,
    -1,
    2,
    -2,
    3,
    7,
    31,
    32,
    33,
    63,
    64,
    65,
    -31,
    -32,
    255,
    256,
    65_535,
    65_536,
    1_000_000_007,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    Integer.MAX_VALUE - 1,
    Integer.MIN_VALUE + 1
  };
  static final long[] LONGS = {
    0,
    1,
    -1,
    2,
    -2,
    3,
    7,
    31,
    32,
    63,
    64,
    65,
    -63,
    0xFFFFFFFFL,
    0x100000000L,
    1_000_000_007_000L,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    Long.MIN_VALUE + 1
  };
  static final float[] FLOATS = {
    0f,
    -0f,
    1f,
    -1f,
    0.5f,
    1.5f,
    -2.5f,
    3e9f,
    -3e9f,
    1e19f,
    -1e19f,
    1e-45f,
    Float.MIN_NORMAL,
    Float.MAX_VALUE,
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    16_777_217f,
    0.1f
  };
  static final double[] DOUBLES = {
    0d,
    -0d,
    1d,
    -1d,
    0.5,
    1.5,
    -2.5,
    3e9,
    -3e9,
    1e19,
    -1e19,
    4.9e-324,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    0.1,
    1e300
  };

  private ArithmeticValues() {}
}
