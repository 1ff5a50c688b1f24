// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;

/** The shop's tables, the same in each run. */
final class Database implements AutoCloseable {
  private static final int PRODUCTS = 400;
  private static final int CATEGORIES = 20;
  private static final int CUSTOMERS = 100;
  private static final int ORDERS = 600;
  private static final int LINES_PER_ORDER = 4;
  private static final List<String> TABLES =
      List.of(
          "create table product (id int primary key, name varchar(40), category int,"
              + " price decimal(10, 2))",
          "create index by_category on product (category, name)",
          "create table customer (id int primary key, name varchar(40), city varchar(40))",
          "create table orders (id bigint auto_increment primary key, customer int)",
          "create index by_customer on orders (customer)",
          "create table line (order_id bigint, product int, amount int,"
              + " primary key (order_id, product))");

  private final JdbcConnectionPool pool =
      JdbcConnectionPool.create("jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1", "sa", "");

  Database() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute(table);
      }
      fill(connection);
    }
  }

  private static void fill(Connection connection) throws SQLException {
    try (PreparedStatement products = insert(connection, "product", 4);
        PreparedStatement customers = insert(connection, "customer", 3);
        PreparedStatement lines = insert(connection, "line", 3);
        PreparedStatement orders =
            connection.prepareStatement("insert into orders (customer) values (?)")) {
      for (int i = 0; i < PRODUCTS; i++) {
        execute(products, i, "product " + i * 7_919 % 1_000, i % CATEGORIES, (100 + i * 37) / 10);
      }
      for (int i = 0; i < CUSTOMERS; i++) {
        execute(customers, i, "customer " + i, "city " + i % 7);
      }
      for (int i = 1; i <= ORDERS; i++) {
        execute(orders, i % CUSTOMERS);
        for (int line = 0; line < LINES_PER_ORDER; line++) {
          execute(lines, i, (i * 31 + line * 97) % PRODUCTS, 1 + line);
        }
      }
    }
  }

  private static PreparedStatement insert(Connection connection, String table, int columns)
      throws SQLException {
    return connection.prepareStatement(
        "insert into " + table + " values (?" + ", ?".repeat(columns - 1) + ")");
  }

  private static void execute(PreparedStatement statement, Object... values) throws SQLException {
    set(statement, values);
    statement.executeUpdate();
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  Product product(int id) throws SQLException {
    return products("where id = ?", id).get(0);
  }

  List<Product> category(int category) throws SQLException {
    return products("where category = ? order by name, id", category);
  }

  private List<Product> products(String condition, int value) throws SQLException {
    List<Product> products = new ArrayList<>();
    try (Connection connection = pool.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select id, name, price from product " + condition)) {
      set(query, value);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          products.add(new Product(rows.getInt(1), rows.getString(2), rows.getBigDecimal(3)));
        }
      }
    }
    return products;
  }

  /** What a customer has ordered, by product. */
  List<Total> totals(int customer) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return totals(connection, "o.customer = ?", customer);
    }
  }

  private static List<Total> totals(Connection connection, String condition, long value)
      throws SQLException {
    List<Total> totals = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select p.name, sum(l.amount), sum(l.amount * p.price) from orders o"
                + " join line l on l.order_id = o.id join product p on p.id = l.product where "
                + condition
                + " group by p.name order by 3 desc, 1")) {
      set(query, value);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          totals.add(new Total(rows.getString(1), rows.getInt(2), rows.getBigDecimal(3)));
        }
      }
    }
    return totals;
  }

  /** Takes an order, sums it up, and cancels it, so that the tables do not grow. */
  List<Total> order(Order order) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      long id = insertOrder(connection, order);
      List<Total> totals = totals(connection, "o.id = ?", id);
      connection.rollback();
      connection.setAutoCommit(true);
      return totals;
    }
  }

  private static long insertOrder(Connection connection, Order order) throws SQLException {
    try (PreparedStatement insert =
            connection.prepareStatement(
                "insert into orders (customer) values (?)", Statement.RETURN_GENERATED_KEYS);
        PreparedStatement lines = insert(connection, "line", 3)) {
      execute(insert, order.customer());
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        long id = keys.getLong(1);
        for (Order.Line line : order.lines()) {
          execute(lines, id, line.product(), line.amount());
        }
        return id;
      }
    }
  }

  @Override
  public void close() {
    pool.dispose();
  }
}
