// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.seeds;

import dev.preheat.conformance.harness.Corpus;
import dev.preheat.conformance.harness.Launch;
import dev.preheat.conformance.harness.Run;
import java.io.IOException;

/** How a program is run with its image. */
public enum Way {
  /** All methods are installed before it starts. */
  BEFORE_MAIN {
    @Override
    Run run(Corpus corpus, Launch program) throws IOException, InterruptedException {
      return corpus.run("image", program);
    }
  },
  /** The same, while garbage is collected in a small heap. */
  COLLECTING {
    @Override
    Run run(Corpus corpus, Launch program) throws IOException, InterruptedException {
      return corpus.run("collecting", program, "-Xmx64m", "-Dgc=true");
    }
  },
  /** Methods are installed while it runs. */
  BESIDE {
    @Override
    Run run(Corpus corpus, Launch program) throws IOException, InterruptedException {
      return corpus.runBeside("beside", program);
    }
  };

  abstract Run run(Corpus corpus, Launch program) throws IOException, InterruptedException;
}
