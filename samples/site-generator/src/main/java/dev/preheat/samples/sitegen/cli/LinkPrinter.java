// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.cli;

import dev.preheat.samples.sitegen.links.BrokenLink;
import dev.preheat.samples.sitegen.links.LinkReport;
import java.io.PrintWriter;

/** Prints links that lead nowhere. */
final class LinkPrinter {

  private LinkPrinter() {}

  static void print(LinkReport report, PrintWriter writer) {
    for (BrokenLink link : report.broken()) {
      writer.printf("%s: %s: %s%n", link.file(), link.target(), link.reason().words());
    }
  }
}
