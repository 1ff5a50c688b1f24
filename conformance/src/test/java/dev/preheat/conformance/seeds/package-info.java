// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Programs written from seeds, many at once: run interpreted and from an image, and reduced. */
package dev.preheat.conformance.seeds;
