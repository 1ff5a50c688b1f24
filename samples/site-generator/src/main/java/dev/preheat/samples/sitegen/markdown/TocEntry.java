// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.markdown;

import java.util.List;

/**
 * An entry of a table of contents.
 *
 * @param id anchor of the heading
 * @param text words of the heading
 * @param children entries one level below
 */
public record TocEntry(String id, String text, List<TocEntry> children) {}
