// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.links;

/**
 * A link that leads nowhere.
 *
 * @param file file that holds the link, below the site's root
 * @param target where the link points to, as written
 * @param reason why it leads nowhere
 */
public record BrokenLink(String file, String target, Reason reason) {

  /** Why a link leads nowhere. */
  public enum Reason {
    /** The site has no such file. */
    MISSING_FILE("no such page or file"),
    /** The page has no such anchor. */
    MISSING_ANCHOR("no such heading or anchor on that page"),
    /** The address is no address. */
    MALFORMED("not a valid address");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** Returns the reason as readers see it. */
    public String words() {
      return words;
    }
  }
}
