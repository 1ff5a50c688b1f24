// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.architecture.offender;

import dev.preheat.architecture.offender.there.There;

/** Needs a class of a package that needs this one: {@code PackagesTest} has to notice. */
public record Here(There there) {}
