// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak.curve;

import dev.preheat.benchmarks.process.Usage;

/** One run of a side. */
public record Run(Curve curve, Usage usage, JitCounts jit) {}
