// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

import dev.preheat.loader.check.Libjvm;
import dev.preheat.loader.check.NamedArchive;
import dev.preheat.loader.check.VmLayout;
import dev.preheat.loader.image.LoadedImage;

/**
 * What the views of all class loaders have in common.
 *
 * @param archive whose classes need not be compared as a whole
 * @param boot the classes of the boot loader
 * @param share how much of the code heap is in use
 * @param memory where a record is patched
 * @param countdowns what code counts down
 * @param first the first record of the chosen variant
 * @param count number of records
 * @param exclusions methods that the user leaves out, or null
 */
public record InstallContext(
    LoadedImage image,
    VmLayout layout,
    Libjvm libjvm,
    NamedArchive archive,
    ExternalTable externals,
    BootClasses boot,
    VmInstaller vm,
    CodeShare share,
    RecordMemory memory,
    Countdowns countdowns,
    int first,
    int count,
    Exclusions exclusions,
    EndSignal end) {}
