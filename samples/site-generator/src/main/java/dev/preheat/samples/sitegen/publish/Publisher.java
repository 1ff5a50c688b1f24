// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.publish;

import dev.preheat.samples.sitegen.model.Site;
import java.io.IOException;

/** Makes one kind of file of the finished site. */
interface Publisher {

  /** Adds the files of this kind. */
  void publish(Site site, SiteFiles files) throws IOException;
}
