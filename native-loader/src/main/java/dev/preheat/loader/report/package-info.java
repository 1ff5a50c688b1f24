/** What became of an image, as one line and as JSON. */
package dev.preheat.loader.report;
