// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Which class data archive it is: a digest of its file, and of what a VM has mapped. */
package dev.preheat.hotspot.archive;
