// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** What a class is, as a digest over the memory of the VM that holds it. */
package dev.preheat.hotspot.content;
