// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.objects;

import dev.preheat.benchmarks.meter.Operation;
import java.util.HashMap;
import java.util.Map;

/** Records that are made, compared and used as keys. */
public final class Records implements Operation {
  private static final int COUNT = 1_024;

  private record Point(int x, int y) {
    Point moved(int dx, int dy) {
      return new Point(x + dx, y + dy);
    }
  }

  private record Place(String name, Point point) {}

  private final String[] names = {"north", "east", "south", "west"};

  @Override
  public long once(int seed) {
    Map<Place, Point> places = new HashMap<>();
    Point point = new Point(seed, 0);
    long sum = 0;
    for (int i = 0; i < COUNT; i++) {
      point = point.moved(i & 3, 1 - (i & 1));
      Place place = new Place(names[i & 3], new Point(point.x() & 15, point.y() & 7));
      Point before = places.put(place, point);
      if (before != null && !before.equals(point)) {
        sum = 31 * sum + before.x() - before.y();
      }
    }
    return 31 * sum + places.size() + point.hashCode();
  }
}
