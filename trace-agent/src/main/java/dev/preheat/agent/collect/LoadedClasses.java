// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.collect;

import dev.preheat.agent.instrument.ClassSelection;
import dev.preheat.agent.instrument.Treatment;
import dev.preheat.agent.jdk.InitializationState;
import dev.preheat.agent.vm.KnownClasses;
import dev.preheat.agent.vm.Vm;
import dev.preheat.agent.vm.VmMethod;
import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.LoaderRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What was loaded at one moment. Nothing is loaded or initialised to find out. Counts are copied
 * before anything is made of them, so that they are not those of the agent's own work.
 */
final class LoadedClasses {
  private final List<LoadedClass> traced = new ArrayList<>();
  private final List<Class<?>> ofAgent = new ArrayList<>();
  private final List<Class<?>> hidden = new ArrayList<>();
  private final KnownClasses known = new KnownClasses(new HashMap<>(), new HashSet<>());

  private LoadedClasses() {}

  /**
   * Takes what is to be traced.
   *
   * @param loaded all classes; the caller keeps them from being unloaded
   * @param vm the VM's own counts, if they are known
   */
  static LoadedClasses of(
      Class<?>[] loaded, ClassSelection selection, InitializationState states, Optional<Vm> vm) {
    List<List<VmMethod>> executed = new ArrayList<>(loaded.length);
    for (Class<?> type : loaded) {
      boolean hasMethods = !type.isArray() && !type.isPrimitive() && !type.isHidden();
      executed.add(hasMethods && vm.isPresent() ? vm.get().executed(type) : List.of());
    }
    LoadedClasses classes = new LoadedClasses();
    for (int i = 0; i < loaded.length; i++) {
      Class<?> type = loaded[i];
      ClassId id = id(type, selection);
      if (!type.isArray() && ClassSelection.isOfAgent(type.getName().replace('.', '/'))) {
        classes.ofAgent.add(type);
      } else if (type.isHidden()) {
        classes.hidden.add(type);
      }
      if (id == null) {
        continue;
      }
      if (vm.isPresent()) {
        classes.addKnown(vm.get().address(type), id);
      }
      if (!type.isArray() && isTraced(type, id, selection)) {
        List<VmMethod> methods = id.loader() == LoaderRole.OTHER ? List.of() : executed.get(i);
        classes.traced.add(new LoadedClass(type, id, states.isInitialized(type), methods));
      }
    }
    return classes;
  }

  /** The classes of the trace. */
  List<LoadedClass> traced() {
    return traced;
  }

  /** The classes of the agent. */
  List<Class<?>> ofAgent() {
    return ofAgent;
  }

  /** The hidden classes, but for those of the agent. */
  List<Class<?>> hidden() {
    return hidden;
  }

  /** The classes that the VM's profiles may name. */
  KnownClasses known() {
    return known;
  }

  private void addKnown(long address, ClassId id) {
    if (ClassSelection.isOfAgent(id.name())) {
      known.ofAgent().add(address);
    } else {
      known.named().put(address, id);
    }
  }

  private static boolean isTraced(Class<?> type, ClassId id, ClassSelection selection) {
    return selection.treatment(id.name(), type.getClassLoader(), type.getProtectionDomain())
        != Treatment.IGNORE;
  }

  /** The name of a class or array class; null for one without a name that lasts. */
  private static ClassId id(Class<?> type, ClassSelection selection) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    return element.isHidden() || type.isPrimitive()
        ? null
        : new ClassId(selection.role(element.getClassLoader()), type.getName().replace('.', '/'));
  }
}
