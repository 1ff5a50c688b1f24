// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.suites.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.List;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class OutcomesTest {
  private static final String ID =
      "[engine:junit-jupiter]/[class:" + Suite.class.getName() + "]/[method:";

  @Test
  void writesWhatBecameOfEachTest() {
    Outcomes outcomes = new Outcomes();

    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(Suite.class))
                .build(),
            outcomes);

    assertEquals(
        List.of(
            ID + "aborts()]\taborted org.opentest4j.TestAbortedException: why",
            ID + "fails()]\tfailed org.opentest4j.AssertionFailedError: two\\u000alines \\u005c",
            ID + "isSkipped()]\tskipped why not",
            ID + "succeeds()]\tsucceeded",
            ID.replace("[method:", "[test-factory:") + "makesOne()]/[dynamic-test:#1]\tsucceeded"),
        outcomes.lines());
  }

  /** Run by the test above only: surefire leaves nested classes out. */
  static class Suite {
    @Test
    void succeeds() {}

    @Test
    void fails() {
      fail("two\nlines \\");
    }

    @Test
    void aborts() {
      abort("why");
    }

    @Test
    @Disabled("why not")
    void isSkipped() {}

    @TestFactory
    List<DynamicTest> makesOne() {
      return List.of(DynamicTest.dynamicTest("one", () -> {}));
    }
  }
}
