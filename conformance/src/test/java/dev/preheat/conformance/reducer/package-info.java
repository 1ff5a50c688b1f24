// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Makes a program that fails smaller, for as long as it still fails. */
package dev.preheat.conformance.reducer;
