package it;

public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.out.println(new Counter().add(Integer.parseInt(arguments[0])));
  }
}
