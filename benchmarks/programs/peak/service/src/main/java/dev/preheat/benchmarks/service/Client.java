// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.service;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Sends requests over one connection, each when the one before is answered. It does as little as it
 * can, since it shares the processors with what is measured: requests are bytes that were made
 * before, of an answer only its length is read.
 */
final class Client implements AutoCloseable {
  private static final String LENGTH = "content-length:";

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final StringBuilder header = new StringBuilder();

  Client(InetSocketAddress address) throws IOException {
    socket = new Socket(address.getAddress(), address.getPort());
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /** The bytes of a request; a body makes it a POST. */
  static byte[] request(String path, String body) {
    String method = body.isEmpty() ? "GET " : "POST ";
    return (method
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Sends a request and gives a sum of the answer's body. */
  long send(byte[] request) throws IOException {
    out.write(request);
    String status = line();
    if (!status.endsWith(" 200 OK")) {
      throw new IOException(status);
    }
    int length = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
        length = Integer.parseInt(line.substring(LENGTH.length()).strip());
      }
    }
    CRC32 sum = new CRC32();
    sum.update(in.readNBytes(length));
    return sum.getValue() + length;
  }

  private String line() throws IOException {
    header.setLength(0);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the service has ended the connection");
      }
      if (c != '\r') {
        header.append((char) c);
      }
    }
    return header.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
