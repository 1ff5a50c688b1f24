// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/**
 * Programs with an image under other flags of the VM: the same as without the image, or the image
 * is refused.
 */
package dev.preheat.conformance.flags;
