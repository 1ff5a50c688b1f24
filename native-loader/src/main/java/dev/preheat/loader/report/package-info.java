// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** What became of an image, as one line and as JSON. */
package dev.preheat.loader.report;
