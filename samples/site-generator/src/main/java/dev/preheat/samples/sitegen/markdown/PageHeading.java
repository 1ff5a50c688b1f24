// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.markdown;

/**
 * A heading in the text of a page.
 *
 * @param level 1 for the highest
 * @param id anchor that links point to
 * @param text its words, without markup
 */
public record PageHeading(int level, String id, String text) {}
