// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak.report;

import dev.preheat.benchmarks.peak.curve.Comparison;
import dev.preheat.benchmarks.peak.curve.Curve;
import dev.preheat.benchmarks.peak.curve.Figures;
import dev.preheat.benchmarks.peak.curve.Side;
import dev.preheat.benchmarks.peak.curve.Training;
import dev.preheat.benchmarks.program.Variant;
import dev.preheat.benchmarks.report.Picture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The comparisons as a picture (SVG): a row for each workload, a panel for each training, in it the
 * throughput of each variant over time, against the plain JVM's level.
 */
public final class CurvePicture {
  private static final int WIDTH = 720;
  private static final int LABELS = 150;
  private static final int TOP = 88;
  private static final int ROW = 110;
  private static final int PANEL_WIDTH = 260;
  private static final int PANEL_HEIGHT = 84;
  private static final int GAP = 16;
  private static final int MARGIN = 20;

  /** What the top of a panel is, in levels of the plain JVM. */
  private static final double HIGHEST = 1.25;

  private final String title;
  private final List<Comparison> comparisons;

  /**
   * A picture.
   *
   * @param title what was run, and how often
   * @param comparisons at least one
   */
  public CurvePicture(String title, List<Comparison> comparisons) {
    this.title = title;
    this.comparisons = List.copyOf(comparisons);
  }

  /** The file's text. */
  public String svg() {
    int height = TOP + comparisons.size() * ROW + MARGIN / 2;
    StringBuilder svg = new StringBuilder(Picture.head(WIDTH, height, title));
    int x = MARGIN;
    for (Variant variant : Variant.values()) {
      Picture.appendKey(svg, x, colour(variant), variant.title());
      x += 170;
    }
    for (Training training : Training.values()) {
      appendText(svg, panel(training), TOP - 8, "start", "trained: " + training.id());
    }
    for (int i = 0; i < comparisons.size(); i++) {
      appendRow(svg, comparisons.get(i), TOP + i * ROW);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void appendRow(StringBuilder svg, Comparison comparison, int y) {
    appendText(svg, LABELS - 10, y + PANEL_HEIGHT / 2, "end", comparison.workload().name());
    Figures plain = comparison.figures().get(Side.PLAIN);
    for (Training training : Training.values()) {
      int x = panel(training);
      appendFrame(svg, x, y, comparison.workload().seconds());
      sides(comparison, training)
          .forEach(
              (variant, figures) ->
                  appendCurve(
                      svg,
                      x,
                      y,
                      colour(variant),
                      figures.windows(),
                      plain.perSecond(),
                      comparison.workload().seconds()));
    }
  }

  private static Map<Variant, Figures> sides(Comparison comparison, Training training) {
    Map<Variant, Figures> sides = new LinkedHashMap<>();
    comparison
        .figures()
        .forEach(
            (side, figures) -> {
              if (side.training().isEmpty() || side.training().get() == training) {
                sides.put(side.variant(), figures);
              }
            });
    return sides;
  }

  /** A box, the plain JVM's level, and 90 % of it. */
  private static void appendFrame(StringBuilder svg, int x, int y, int seconds) {
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <rect x="%d" y="%d" width="%d" height="%d" fill="none" stroke="#d0d7de"/>
            """,
            x,
            y,
            PANEL_WIDTH,
            PANEL_HEIGHT));
    for (double level : List.of(0.9, 1.0)) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%d\" x2=\"%d\" y1=\"%3$.1f\" y2=\"%3$.1f\" stroke=\"#d0d7de\"/>\n",
              x,
              x + PANEL_WIDTH,
              y + height(level)));
    }
    appendText(svg, x + PANEL_WIDTH, y + PANEL_HEIGHT + 12, "end", seconds + " s");
  }

  private static void appendCurve(
      StringBuilder svg,
      int x,
      int y,
      String colour,
      List<Double> windows,
      double level,
      int seconds) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < windows.size(); i++) {
      double second = (i + 0.5) * Curve.WINDOW;
      if (second <= seconds) {
        points.append(
            String.format(
                Locale.ROOT,
                "%.1f,%.1f ",
                x + second * PANEL_WIDTH / seconds,
                y + height(windows.get(i) / level)));
      }
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.2\"/>\n",
            points.toString().strip(),
            colour));
  }

  /** How far below the top of its panel a value is. */
  private static double height(double level) {
    return PANEL_HEIGHT * (1 - Math.clamp(level / HIGHEST, 0.0, 1.0));
  }

  private static void appendText(StringBuilder svg, int x, int y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" font-size=\"12\" text-anchor=\"%s\">%s</text>\n",
            x,
            y,
            anchor,
            Picture.escaped(text)));
  }

  private static int panel(Training training) {
    return LABELS + List.of(Training.values()).indexOf(training) * (PANEL_WIDTH + GAP);
  }

  private static String colour(Variant variant) {
    return switch (variant) {
      case PLAIN -> "#6e7781";
      case AOT_CACHE -> "#d29922";
      case IMAGE -> "#a371f7";
      case IMAGE_AOT_CACHE -> "#1f6f8b";
    };
  }
}
