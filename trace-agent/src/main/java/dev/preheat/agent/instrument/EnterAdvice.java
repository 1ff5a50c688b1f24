// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.instrument;

import dev.preheat.agent.boot.CallPath;
import net.bytebuddy.asm.Advice;

/**
 * What runs on entry of every traced method. There is no exit advice: so the method's own code
 * stays as it is, behind this, and bytecode indices can be mapped back.
 */
final class EnterAdvice {
  private EnterAdvice() {}

  @Advice.OnMethodEnter(prependLineNumber = false)
  static void enter(@PathOfCall CallPath path) {
    path.count();
  }
}
