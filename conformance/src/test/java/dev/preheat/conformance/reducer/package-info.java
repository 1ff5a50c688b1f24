/** Makes a program that fails smaller, for as long as it still fails. */
package dev.preheat.conformance.reducer;
