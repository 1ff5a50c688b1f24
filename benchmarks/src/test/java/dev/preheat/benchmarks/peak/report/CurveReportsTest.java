// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.preheat.benchmarks.peak.curve.Comparison;
import dev.preheat.benchmarks.peak.curve.Curves;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The comparisons as text, JSON and a picture. */
class CurveReportsTest {
  @Test
  void theTableHasASummaryAndEachWorkload() throws Exception {
    List<String> lines = new CurveTable(comparisons()).lines();

    assertEquals(
        """
        kernels (1)                     level   lowest  t : aot  never    worst  lowest of
        plain JVM                       1.000    1.000        -      0        -  <a>
        AOT cache (JEP 514), hot        1.000    1.000     1.00      0     1.00  <a>
        """,
        String.join("\n", lines.subList(0, 3)) + "\n");
    assertTrue(lines.get(9).startsWith("programs (1) "), lines.get(9));
    assertEquals(
        """
        <a>                             ops/s    level   lowest  highest   90 % s    : aot    worst    : aot    CPU s  tiers 1/2/3/4, not entrant
        plain JVM                     105,000     1.00     1.00     1.00     3.95        -     1.00        -    15.00  10/1/100/11, 7
        AOT cache (JEP 514), hot      105,000     1.00     1.00     1.00     2.95     1.00     1.00     1.00    15.00  10/1/100/11, 7
        """,
        String.join("\n", lines.subList(18, 21)) + "\n");
    assertFalse(lines.getLast().isEmpty());
  }

  @Test
  void resultsHaveAllFigures() throws Exception {
    JsonNode results = new ObjectMapper().readTree(CurveJson.results(comparisons()).text());

    assertEquals(14, results.size());
    JsonNode plain = results.get(0);
    assertEquals("kernels", plain.path("program").textValue());
    assertEquals("<a>", plain.path("workload").textValue());
    assertEquals("plain", plain.path("variant").textValue());
    assertEquals("none", plain.path("training").textValue());
    assertEquals(105_000, plain.path("perSecond").doubleValue(), 10);
    assertTrue(plain.path("secondsTo90AgainstAot").isMissingNode());
    JsonNode image = results.get(3);
    assertEquals("image-aot-cache", image.path("variant").textValue());
    assertEquals("hot", image.path("training").textValue());
    assertEquals(0.9, image.path("ratio").doubleValue(), 0.001);
    assertEquals(0.9, image.path("worstWindowAgainstAot").doubleValue(), 0.01);
    assertEquals(100, image.path("jitCompilations").path("tier3").doubleValue());
    assertEquals(7, image.path("madeNotEntrant").doubleValue());
    assertEquals(15_000, image.path("cpuMillis").doubleValue());
    assertEquals(10_000, image.path("wallMillis").doubleValue());
  }

  @Test
  void curvesHaveAllWindows() throws Exception {
    JsonNode curve = new ObjectMapper().readTree(CurveJson.curves(comparisons()).text()).get(0);

    assertEquals(250, curve.path("windowMillis").intValue());
    assertEquals(40, curve.path("perSecond").size());
    assertEquals(105_000, curve.path("perSecond").get(39).doubleValue(), 10);
  }

  @Test
  void thePictureHasACurveForEachVariantAndTraining() throws Exception {
    Document picture =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new ByteArrayInputStream(
                    new CurvePicture("peak & more", comparisons())
                        .svg()
                        .getBytes(StandardCharsets.UTF_8)));

    assertEquals(2 * 2 * 4, picture.getElementsByTagName("polyline").getLength());
    Element plain = (Element) picture.getElementsByTagName("polyline").item(0);
    String[] points = plain.getAttribute("points").split(" ", -1);
    assertEquals(40, points.length);
    assertEquals("153.3,172.0", points[0], "nothing yet, at the bottom");
    assertTrue(points[39].endsWith(",104.8"), points[39] + ": the level, at 1/1.25 of the height");
    assertTrue(picture.getDocumentElement().getTextContent().contains("peak & more"), "the title");
    assertTrue(picture.getDocumentElement().getTextContent().contains("<a>"), "the workload");
  }

  private static List<Comparison> comparisons() throws Exception {
    return List.of(Curves.comparison("kernels", "<a>"), Curves.comparison("service", "b"));
  }
}
