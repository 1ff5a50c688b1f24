/** What an image holds: records, symbols, facts, and what they say of each other. */
package dev.preheat.format.image.model;
