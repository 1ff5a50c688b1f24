// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.hotspot.content;

/**
 * What a redefinition replaces of an instance class, at one safepoint, after which it frees what
 * lies at the old addresses, unless something else in the VM needs it (redefine_single_class,
 * src/hotspot/share/prims/jvmtiRedefineClasses.cpp). Fields, superclass and interfaces stay.
 *
 * @param klass {@code InstanceKlass*}, which stays, too
 * @param constants {@code ConstantPool*}
 * @param methods {@code Array<Method*>*}
 */
public record ClassVersion(long klass, long constants, long methods) {}
