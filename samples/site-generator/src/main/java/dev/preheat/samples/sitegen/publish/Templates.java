// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.publish;

import dev.preheat.samples.sitegen.SiteException;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.loader.FileLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The templates of a site. */
final class Templates {

  private final Path folder;
  private final PebbleEngine engine;
  private final Map<String, Object> shared;

  /**
   * @param folder folder of the templates
   * @param basePath what every address inside the site starts with
   * @param shared values that every template sees
   * @throws SiteException if the folder does not exist
   */
  Templates(Path folder, String basePath, Map<String, Object> shared) {
    if (!Files.isDirectory(folder)) {
      throw new SiteException(
          "There is no folder " + folder + ".",
          "Put the templates there: page, home, section, tag, tags, archive, redirect, missing.");
    }
    this.folder = folder;
    this.shared = Map.copyOf(shared);
    FileLoader loader = new FileLoader(folder.toAbsolutePath().toString());
    loader.setSuffix(".html");
    this.engine =
        new PebbleEngine.Builder()
            .loader(loader)
            .strictVariables(true)
            .defaultLocale(Locale.UK)
            .extension(new TemplateExtension(basePath))
            .build();
  }

  /**
   * Fills in a template.
   *
   * @param name name of the template, without its suffix
   * @param values values that only this template sees
   * @throws SiteException if there is no such template, or something is wrong in it
   */
  String render(String name, Map<String, Object> values) throws IOException {
    Map<String, Object> context = new HashMap<>(shared);
    context.putAll(values);
    StringWriter html = new StringWriter();
    try {
      engine.getTemplate(name).evaluate(html, context);
    } catch (PebbleException e) {
      throw new SiteException(
          "Cannot fill in the template " + name + ": " + e.getMessage(),
          "Correct it in " + folder + ".",
          e);
    }
    return html.toString();
  }
}
