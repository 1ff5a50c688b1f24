// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.preheat.samples.sitegen.SiteException;
import dev.preheat.samples.sitegen.search.SearchIndex;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches a site that was built before. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = "Finds pages of a built site by their words.")
final class SearchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "OUTPUT", description = "Folder of the built site.")
  private Path output;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "WORD", description = "Words to find.")
  private List<String> words;

  @Option(
      names = {"-n", "--limit"},
      defaultValue = "10",
      paramLabel = "NUMBER",
      description = "Print at most so many pages.")
  private int limit;

  @Override
  public Integer call() throws IOException {
    List<SearchIndex.Hit> hits = readIndex().search(String.join(" ", words), limit);
    PrintWriter out = spec.commandLine().getOut();
    for (SearchIndex.Hit hit : hits) {
      SearchIndex.Document document = hit.document();
      out.printf("/%s%n  %s%n", document.url(), document.title());
    }
    return hits.isEmpty() ? SiteCommand.PROBLEM : 0;
  }

  private SearchIndex readIndex() throws IOException {
    Path file = output.resolve("search.json");
    try {
      return JsonMapper.builder().build().readValue(Files.readString(file), SearchIndex.class);
    } catch (NoSuchFileException e) {
      throw new SiteException(
          "There is no search.json in " + output + ".",
          "Build the site into this folder first.",
          e);
    } catch (JsonProcessingException e) {
      throw new SiteException(
          file + " is no search index: " + e.getOriginalMessage(), "Build the site anew.", e);
    }
  }
}
