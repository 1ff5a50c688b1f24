/** What became of an image and of its records, in the words of the report. */
package dev.preheat.loader.outcome;
