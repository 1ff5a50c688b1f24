// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.artifact;

import dev.preheat.maven.advice.Suggestions;
import dev.preheat.maven.advice.UserError;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Fetches Preheat's other modules from where the plugin itself comes from, at the plugin's own
 * version, when a goal needs them: who only traces never downloads a compiler.
 */
public final class Artifacts {
  public static final String TRACE_AGENT = "preheat-trace-agent";
  public static final String COMPILER = "preheat-compiler-core";
  public static final String LOADER = "preheat-native-loader";

  private final RepositorySystem system;
  private final RepositorySystemSession session;
  private final List<RemoteRepository> repositories;
  private final String groupId;
  private final String version;

  public Artifacts(
      RepositorySystem system,
      RepositorySystemSession session,
      List<RemoteRepository> repositories,
      String groupId,
      String version) {
    this.system = system;
    this.session = session;
    this.repositories = List.copyOf(repositories);
    this.groupId = groupId;
    this.version = version;
  }

  /**
   * The jar of a module that needs no other.
   *
   * @throws UserError if it cannot be had
   */
  public Path file(String module) throws UserError {
    return path(withDependencies(module).get(0));
  }

  /**
   * A module and what it needs at run time, itself first.
   *
   * @throws UserError if they cannot be had
   */
  public List<Artifact> withDependencies(String module) throws UserError {
    Artifact root = new DefaultArtifact(groupId, module, "jar", version);
    CollectRequest collect = new CollectRequest();
    collect.setRoot(new Dependency(root, "compile"));
    collect.setRepositories(repositories);
    try {
      return system
          .resolveDependencies(session, new DependencyRequest(collect, null))
          .getArtifactResults()
          .stream()
          .map(ArtifactResult::getArtifact)
          .sorted(Comparator.comparing(artifact -> !artifact.getArtifactId().equals(module)))
          .toList();
    } catch (DependencyResolutionException e) {
      throw new UserError(Suggestions.notResolved(root.toString(), e.getMessage()), e);
    }
  }

  public static Path path(Artifact artifact) {
    return artifact.getFile().toPath().toAbsolutePath();
  }
}
