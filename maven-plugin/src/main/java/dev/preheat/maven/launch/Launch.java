// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.launch;

import dev.preheat.format.contract.LoaderOption;
import dev.preheat.format.image.read.ImagePin;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the program is started with its image.
 *
 * @param loaderOptions what the loader needs of the JVM, and what goes with the JDK's own cache
 * @param jvmArguments what the user wants of it
 * @param image absolute path
 * @param pin which image that is
 * @param aotCache the JDK's own cache, where there is one
 * @param classPath the loader's, then the program's, in order
 * @param mainClass of the program
 */
public record Launch(
    List<String> loaderOptions,
    List<String> jvmArguments,
    Path image,
    ImagePin pin,
    Optional<AotCache> aotCache,
    List<Path> classPath,
    String mainClass) {

  public Launch {
    loaderOptions = List.copyOf(loaderOptions);
    jvmArguments = List.copyOf(jvmArguments);
    classPath = List.copyOf(classPath);
  }

  /** The same with the JDK's own cache. */
  public Launch withAotCache(AotCache cache) {
    return new Launch(
        loaderOptions, jvmArguments, image, pin, Optional.of(cache), classPath, mainClass);
  }

  /** The same, to make the JDK's own cache. */
  public Launch toMakeAotCache(Path output) {
    List<String> options = new ArrayList<>(loaderOptions);
    options.addAll(AotCacheOptions.toMake(output));
    return new Launch(options, jvmArguments, image, pin, Optional.empty(), classPath, mainClass);
  }

  /** The arguments of {@code java}, up to the program's own. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>(loaderOptions);
    arguments.addAll(jvmArguments);
    aotCache.ifPresent(cache -> arguments.addAll(cache.arguments()));
    arguments.add(LoaderOption.argument(LoaderOption.IMAGE, image));
    arguments.add(LoaderOption.argument(LoaderOption.CHECKSUM, pin.checksum()));
    arguments.add(LoaderOption.argument(LoaderOption.SHA256, pin.sha256()));
    arguments.add("-cp");
    arguments.add(joined(classPath));
    arguments.add(LoaderOption.MAIN);
    arguments.add(mainClass);
    return arguments;
  }

  /** A class path or module path. */
  public static String joined(List<Path> path) {
    return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
