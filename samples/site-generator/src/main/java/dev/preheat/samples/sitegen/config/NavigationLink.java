// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One entry of the main menu.
 *
 * @param label the words to click on
 * @param path target below the site's root, such as {@code sorting/}; empty for the front page
 */
public record NavigationLink(
    @JsonProperty(required = true) String label, @JsonProperty(required = true) String path) {}
