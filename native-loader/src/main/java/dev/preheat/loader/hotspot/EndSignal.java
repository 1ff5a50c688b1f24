package dev.preheat.loader.hotspot;

/** Tells the thread that installs to end; for any thread. */
final class EndSignal {

  private volatile boolean isGiven;

  void give() {
    isGiven = true;
  }

  boolean isGiven() {
    return isGiven;
  }
}
