// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/**
 * What a HotSpot VM knows of its classes and methods, read from its memory. Where things lie is
 * what the VM itself exports for its serviceability agent ({@code vmStructs.cpp}); it needs no
 * flag. Only pointers of classes that the caller holds are followed, so that nothing is unloaded
 * meanwhile.
 */
package dev.preheat.agent.vm;
