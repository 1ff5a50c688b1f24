// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.select;

import dev.preheat.format.contract.ClassPattern;
import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.LoaderRole;
import java.util.List;

/** The includes and excludes of a request. */
final class ClassFilter {

  private final List<ClassPattern> includes;
  private final List<ClassPattern> excludes;
  private final boolean includeJdk;

  ClassFilter(List<String> includes, List<String> excludes, boolean includeJdk) {
    this.includes = ClassPattern.all(includes);
    this.excludes = ClassPattern.all(excludes);
    this.includeJdk = includeJdk;
  }

  boolean includes(ClassId id) {
    String name = id.name().replace('/', '.');
    if (ClassPattern.matchesAny(excludes, name)) {
      return false;
    }
    if (id.loader() != LoaderRole.APP) {
      return includeJdk;
    }
    return includes.isEmpty() || ClassPattern.matchesAny(includes, name);
  }
}
