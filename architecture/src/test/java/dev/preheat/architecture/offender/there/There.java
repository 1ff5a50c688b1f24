// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.architecture.offender.there;

import dev.preheat.architecture.offender.Here;

/** See {@link Here}. */
public record There(Here here) {}
