/**
 * The only package that knows HotSpot: reads the VM's own data structures, compares them with what
 * the image was made for, and installs nmethods through JVMCI.
 *
 * <p>No reference to an object is ever held as an address. {@code Klass*} and {@code Method*} of
 * the boot, platform and application loader are: such classes are never moved and never unloaded
 * (src/hotspot/share/classfile/classLoaderData.hpp).
 */
package dev.preheat.loader.hotspot;
