// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.preheat.benchmarks.program.BenchmarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
  @TempDir private Path directory;

  @Test
  void readsWhatTheLoaderReports() throws Exception {
    Path file =
        write(
            """
            {"image": "a.so", "status": "used", "refusal": "", "installed": 7, "rejected": 2,
             "waiting": 4, "valid": 7, "reasons": [
              {"id": "INSTALLED", "text": "installed", "methods": 7},
              {"id": "CLASS_NOT_LOADED", "text": "class not loaded", "methods": 3},
              {"id": "NOT_REACHED", "text": "not reached", "methods": 1},
              {"id": "CLASS_CHANGED", "text": "class changed", "methods": 2}], "methods": []}
            """);

    LoaderReport report = LoaderReport.read(file);

    assertEquals(7, report.installed());
    assertEquals(2, report.rejected());
    assertEquals(10, report.withLoadedClasses());
    assertEquals(
        List.of(
            new Reason("CLASS_CHANGED", "class changed", 2),
            new Reason("NOT_REACHED", "not reached", 1)),
        report.notInstalled());
  }

  @Test
  void anImageThatWasNotUsedIsAnError() throws IOException {
    Path file = write("{\"status\": \"refused\", \"refusal\": \"GC: expected G1, found Z\"}");

    assertEquals(
        "the image was not used: GC: expected G1, found Z",
        assertThrows(BenchmarkException.class, () -> LoaderReport.read(file)).getMessage());
  }

  @Test
  void readsWhatTheCompilerReports() throws Exception {
    Path file =
        write(
            """
            {"traced": 5, "compiled": 2, "reasons": [
              {"id": "NO_BYTECODE", "text": "native or abstract", "methods": 1},
              {"id": "BAILOUT", "text": "not supported by Graal", "methods": 2}], "methods": []}
            """);

    BuildReport report = BuildReport.ofImage(directory.resolve("report.so"));

    assertEquals(directory.resolve("report.so.json"), file);
    assertEquals(
        new BuildReport(
            5,
            2,
            List.of(
                new Reason("BAILOUT", "not supported by Graal", 2),
                new Reason("NO_BYTECODE", "native or abstract", 1))),
        report);
  }

  @Test
  void aReportThatIsMissingOrWrongIsNamed() throws IOException {
    Path missing = directory.resolve("missing");
    assertEquals(
        "no report " + missing + ": nobody wrote it",
        assertThrows(BenchmarkException.class, () -> LoaderReport.read(missing)).getMessage());

    Path cut = write("{\"status\": ");
    assertEquals(
        cut + " is no JSON",
        assertThrows(BenchmarkException.class, () -> LoaderReport.read(cut))
            .getMessage()
            .replaceAll(": .*", ""));

    Path array = write("[]");
    assertEquals(
        array + " is no object of JSON",
        assertThrows(BenchmarkException.class, () -> LoaderReport.read(array)).getMessage());

    Path negative = write("{\"status\": \"used\", \"installed\": -1}");
    assertEquals(
        negative + " has no count 'installed'",
        assertThrows(BenchmarkException.class, () -> LoaderReport.read(negative)).getMessage());
  }

  private Path write(String text) throws IOException {
    return Files.writeString(directory.resolve("report.so.json"), text);
  }
}
