// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;

/**
 * An agent that retransforms all classes at once, again and again, and a program that uses them.
 */
public final class Churn {

  private static volatile boolean isOver;
  private static volatile int rounds;
  private static Thread agent;

  private Churn() {}

  public static void premain(String count, Instrumentation instrumentation)
      throws ClassNotFoundException {
    Class<?>[] types = new Class<?>[Integer.parseInt(count)];
    for (int i = 0; i < types.length; i++) {
      types[i] = Class.forName("C" + i);
    }
    agent =
        new Thread(
            () -> {
              while (!isOver) {
                try {
                  instrumentation.retransformClasses(types);
                } catch (UnmodifiableClassException e) {
                  throw new IllegalStateException(e);
                }
                rounds++;
              }
            });
    agent.start();
    while (rounds == 0) {
      Thread.onSpinWait();
    }
  }

  public static void main(String[] args) throws ReflectiveOperationException, InterruptedException {
    int count = Integer.parseInt(args[0]);
    int before = rounds;
    long sum = 0;
    while (rounds < before + 3) {
      sum = 0;
      for (int i = 0; i < count; i++) {
        sum += (int) Class.forName("C" + i).getMethod("of", int.class).invoke(null, 20);
      }
    }
    isOver = true;
    agent.join();
    System.out.println(sum);
  }
}
