// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.markdown;

import java.util.List;

/**
 * What Markdown becomes.
 *
 * @param html the text as HTML, without the frame of a page
 * @param plainText the text without markup, for the search
 * @param contents table of contents
 * @param facts figures about the text
 */
public record RenderedText(
    String html, String plainText, List<TocEntry> contents, PageFacts facts) {}
