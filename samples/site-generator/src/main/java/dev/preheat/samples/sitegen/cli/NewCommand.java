// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.cli;

import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.preheat.samples.sitegen.SiteException;
import dev.preheat.samples.sitegen.text.Slugs;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts a page: a file with front matter, to be filled in. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Starts a page with its front matter filled in.")
final class NewCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "SITE", description = "Folder that holds site.json.")
  private Path folder;

  @Parameters(index = "1", paramLabel = "TITLE", description = "Title of the page.")
  private String title;

  @Option(names = "--section", required = true, description = "Section of the page.")
  private String section;

  @Option(names = "--date", required = true, description = "Day of publication, as 2024-05-17.")
  private LocalDate date;

  @Option(names = "--tag", description = "A subject of the page; may be repeated.")
  private List<String> tags = List.of();

  @Override
  public Integer call() throws IOException {
    Path file = folder.resolve("content").resolve(section).resolve(Slugs.of(title) + ".md");
    Files.createDirectories(file.getParent());
    try {
      Files.writeString(file, page(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new SiteException(
          "There is a page " + file + " already.", "Edit it, or choose another title.", e);
    }
    spec.commandLine().getOut().println(file);
    return 0;
  }

  private String page() throws IOException {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("title", title);
    head.put("summary", "To be written.");
    head.put("date", date.toString());
    head.put("tags", tags);
    head.put("draft", true);
    YAMLMapper mapper =
        YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build();
    return "---\n" + mapper.writeValueAsString(head) + "---\n\nTo be written.\n";
  }
}
