// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers requests: {@code /product/7}, {@code /category/7}, {@code /customer/7}, {@code /order}.
 */
final class Service implements AutoCloseable {
  private static final int THREADS = 2;
  private static final int OK = 200;

  private final ObjectMapper json = new ObjectMapper();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Database database;
  private final HttpServer server;

  private interface Answer {
    Object to(HttpExchange exchange) throws IOException, SQLException;
  }

  Service(Database database) throws IOException {
    this.database = database;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    route("/product/", exchange -> database.product(number(exchange)));
    route("/category/", exchange -> database.category(number(exchange)));
    route("/customer/", exchange -> database.totals(number(exchange)));
    route("/order", this::order);
    server.start();
  }

  private void route(String path, Answer answer) {
    server.createContext(path, exchange -> send(exchange, answer));
  }

  private void send(HttpExchange exchange, Answer answer) throws IOException {
    try (exchange) {
      byte[] body = json.writeValueAsBytes(answer.to(exchange));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(OK, body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private Object order(HttpExchange exchange) throws IOException, SQLException {
    return database.order(json.readValue(exchange.getRequestBody(), Order.class));
  }

  private static int number(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    return Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
  }

  /** Where it listens. */
  InetSocketAddress address() {
    return server.getAddress();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
