// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final Coverage COVERAGE =
      new Coverage(
          new BuildReport(
              1200,
              1100,
              List.of(
                  new Reason("BAILOUT", "not supported by Graal", 10),
                  new Reason("CLASS_INITIALIZER", "class initialiser", 90))),
          Examples.loaderReports());

  @Test
  void saysHowMuchIsInTheImageAndInTheJvmAndWhyTheRestIsNot() {
    assertEquals(
        """
        methods traced, in the image: 1,100 of 1,200 (91.7 %, target 90 %)
          left out     90: class initialiser
          left out     10: not supported by Graal
        left out, class initialisers aside: 10 of 1,200 (0.8 %, at most 2 %)
        where every method has its turn (-Dpreheat.install=before-main):
        image + AOT cache: methods with all classes loaded, installed: 95 of 100 (95.0 %, target 95 %)
          not installed      3: class changed
          not installed      2: not reached
        """,
        String.join("\n", COVERAGE.lines()) + "\n");
  }

  @Test
  void theSameAsJson() {
    assertEquals(
        """
        {
          "traced": 1200,
          "inImage": 1100,
          "inImagePercent": 91.7,
          "leftOut": [
            {
              "id": "CLASS_INITIALIZER",
              "text": "class initialiser",
              "methods": 90
            },
            {
              "id": "BAILOUT",
              "text": "not supported by Graal",
              "methods": 10
            }
          ],
          "leftOutOfOthersPercent": 0.8,
          "variants": [
            {
              "variant": "image-aot-cache",
              "withLoadedClasses": 100,
              "installed": 95,
              "installedPercent": 95.0,
              "notInstalled": [
                {
                  "id": "CLASS_CHANGED",
                  "text": "class changed",
                  "methods": 3
                },
                {
                  "id": "NOT_REACHED",
                  "text": "not reached",
                  "methods": 2
                }
              ]
            }
          ]
        }
        """,
        COVERAGE.json().text());
  }
}
