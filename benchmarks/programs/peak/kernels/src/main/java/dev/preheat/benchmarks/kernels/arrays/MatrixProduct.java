// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.arrays;

import dev.preheat.benchmarks.meter.Operation;

/** The product of two matrices of 64 rows and columns. */
public final class MatrixProduct implements Operation {
  private static final int SIZE = 64;

  private final double[][] left = new double[SIZE][SIZE];
  private final double[][] right = new double[SIZE][SIZE];

  /** The same numbers in each run. */
  public MatrixProduct() {
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        left[row][column] = row - column;
        right[row][column] = (row * 7 + column) % 13;
      }
    }
  }

  @Override
  public long once(int seed) {
    left[seed][SIZE - 1 - seed] = seed;
    double[][] product = product(left, right);
    left[seed][SIZE - 1 - seed] = 1;
    return Double.doubleToLongBits(product[seed][seed])
        + Double.doubleToLongBits(product[SIZE - 1][SIZE - 1]);
  }

  private static double[][] product(double[][] left, double[][] right) {
    double[][] product = new double[SIZE][SIZE];
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        double sum = 0;
        for (int i = 0; i < SIZE; i++) {
          sum += left[row][i] * right[i][column];
        }
        product[row][column] = sum;
      }
    }
    return product;
  }
}
