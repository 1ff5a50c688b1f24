package dev.preheat.loader;

import dev.preheat.loader.Reason.Group;
import dev.preheat.loader.hotspot.ImageLoader;
import dev.preheat.loader.hotspot.Outcomes;
import dev.preheat.loader.hotspot.Phases;
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
final class Report {

  /** A method and what became of it. */
  record Line(String method, Reason reason, String detail) {}

  private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final String image;
  private final String refusal;
  private final Phases phases;
  private final Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
  private final List<Line> lines = new ArrayList<>();
  private int invalidated;

  private Report(String image, String refusal, Phases phases) {
    this.image = image;
    this.refusal = refusal;
    this.phases = phases;
  }

  /**
   * Collects a report.
   *
   * @param refusal what the image was refused for, or null
   * @param loader null when the image was refused as a whole
   * @param phases null when nothing was tried
   */
  static Report of(String image, String refusal, ImageLoader loader, Phases phases) {
    Report report = new Report(image, refusal, phases);
    if (loader != null) {
      Outcomes outcomes = loader.outcomes();
      for (int record = 0; record < outcomes.size(); record++) {
        if (!outcomes.isStub(record)) {
          report.add(outcomes, record);
        }
      }
    }
    return report;
  }

  private void add(Outcomes outcomes, int record) {
    Reason reason = outcomes.reason(record);
    counts.merge(reason, 1, Integer::sum);
    if (reason != Reason.INSTALLED) {
      lines.add(new Line(outcomes.name(record), reason, outcomes.detail(record)));
    } else if (!outcomes.isValid(record)) {
      invalidated++;
      lines.add(new Line(outcomes.name(record), reason, "invalidated"));
    }
  }

  /** The one line. */
  String summary() {
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
        + ", "
        + (phases == null ? 0 : Math.round(phases.totalNanos() / NANOS_PER_MILLI))
        + " ms";
  }

  /**
   * Writes the report as JSON.
   *
   * @throws IOException when the file cannot be written; nothing is left then
   */
  void write(Path file) throws IOException {
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
  String json() {
    Json json = new Json();
    json.begin();
    json.field("image", image);
    json.field("status", refusal == null ? "used" : "refused");
    json.field("reason", refusal == null ? "" : refusal);
    json.field("installed", count(Group.INSTALLED));
    json.field("rejected", count(Group.REJECTED));
    json.field("waiting", count(Group.WAITING));
    json.field("invalidated", invalidated);
    json.field("valid", count(Group.INSTALLED) - invalidated);
    json.field("millis", phases == null ? 0 : phases.totalNanos() / NANOS_PER_MILLI);
    json.begin("phases");
    for (int phase = 0; phases != null && phase < phases.count(); phase++) {
      json.field(phases.name(phase), phases.nanos(phase) / NANOS_PER_MILLI);
    }
    json.end();
    json.begin("reasons");
    counts.forEach((reason, count) -> json.field(reason.text(), count));
    json.end();
    json.beginList("methods");
    for (Line line : lines) {
      json.begin();
      json.field("method", line.method());
      json.field("reason", line.reason().text());
      json.field("detail", line.detail());
      json.end();
    }
    json.endList();
    json.end();
    return json.text();
  }

  private int count(Group group) {
    int sum = 0;
    for (Map.Entry<Reason, Integer> entry : counts.entrySet()) {
      if (entry.getKey().group() == group) {
        sum += entry.getValue();
      }
    }
    return sum;
  }

  private String reasons(Group group) {
    List<String> reasons = new ArrayList<>();
    for (Map.Entry<Reason, Integer> entry : counts.entrySet()) {
      if (entry.getKey().group() == group) {
        reasons.add(entry.getKey().text() + " " + entry.getValue());
      }
    }
    return reasons.isEmpty() ? "" : " (" + String.join(", ", reasons) + ")";
  }
}
