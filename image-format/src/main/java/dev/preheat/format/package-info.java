// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** What every module shares: the trace file, the image and the ELF container that carries it. */
package dev.preheat.format;
