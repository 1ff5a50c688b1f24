/** What the user has set. */
package dev.preheat.loader.options;
