package dev.preheat.architecture.offender.there;

import dev.preheat.architecture.offender.Here;

/** See {@link Here}. */
public record There(Here here) {}
