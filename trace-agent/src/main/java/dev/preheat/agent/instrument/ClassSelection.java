// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.instrument;

import dev.preheat.format.contract.AgentOptions;
import dev.preheat.format.contract.ClassPattern;
import dev.preheat.format.trace.LoaderRole;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides which classes are traced. Instrumented are those of the application class loader only: an
 * image holds no code for classes of loaders that the program makes.
 */
public final class ClassSelection {
  /** A text file: in a class, the build would rename what looks like a package it relocates. */
  private static final String DEFAULT_EXCLUDES = "/META-INF/preheat/default-excludes";

  private final boolean instrument;
  private final List<ClassPattern> included;
  private final List<ClassPattern> excluded;
  private final Set<Path> excludedLocations = new HashSet<>();
  private final Map<String, Boolean> knownLocations = new ConcurrentHashMap<>();
  private final ClassLoader platform = ClassLoader.getPlatformClassLoader();
  private final ClassLoader application = ClassLoader.getSystemClassLoader();

  /**
   * As the options say, without the test frameworks.
   *
   * @throws IOException if the agent's jar cannot be read
   */
  public ClassSelection(AgentOptions options) throws IOException {
    instrument = options.instrument();
    included = ClassPattern.all(options.includes());
    List<String> excludes = readDefaultExcludes();
    excludes.addAll(options.excludes());
    excluded = ClassPattern.all(excludes);
    for (Path location : options.excludeLocations()) {
      excludedLocations.add(location.toAbsolutePath().normalize());
    }
  }

  /** The part that a loader plays; null is the boot loader. */
  public LoaderRole role(ClassLoader loader) {
    if (loader == null) {
      return LoaderRole.BOOT;
    }
    if (loader == application) {
      return LoaderRole.APP;
    }
    return loader == platform ? LoaderRole.PLATFORM : LoaderRole.OTHER;
  }

  /** Whether a class, or the element class of an array class, is one of the agent. */
  public static boolean isOfAgent(String internalName) {
    int element = internalName.lastIndexOf('[') + 1;
    return BootClasses.isOurs(
        element == 0
            ? internalName
            : internalName.substring(Math.min(element + 1, internalName.length())));
  }

  /**
   * What to do about a class.
   *
   * @param internalName its internal name
   * @param domain null if it has none
   */
  public Treatment treatment(String internalName, ClassLoader loader, ProtectionDomain domain) {
    String name = internalName.replace('/', '.');
    if (BootClasses.isOurs(internalName) || ClassPattern.matchesAny(excluded, name)) {
      return Treatment.IGNORE;
    }
    String location = location(domain);
    if (location != null && isExcluded(location)) {
      return Treatment.IGNORE;
    }
    boolean traced =
        instrument
            && loader == application
            && location != null
            && !location.startsWith("jrt:")
            && (included.isEmpty() || ClassPattern.matchesAny(included, name));
    return traced ? Treatment.INSTRUMENT : Treatment.OBSERVE;
  }

  private static String location(ProtectionDomain domain) {
    CodeSource source = domain == null ? null : domain.getCodeSource();
    return source == null || source.getLocation() == null
        ? null
        : source.getLocation().toExternalForm();
  }

  private boolean isExcluded(String location) {
    if (excludedLocations.isEmpty()) {
      return false;
    }
    Boolean known = knownLocations.get(location);
    if (known == null) {
      Path path = Locations.path(location);
      known = path != null && excludedLocations.contains(path);
      knownLocations.put(location, known);
    }
    return known;
  }

  private static List<String> readDefaultExcludes() throws IOException {
    List<String> patterns = new ArrayList<>();
    InputStream input = ClassSelection.class.getResourceAsStream(DEFAULT_EXCLUDES);
    if (input == null) {
      throw new IOException("the agent's jar has no " + DEFAULT_EXCLUDES);
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
      String line = reader.readLine();
      while (line != null) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          patterns.add(line);
        }
        line = reader.readLine();
      }
    }
    return patterns;
  }
}
