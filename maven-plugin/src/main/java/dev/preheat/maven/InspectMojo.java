package dev.preheat.maven;

import dev.preheat.format.elf.ElfReader;
import dev.preheat.format.image.ImageModel;
import dev.preheat.format.image.ImageReader;
import dev.preheat.maven.inspect.ImageText;
import dev.preheat.maven.inspect.MethodText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Prints what is in an image: the JVM and the class path it was made for, the facts about the JVM
 * that its code relies on, and its methods in the order in which they are installed, with their
 * sizes.
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
   * The method to show: its name as the list of methods has it, or a part of that. Where several
   * methods match, their names are printed.
   */
  @Parameter(property = "preheat.method")
  private String method;

  @Override
  void run() throws UserError, IOException {
    Path file = image.toPath().toAbsolutePath();
    ImageModel model = ImageReader.read(file);
    List<String> lines =
        method == null
            ? ImageText.of(model, ElfReader.read(file), Files.size(file))
            : methodLines(model, file);
    lines.forEach(getLog()::info);
  }

  private List<String> methodLines(ImageModel model, Path file) throws UserError {
    List<String> names = MethodText.matching(model, method);
    if (names.isEmpty()) {
      throw new UserError(Suggestions.noSuchMethod(method, file));
    }
    return names.size() == 1 ? MethodText.of(model, names.get(0)) : names;
  }
}
