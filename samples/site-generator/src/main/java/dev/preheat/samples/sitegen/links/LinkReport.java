// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.links;

import java.util.List;

/**
 * What the check of all links found.
 *
 * @param internal number of links inside the site
 * @param external number of links to other sites, which are not followed
 * @param broken links that lead nowhere, sorted by file and target
 */
public record LinkReport(int internal, int external, List<BrokenLink> broken) {}
