// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** From the model of an image to its file. */
package dev.preheat.format.image.write;
