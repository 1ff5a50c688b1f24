// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PictureTest {
  @Test
  void barsAreAsLongAsTheTimes() throws Exception {
    Document picture = parsed(new Picture("<Site> & more", Examples.results()).svg());

    List<Double> widths =
        elements(picture, "rect").stream()
            .filter(bar -> bar.getAttribute("x").equals("170"))
            .filter(bar -> bar.getAttribute("height").equals("18"))
            .map(bar -> Double.valueOf(bar.getAttribute("width")))
            .toList();
    assertEquals(8, widths.size());
    assertEquals(470.0, widths.get(1), "the longest takes all the room");
    assertEquals(470.0 * 1800 / 3000, widths.get(0), 0.1);
    assertEquals(470.0 * 1000 / 3000, widths.get(7), 0.1);
  }

  @Test
  void titleVariantsAndFiguresAreThere() throws Exception {
    Document picture = parsed(new Picture("<Site> & more", Examples.results()).svg());

    List<String> texts = elements(picture, "text").stream().map(Element::getTextContent).toList();
    assertTrue(
        texts.containsAll(
            List.of("<Site> & more", "plain JVM", "image + AOT cache", "1.800 s", "0.600 s")),
        texts::toString);
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }
}
