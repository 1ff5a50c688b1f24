// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed.work;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Arithmetic of every width, of floating point, and of numbers without bounds. */
final class NumbersWork implements Work {
  private static final int TURNS = 300;
  private static final int BIG_TURNS = 12;

  @Override
  public long round(long seed) {
    Mix mix = new Mix(seed);
    for (int i = 0; i < TURNS; i++) {
      integers(mix);
      floats(mix);
    }
    big(mix);
    mix.add(matrix(mix));
    return mix.sum();
  }

  private static void integers(Mix mix) {
    long left = mix.next();
    long right = mix.next() | 1;
    int small = (int) left;
    int shift = (int) right;
    mix.add(left / right + left % right).add(Math.multiplyHigh(left, right));
    mix.add(
        small / (shift | 1) + (small << shift) + (small >>> shift) + (short) small + (byte) shift);
    mix.add(Long.bitCount(left) + Long.numberOfTrailingZeros(right) + Integer.reverse(small));
    mix.add(Long.compareUnsigned(left, right) + Long.divideUnsigned(left, right));
    mix.add(Long.rotateLeft(left, shift) ^ Integer.reverseBytes(small));
    try {
      mix.add(Math.addExact(small, shift));
      mix.add(Math.multiplyExact(small >> 12, shift >> 12));
    } catch (ArithmeticException e) {
      mix.add(1);
    }
  }

  private static void floats(Mix mix) {
    double left = Double.longBitsToDouble(mix.next() & 0x7FEFFFFFFFFFFFFFL);
    double right = mix.next() / 1e12;
    mix.add(Double.doubleToLongBits(left * right + left / right));
    mix.add(Double.doubleToLongBits(StrictMath.sin(right) + Math.sqrt(Math.abs(right))));
    mix.add(Double.doubleToLongBits(Math.fma(left, 0.5, right) % 3.5));
    mix.add((long) right + (int) left + Math.round(right) + Math.getExponent(left));
    float narrow = (float) right;
    mix.add(Float.floatToIntBits(narrow * 3 - (float) left) + (char) narrow);
    mix.add(Double.compare(left, right) + (left < right ? 1 : 0) + (narrow >= right ? 2 : 0));
  }

  private static void big(Mix mix) {
    BigInteger product = BigInteger.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int i = 0; i < BIG_TURNS; i++) {
      BigInteger factor = BigInteger.valueOf(mix.next()).setBit(70 + mix.next(40));
      product = product.multiply(factor).add(BigInteger.valueOf(i));
      sum = sum.add(new BigDecimal(factor, 20)).multiply(new BigDecimal("1.25"));
      sum = sum.divide(BigDecimal.valueOf(7 + i), MathContext.DECIMAL128);
    }
    BigInteger modulus = BigInteger.valueOf(mix.next()).abs().setBit(65);
    mix.add(product.toString(36))
        .add(product.modPow(BigInteger.valueOf(65537), modulus).hashCode());
    mix.add(product.divideAndRemainder(modulus)[1].gcd(BigInteger.valueOf(360_360)).intValue());
    mix.add(sum.setScale(12, RoundingMode.HALF_EVEN).toPlainString());
    mix.add(product.abs().sqrt().bitLength() + product.shiftRight(33).getLowestSetBit());
  }

  /** Loops that compilers unroll and vectorise. */
  private static long matrix(Mix mix) {
    int size = 24;
    double[][] left = new double[size][size];
    int[] squares = new int[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        left[i][j] = mix.next(1000) - 500;
        squares[i * size + j] = i * j + (int) left[i][j];
      }
    }
    double trace = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double cell = 0;
        for (int k = 0; k < size; k++) {
          cell += left[i][k] * left[k][j];
        }
        trace += i == j ? cell : cell / 1024;
      }
    }
    int total = 0;
    for (int square : squares) {
      total += square * square;
    }
    return Double.doubleToLongBits(trace) + total;
  }
}
