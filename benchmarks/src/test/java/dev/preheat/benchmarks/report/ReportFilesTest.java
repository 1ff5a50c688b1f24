package dev.preheat.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.preheat.benchmarks.program.BenchmarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
  @TempDir private Path directory;

  @Test
  void readsWhatTheLoaderReports() throws Exception {
    Path file =
        write(
            """
            {"image": "a.so", "status": "used", "reason": "", "installed": 7, "rejected": 2,
             "waiting": 4, "valid": 7, "reasons": {"installed": 7, "class not loaded": 3,
             "not reached": 1, "class changed": 2}, "methods": []}
            """);

    LoaderReport report = LoaderReport.read(file);

    assertEquals(7, report.installed());
    assertEquals(2, report.rejected());
    assertEquals(10, report.withLoadedClasses());
    assertEquals(Map.of("not reached", 1, "class changed", 2), report.notInstalled());
  }

  @Test
  void anImageThatWasNotUsedIsAnError() throws IOException {
    Path file = write("{\"status\": \"refused\", \"reason\": \"GC: expected G1, found Z\"}");

    assertEquals(
        "the image was not used: GC: expected G1, found Z",
        assertThrows(BenchmarkException.class, () -> LoaderReport.read(file)).getMessage());
  }

  @Test
  void readsWhatTheCompilerReports() throws Exception {
    Path file =
        write(
            """
            {"traced": 5, "compiled": 2, "leftOutByReason": {"NO_BYTECODE": 1, "BAILOUT": 2},
             "leftOut": []}
            """);

    BuildReport report = BuildReport.ofImage(directory.resolve("report.so"));

    assertEquals(directory.resolve("report.so.json"), file);
    assertEquals(new BuildReport(5, 2, Map.of("BAILOUT", 2, "NO_BYTECODE", 1)), report);
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
