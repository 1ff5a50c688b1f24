// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Why a method is not in the image. */
package dev.preheat.compiler.outcome;
