// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** The results as a picture (SVG): two horizontal bars for each variant, wall and CPU time. */
public final class Picture {
  private static final int WIDTH = 720;
  private static final int LABELS = 170;
  private static final int VALUES = 80;
  private static final int TOP = 72;
  private static final int ROW = 52;
  private static final int BAR = 18;
  private static final int MARGIN = 20;
  private static final String WALL = "#1f6f8b";
  private static final String CPU = "#a6cbd8";

  private final String title;
  private final List<Result> results;

  /**
   * A picture.
   *
   * @param title what was run, and how often
   * @param results at least one
   */
  public Picture(String title, List<Result> results) {
    this.title = title;
    this.results = List.copyOf(results);
  }

  /** The file's text. */
  public String svg() {
    int height = TOP + results.size() * ROW + MARGIN / 2;
    StringBuilder svg = new StringBuilder(head(WIDTH, height, title));
    appendKey(svg, LABELS, WALL, "wall time");
    appendKey(svg, LABELS + 110, CPU, "CPU time");
    double longest =
        results.stream().mapToDouble(r -> Math.max(r.wallMillis(), r.cpuMillis())).max().orElse(1);
    double pixelsPerMilli = (WIDTH - LABELS - VALUES) / longest;
    for (int i = 0; i < results.size(); i++) {
      appendRow(svg, results.get(i), TOP + i * ROW, pixelsPerMilli);
    }
    return svg.append("</svg>\n").toString();
  }

  /** The start of a picture: its element, its ground and its title. */
  public static String head(int width, int height, String title) {
    return String.format(
        Locale.ROOT,
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
        font-family="system-ui, sans-serif" font-size="14" fill="#24292f">
        <rect width="%1$d" height="%2$d" rx="6" fill="#ffffff"/>
        <text x="%3$d" y="30" font-size="16" font-weight="600">%4$s</text>
        """,
        width,
        height,
        MARGIN,
        escaped(title));
  }

  private static void appendRow(StringBuilder svg, Result result, int y, double pixelsPerMilli) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n",
            LABELS - 10,
            y + BAR + 5,
            escaped(result.variant().title())));
    appendBar(svg, y, WALL, result.wallMillis(), pixelsPerMilli);
    appendBar(svg, y + BAR + 1, CPU, result.cpuMillis(), pixelsPerMilli);
  }

  private static void appendBar(
      StringBuilder svg, int y, String colour, double millis, double pixelsPerMilli) {
    double width = millis * pixelsPerMilli;
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <rect x="%d" y="%d" width="%.1f" height="%d" rx="2" fill="%s"/>
            <text x="%.1f" y="%d" font-size="12">%.3f s</text>
            """,
            LABELS,
            y,
            width,
            BAR,
            colour,
            LABELS + width + 6,
            y + BAR - 5,
            millis / 1_000));
  }

  /** What a colour means. */
  public static void appendKey(StringBuilder svg, int x, String colour, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <rect x="%d" y="44" width="12" height="12" rx="2" fill="%s"/>
            <text x="%d" y="55" font-size="12">%s</text>
            """,
            x,
            colour,
            x + 18,
            text));
  }

  /** A text as it stands in XML. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
