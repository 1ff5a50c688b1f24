// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.hotspot.VmNumbers;
import dev.preheat.hotspot.content.ClassContent;
import dev.preheat.hotspot.content.ClassVersion;

/**
 * The versions of classes that have been compared, for one loader's classes. An agent may redefine
 * any class at any time, and the VM then frees what it replaces, if no code and no thread of its
 * own needs it: constants and methods that are being read, or that are named in a record on its way
 * into the VM. So the VM is told of every version before it is read, and keeps it. What lies in an
 * archive it frees never (ConstantPool::remove_unshareable_info,
 * src/hotspot/share/oops/constantPool.cpp).
 */
final class ClassVersions {

  /** A redefinition takes much longer than a try. */
  private static final int MOST_TRIES = 1_000;

  private final VmInstaller vm;
  private final ClassContent contents;
  private final long archiveBase;
  private final long archiveTop;

  /** By class: what the VM keeps its version for, null where that is of an archive. */
  private final Object[] kept;

  /** By class: {@code ConstantPool*} of the version that was compared last. */
  private final long[] constants;

  /** By class: {@code Array<Method*>*} of that version. */
  private final long[] methods;

  /** There from the start, so that code which relies on the class is installed at once. */
  private ClassVersion last = new ClassVersion(0, 0, 0);

  ClassVersions(InstallContext parts, ClassContent contents) {
    vm = parts.vm();
    this.contents = contents;
    int[] layout = parts.layout().of;
    archiveBase = parts.libjvm().word(layout[VmNumbers.LIBJVM_SHARED_BASE]);
    archiveTop = parts.libjvm().word(layout[VmNumbers.LIBJVM_SHARED_TOP]);
    int classes = parts.image().count(TableNumber.CLASSES);
    kept = new Object[classes];
    constants = new long[classes];
    methods = new long[classes];
  }

  /**
   * The present version of a class, which stays readable until the next one is asked for.
   *
   * @param type index of the class in the image
   * @param klass {@code InstanceKlass*}
   */
  ClassVersion keep(int type, long klass) {
    ClassVersion version = contents.version(klass);
    if (isArchived(version.constants())) {
      kept[type] = null;
    } else {
      int tries = 0;
      do {
        if (tries++ == MOST_TRIES) {
          throw new IllegalStateException("the VM keeps another version than the class has");
        }
        kept[type] = vm.keep(klass);
        version = contents.version(klass);
        // While it is kept, no other version has its addresses.
      } while (!vm.isKept(version.constants()));
    }
    constants[type] = version.constants();
    methods[type] = version.methods();
    last = version;
    return last;
  }

  /** {@code ConstantPool*} of the version that was compared last. */
  long constants(int type) {
    return constants[type];
  }

  /** {@code Array<Method*>*} of the version that was compared last. */
  long methods(int type) {
    return methods[type];
  }

  private boolean isArchived(long address) {
    return address >= archiveBase && address < archiveTop;
  }
}
