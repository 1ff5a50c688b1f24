// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void valuesArePrintedInTheOrderGiven() {
    Json json =
        Json.object()
            .with("zebra", "z")
            .with("apple", -12)
            .with("good", true)
            .with("ratio", Json.of(0.5))
            .with("none", Json.array(List.of()))
            .with("nothing", Json.object())
            .with("names", Json.texts(List.of("b", "a")))
            .with("nested", Json.object().with("last", Json.array(List.of(Json.of(1)))));

    assertEquals(
        """
        {
          "zebra": "z",
          "apple": -12,
          "good": true,
          "ratio": 0.5,
          "none": [],
          "nothing": {},
          "names": [
            "b",
            "a"
          ],
          "nested": {
            "last": [
              1
            ]
          }
        }
        """,
        json.text());
  }

  @Test
  void whatTextCannotHoldIsEscaped() {
    String text = "a\"b\\c\n\r\t\u0000\u001b\u007f\u2028\u200f\ud83d\ude00\ud83d \ude00";

    assertEquals(
        "\"a\\\"b\\\\c\\n\\r\\t\\u0000\\u001b\\u007f\\u2028\\u200f\ud83d\ude00\\ud83d \\ude00\"",
        Json.quote(text));
  }

  @Test
  void anObjectDoesNotChange() {
    Json.Members before = Json.object().with("a", 1);
    Json.Members after = before.with("b", 2);

    assertEquals("{\n  \"a\": 1\n}\n", before.text());
    assertEquals("{\n  \"a\": 1,\n  \"b\": 2\n}\n", after.text());
  }

  @Test
  void aMemberCannotBeThereTwice() {
    Json.Members object = Json.object().with("a", 1);

    assertThrows(IllegalArgumentException.class, () -> object.with("a", 2));
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Json.of(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Json.of(Double.NEGATIVE_INFINITY));
  }

  @Property
  void anyTextComesBackFromItsQuotedForm(@ForAll String text) {
    assertEquals(text, unquote(Json.quote(text)));
  }

  /** Reads a string as RFC 8259 says, without looking at how it was written. */
  private static String unquote(String quoted) {
    StringBuilder text = new StringBuilder();
    int end = quoted.length() - 1;
    assertEquals('"', quoted.charAt(0));
    assertEquals('"', quoted.charAt(end));
    int at = 1;
    while (at < end) {
      if (quoted.charAt(at) != '\\') {
        text.append(quoted.charAt(at));
        at++;
      } else if (quoted.charAt(at + 1) == 'u') {
        text.append((char) Integer.parseInt(quoted.substring(at + 2, at + 6), 16));
        at += 6;
      } else {
        text.append("\"\\\n\r\t".charAt("\"\\nrt".indexOf(quoted.charAt(at + 1))));
        at += 2;
      }
    }
    return text.toString();
  }
}
