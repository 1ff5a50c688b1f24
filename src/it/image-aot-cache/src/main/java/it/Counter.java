package it;

public final class Counter {
  private int value;

  public int add(int amount) {
    value += amount;
    return value;
  }
}
