// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler;

import dev.preheat.compiler.jvmci.LoadedSymbols;
import dev.preheat.compiler.outcome.OmissionReason;
import dev.preheat.compiler.select.Selection;
import dev.preheat.compiler.select.Selection.Omission;
import dev.preheat.format.AtomicFile;
import dev.preheat.format.Json;
import dev.preheat.format.contract.CompileRequest;
import dev.preheat.format.contract.ReportFormat;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.Variant;
import dev.preheat.format.image.model.RecordKind;
import dev.preheat.format.image.write.ImageWriter;
import dev.preheat.format.trace.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a build did, for people and for programs.
 *
 * @param traced methods in the traces, the loader's own included
 * @param selected methods given to the compiler
 * @param compiled methods that were compiled
 * @param stubs runtime stubs that were compiled
 * @param variants what the image has, that of this build first
 * @param codeBytes size of all machine code
 * @param imageBytes size of tables and code
 */
record BuildReport(
    Path image,
    int classes,
    int traced,
    int selected,
    int compiled,
    int stubs,
    List<VariantSize> variants,
    long codeBytes,
    long imageBytes,
    List<Omission> leftOut,
    double seconds) {

  /**
   * A variant.
   *
   * @param name of its collectors
   * @param methods number of its methods
   */
  record VariantSize(String name, int methods) {
    static VariantSize of(Variant variant) {
      return new VariantSize(variant.name(), variant.records().size() - stubs(variant));
    }

    private static int stubs(Variant variant) {
      return (int)
          variant.records().stream()
              .filter(record -> record.subject().kind() == RecordKind.STUB)
              .count();
    }

    Json json() {
      return Json.object().with("name", name).with("methods", methods);
    }
  }

  static BuildReport of(
      Trace trace,
      LoadedSymbols world,
      Selection selection,
      List<Omission> leftOut,
      ImageModel model,
      ImageWriter.Layout layout,
      CompileRequest request,
      long nanos) {
    List<VariantSize> variants = model.variants().stream().map(VariantSize::of).toList();
    return new BuildReport(
        request.output(),
        world.size(),
        trace.methods().size(),
        selection.candidates().size(),
        variants.get(0).methods(),
        VariantSize.stubs(model.variants().get(0)),
        variants,
        layout.code().length,
        (long) layout.region().length + layout.code().length,
        leftOut,
        nanos / 1e9);
  }

  /** The closing summary. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d methods traced, %,d selected, %,d compiled (%.1f %% of the traced), %d stubs",
            traced,
            selected,
            compiled,
            100.0 * compiled / Math.max(1, traced),
            stubs));
    byReason().entrySet().stream()
        .sorted(Map.Entry.<OmissionReason, Integer>comparingByValue().reversed())
        .forEach(
            entry ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "  left out %,6d: %s",
                        entry.getValue(),
                        entry.getKey().text())));
    if (variants.size() > 1) {
      variants.forEach(
          variant ->
              lines.add(
                  String.format(
                      Locale.ROOT, "%,d methods for %s", variant.methods(), variant.name())));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%,.1f MB of machine code, %,.1f MB in all, in %s (%.1f s)",
            codeBytes / 1e6,
            imageBytes / 1e6,
            image.getFileName(),
            seconds));
    return lines;
  }

  /** How many methods made the compiler fail. */
  int failures() {
    return byReason().getOrDefault(OmissionReason.COMPILER_FAILURE, 0);
  }

  private Map<OmissionReason, Integer> byReason() {
    Map<OmissionReason, Integer> counts = new EnumMap<>(OmissionReason.class);
    leftOut.forEach(omission -> counts.merge(omission.reason(), 1, Integer::sum));
    return counts;
  }

  /** Writes the report as JSON. */
  void write(Path target) throws IOException {
    List<Json> reasons = new ArrayList<>();
    for (Map.Entry<OmissionReason, Integer> entry : byReason().entrySet()) {
      OmissionReason reason = entry.getKey();
      reasons.add(ReportFormat.reason(reason.name(), reason.text(), entry.getValue()));
    }
    List<Json> omissions =
        leftOut.stream()
            .sorted(Comparator.comparing(Omission::symbol))
            .<Json>map(
                omission ->
                    Json.object()
                        .with("method", omission.symbol().toString())
                        .with(
                            "reason",
                            ReportFormat.reason(omission.reason().name(), omission.reason().text()))
                        .with("detail", omission.detail()))
            .toList();
    Json report =
        ReportFormat.report("compiler")
            .with("image", image.getFileName().toString())
            .with("classes", classes)
            .with("traced", traced)
            .with("selected", selected)
            .with("compiled", compiled)
            .with("stubs", stubs)
            .with("variants", Json.array(variants.stream().map(VariantSize::json).toList()))
            .with("codeBytes", codeBytes)
            .with("imageBytes", imageBytes)
            .with("reasons", Json.array(reasons))
            .with("methods", Json.array(omissions));
    AtomicFile.write(target, report.text() + "\n");
  }
}
