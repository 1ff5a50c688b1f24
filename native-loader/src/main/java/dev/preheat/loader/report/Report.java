// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.report;

import dev.preheat.format.Json;
import dev.preheat.format.contract.ReportFormat;
import dev.preheat.loader.outcome.Invalidation;
import dev.preheat.loader.outcome.Outcome;
import dev.preheat.loader.outcome.Outcome.Group;
import dev.preheat.loader.outcome.Phases;
import dev.preheat.loader.view.ImageLoader;
import dev.preheat.loader.view.Outcomes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What became of an image: counts by reason, and every method that is not installed with its
 * reason. Stubs count as nothing.
 */
public final class Report {

  /**
   * A method and what became of it.
   *
   * @param invalidation why it is not used any more, null if it was not installed
   */
  record Line(String method, Outcome reason, String detail, Invalidation invalidation) {

    Json json() {
      Json.Members members =
          Json.object()
              .with("method", method)
              .with("reason", ReportFormat.reason(reason.name(), reason.text()))
              .with("detail", detail);
      return invalidation == null
          ? members
          : members.with(
              "invalidation", ReportFormat.reason(invalidation.name(), invalidation.text()));
    }
  }

  private static final double NANOS_PER_MICRO = 1_000;
  private static final double MICROS_PER_MILLI = 1_000;

  private final String image;
  private final String refusal;
  private final List<String> warnings;
  private final Phases phases;
  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
  private final List<Line> lines = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final Map<Invalidation, Integer> invalidations = new EnumMap<>(Invalidation.class);
  private int invalidated;

  private Report(String image, String refusal, List<String> warnings, Phases phases) {
    this.image = image;
    this.refusal = refusal;
    this.warnings = List.copyOf(warnings);
    this.phases = phases;
  }

  /**
   * Collects a report.
   *
   * @param refusal what the image was refused for, or null
   * @param warnings what is wrong with an image that is used all the same
   * @param failure the stack of the bug that ended the loader, or null
   * @param loader null when the image was refused as a whole
   * @param phases null when nothing was tried
   */
  public static Report of(
      String image,
      String refusal,
      List<String> warnings,
      String failure,
      ImageLoader loader,
      Phases phases) {
    Report report = new Report(image, refusal, warnings, phases);
    if (failure != null) {
      report.failures.add(failure);
    }
    if (loader != null) {
      Outcomes outcomes = loader.outcomes();
      report.failures.addAll(outcomes.failures());
      for (int record = 0; record < outcomes.size(); record++) {
        if (!outcomes.isStub(record)) {
          report.add(outcomes, record);
        }
      }
    }
    return report;
  }

  private void add(Outcomes outcomes, int record) {
    Outcome reason = outcomes.reason(record);
    counts.merge(reason, 1, Integer::sum);
    if (reason != Outcome.INSTALLED) {
      lines.add(new Line(outcomes.name(record), reason, outcomes.detail(record), null));
      return;
    }
    Invalidation invalidation = outcomes.invalidation(record);
    if (invalidation != null) {
      invalidated++;
      invalidations.merge(invalidation, 1, Integer::sum);
      lines.add(new Line(outcomes.name(record), reason, "", invalidation));
    }
  }

  /** The one line. */
  public String summary() {
    if (refusal != null) {
      return "preheat: image not used: " + refusal;
    }
    return "preheat: installed "
        + count(Group.INSTALLED)
        + ", rejected "
        + count(Group.REJECTED)
        + reasons(Group.REJECTED)
        + ", waiting "
        + count(Group.WAITING)
        + reasons(Group.WAITING)
        + ", invalidated "
        + invalidated
        + invalidations()
        + ", "
        + (phases == null ? 0 : TimeUnit.NANOSECONDS.toMillis(phases.totalNanos()))
        + " ms";
  }

  /**
   * Writes the report as JSON.
   *
   * @throws IOException when the file cannot be written; nothing is left then
   */
  public void write(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    Path temporary = Files.createTempFile(directory, ".preheat", ".json");
    try {
      Files.writeString(temporary, json());
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** The report as JSON. */
  public String json() {
    Json.Members times = Json.object();
    for (int phase = 0; phases != null && phase < phases.count(); phase++) {
      times = times.with(phases.name(phase), millis(phases.nanos(phase)));
    }
    List<Json> reasons = new ArrayList<>();
    for (Map.Entry<Outcome, Integer> entry : counts.entrySet()) {
      Outcome reason = entry.getKey();
      reasons.add(ReportFormat.reason(reason.name(), reason.text(), entry.getValue()));
    }
    List<Json> invalid = new ArrayList<>();
    for (Map.Entry<Invalidation, Integer> entry : invalidations.entrySet()) {
      Invalidation reason = entry.getKey();
      invalid.add(ReportFormat.reason(reason.name(), reason.text(), entry.getValue()));
    }
    List<Json> methods = new ArrayList<>();
    for (Line line : lines) {
      methods.add(line.json());
    }
    return ReportFormat.report("loader")
        .with("image", image)
        .with("status", refusal == null ? "used" : "refused")
        .with("refusal", refusal == null ? "" : refusal)
        .with("warnings", Json.texts(warnings))
        .with("installed", count(Group.INSTALLED))
        .with("rejected", count(Group.REJECTED))
        .with("waiting", count(Group.WAITING))
        .with("valid", count(Group.INSTALLED) - invalidated)
        .with("invalidated", invalidated)
        .with("millis", millis(phases == null ? 0 : phases.totalNanos()))
        .with("phases", times)
        .with("reasons", Json.array(reasons))
        .with("invalidations", Json.array(invalid))
        .with("methods", Json.array(methods))
        .with("failures", Json.texts(failures))
        .text();
  }

  private static Json millis(long nanos) {
    return Json.of(Math.round(nanos / NANOS_PER_MICRO) / MICROS_PER_MILLI);
  }

  private int count(Group group) {
    int sum = 0;
    for (Map.Entry<Outcome, Integer> entry : counts.entrySet()) {
      if (entry.getKey().group() == group) {
        sum += entry.getValue();
      }
    }
    return sum;
  }

  private String reasons(Group group) {
    List<String> reasons = new ArrayList<>();
    for (Map.Entry<Outcome, Integer> entry : counts.entrySet()) {
      if (entry.getKey().group() == group) {
        reasons.add(entry.getKey().text() + " " + entry.getValue());
      }
    }
    return inBrackets(reasons);
  }

  private String invalidations() {
    List<String> reasons = new ArrayList<>();
    for (Map.Entry<Invalidation, Integer> entry : invalidations.entrySet()) {
      reasons.add(entry.getKey().text() + " " + entry.getValue());
    }
    return inBrackets(reasons);
  }

  private static String inBrackets(List<String> reasons) {
    return reasons.isEmpty() ? "" : " (" + String.join(", ", reasons) + ")";
  }
}
