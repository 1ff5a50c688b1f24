// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** What became of an image and of its records, in the words of the report. */
package dev.preheat.loader.outcome;
