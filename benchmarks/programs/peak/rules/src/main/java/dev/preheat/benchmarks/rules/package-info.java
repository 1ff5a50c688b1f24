// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Rules over documents: read, queried by paths, judged, written. */
package dev.preheat.benchmarks.rules;
