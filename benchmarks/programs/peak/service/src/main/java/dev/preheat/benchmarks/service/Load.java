// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.service;

import dev.preheat.benchmarks.meter.Meter;
import dev.preheat.benchmarks.meter.Workload;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Few clients, each of which waits for its answer: never more requests at a time than clients. */
final class Load implements Workload {
  private static final int CLIENTS = 2;

  private final Database database;
  private final Service service;
  private final byte[][] requests = new byte[Meter.SEEDS][];

  Load() throws IOException, SQLException {
    // Header and body of an answer are two packets: the second would wait for the first's receipt.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    database = new Database();
    service = new Service(database);
    for (int i = 0; i < requests.length; i++) {
      requests[i] = request(i);
    }
  }

  private static byte[] request(int seed) {
    return switch (seed % 4) {
      case 0 -> Client.request("/product/" + seed * 17, "");
      case 1 -> Client.request("/category/" + seed, "");
      case 2 -> Client.request("/customer/" + seed * 5, "");
      default ->
          Client.request(
              "/order",
              "{\"customer\": %d, \"lines\": [{\"product\": %d, \"amount\": 2}, {\"product\": 9, \"amount\": 1}]}"
                  .formatted(seed, 20 + seed));
    };
  }

  @Override
  public void run(Meter meter) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<Void>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int first = i;
        clients.add(threads.submit((Callable<Void>) () -> send(meter, first)));
      }
      for (Future<Void> client : clients) {
        client.get();
      }
    }
  }

  private Void send(Meter meter, int first) throws IOException {
    try (Client client = new Client(service.address())) {
      int seed = first;
      while (meter.done(seed, client.send(requests[seed]))) {
        seed = (seed + 1) % Meter.SEEDS;
      }
    }
    return null;
  }

  @Override
  public void close() {
    service.close();
    database.close();
  }
}
