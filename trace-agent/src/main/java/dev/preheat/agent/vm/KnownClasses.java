// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.vm;

import dev.preheat.format.trace.ClassId;
import java.util.Map;
import java.util.Set;

/**
 * The classes that profiles may name; what they name besides is another class, of no name.
 *
 * @param named names by address
 * @param ofAgent addresses of classes that a profile is to leave out
 */
public record KnownClasses(Map<Long, ClassId> named, Set<Long> ofAgent) {}
