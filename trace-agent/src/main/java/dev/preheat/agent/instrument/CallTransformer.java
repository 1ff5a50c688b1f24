// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.instrument;

import dev.preheat.agent.log.AgentLog;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;

/**
 * Instruments classes as they are loaded. It is registered as one that can retransform, and so runs
 * after agents that cannot: JaCoCo knows classes by a checksum of what it is given.
 */
final class CallTransformer implements ClassFileTransformer {
  private final ClassLoader application = ClassLoader.getSystemClassLoader();
  private final ClassSelection selection;
  private final Instrumenter instrumenter;
  private final AgentLog log;

  CallTransformer(ClassSelection selection, Instrumenter instrumenter, AgentLog log) {
    this.selection = selection;
    this.instrumenter = instrumenter;
    this.log = log;
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    // First: what follows loads classes itself.
    if (loader != application || className == null || BootClasses.isOurs(className)) {
      return null;
    }
    try {
      return selection.treatment(className, application, domain) == Treatment.INSTRUMENT
          ? instrumenter.instrument(className.replace('/', '.'), classFile)
          : null;
    } catch (Throwable e) {
      log.problem(className + " is not instrumented", e);
      return null;
    }
  }
}
