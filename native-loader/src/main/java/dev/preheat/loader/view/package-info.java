/** The image as each class loader sees it: what is installed now, and what waits. */
package dev.preheat.loader.view;
