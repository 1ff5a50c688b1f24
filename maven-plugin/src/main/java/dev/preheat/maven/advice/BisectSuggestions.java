// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.advice;

/** What users are told when no method is found that makes a command fail. */
public final class BisectSuggestions {
  private BisectSuggestions() {}

  /** It is not said what fails. */
  public static Suggestion nothingToBisect(int runs, int timeout) {
    return new Suggestion(
        "There is nothing to run, or it cannot be run " + runs + " times of " + timeout + " s.",
        "preheat:bisect runs a command that fails with the image.",
        "Name it, and take 1 or more for preheat.runs and preheat.timeout:"
            + " -Dpreheat.command=\"java @target/foo-1.0.args\".");
  }

  /** The image is not the reason. */
  public static Suggestion failsWithoutImage() {
    return new Suggestion(
        "The command fails with no method installed, too.",
        "The image is not the reason, or the command sets preheat.exclude itself.",
        "Run it with PREHEAT_DISABLE=1: if it fails all the same, look for the reason elsewhere.");
  }

  /** Nothing failed. */
  public static Suggestion neverFails(int runs) {
    return new Suggestion(
        "The command ends well with all methods installed, " + runs + " times.",
        "It may fail now and then only, or its exit code is 0 although its output is wrong.",
        "Let it run more often (-Dpreheat.runs=20), or compare its output: sh -c 'java"
            + " @target/foo-1.0.args | cmp - expected'.");
  }

  /** Runs that contradict each other. */
  public static Suggestion failsNowAndThen() {
    return new Suggestion(
        "The command does not fail each time.",
        "One run said that a method does harm, and another that it does none.",
        "Start again with more runs: -Dpreheat.runs=20.");
  }
}
