// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/**
 * Resolve, patch, install: finds the classes and methods that records name, compares them, and
 * brings records into the VM through JVMCI.
 *
 * <p>No reference to an object is ever held as an address. {@code Klass*} and {@code Method*} of
 * the boot, platform and application loader are: such classes are never moved and never unloaded
 * (src/hotspot/share/classfile/classLoaderData.hpp).
 */
package dev.preheat.loader.install;
