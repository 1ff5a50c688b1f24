// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven;

import dev.preheat.format.AtomicFile;
import dev.preheat.format.Json;
import dev.preheat.format.contract.ReportFormat;
import dev.preheat.format.image.describe.ImageDescription;
import dev.preheat.format.image.describe.ImageJson;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.read.ImageReader;
import dev.preheat.maven.advice.Suggestions;
import dev.preheat.maven.advice.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Prints what is in an image: the JVM and the class path it was made for, the facts about the JVM
 * that its code relies on, and its methods with their sizes, the largest first.
 *
 * <p>One method in detail, with its relocations and assumptions:
 *
 * <pre>{@code
 * mvn preheat:inspect -Dpreheat.method='com.example.Main.main([Ljava/lang/String;)V'
 * }</pre>
 *
 * <p>Needs no project if the image is named:
 *
 * <pre>{@code
 * mvn dev.preheat:preheat-maven-plugin:inspect -Dpreheat.image=foo-1.0-linux-x86_64.so
 * }</pre>
 */
@Mojo(name = "inspect", requiresProject = false, threadSafe = true)
public final class InspectMojo extends AbstractPreheatMojo {

  /** The image. */
  @Parameter(
      property = "preheat.image",
      defaultValue = "${project.build.directory}/${project.build.finalName}-linux-x86_64.so",
      required = true)
  private File image;

  /**
   * The methods to show in detail: a name as the list of methods has it, a part of one, or a
   * pattern: {@code *} stands for any letters but dots, {@code **} for any letters, {@code ?} for
   * one letter but a dot.
   */
  @Parameter(property = "preheat.method")
  private String method;

  /** A file that the same is written to as JSON. */
  @Parameter(property = "preheat.json")
  private File json;

  @Override
  void run() throws UserError, IOException {
    Path file = image.toPath().toAbsolutePath();
    ImageModel model = ImageReader.read(file);
    lines(model, file).forEach(getLog()::info);
    if (json != null) {
      AtomicFile.write(json.toPath().toAbsolutePath(), json(model).text());
    }
  }

  private List<String> lines(ImageModel model, Path file) throws UserError {
    if (method == null) {
      List<String> lines = new ArrayList<>(ImageDescription.header(model));
      lines.addAll(ImageDescription.methods(model));
      return lines;
    }
    List<String> lines = ImageDescription.method(model, method);
    if (lines.isEmpty()) {
      throw new UserError(Suggestions.noSuchMethod(method, file));
    }
    return lines;
  }

  private Json json(ImageModel model) {
    Json.Members report = ReportFormat.report("inspect");
    return method == null
        ? report.with("image", ImageJson.header(model)).with("methods", ImageJson.methods(model))
        : report.with("methods", ImageJson.method(model, method));
  }
}
