// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.artifact;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;

/**
 * The compiler's jars, by where they go.
 *
 * @param compiler the compiler itself
 * @param libraries what else goes on its class path
 * @param graal what goes on its module path
 */
public record CompilerJars(Path compiler, List<Path> libraries, List<Path> graal) {
  private static final String GRAAL_GROUPS = "org.graalvm.";

  public CompilerJars {
    libraries = List.copyOf(libraries);
    graal = List.copyOf(graal);
  }

  /** Sorts out the compiler and all it needs. */
  public static CompilerJars of(List<Artifact> artifacts) {
    Path compiler = null;
    List<Path> libraries = new ArrayList<>();
    List<Path> graal = new ArrayList<>();
    for (Artifact artifact : artifacts) {
      Path path = Artifacts.path(artifact);
      if (artifact.getArtifactId().equals(Artifacts.COMPILER)) {
        compiler = path;
      } else if (artifact.getGroupId().startsWith(GRAAL_GROUPS)) {
        graal.add(path);
      } else {
        libraries.add(path);
      }
    }
    return new CompilerJars(compiler, libraries, graal);
  }
}
