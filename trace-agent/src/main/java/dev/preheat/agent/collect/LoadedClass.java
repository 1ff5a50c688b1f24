// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.collect;

import dev.preheat.agent.vm.VmMethod;
import dev.preheat.format.trace.ClassId;
import java.util.List;

/**
 * A class of the program or of the JDK.
 *
 * @param initialized whether its static initialiser ran
 * @param executed its methods that ran, as far as the VM tells
 */
record LoadedClass(Class<?> type, ClassId id, boolean initialized, List<VmMethod> executed) {}
