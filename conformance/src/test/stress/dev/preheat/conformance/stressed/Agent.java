// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed;

import com.sun.tools.attach.VirtualMachine;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** An agent of this JVM's own. */
public final class Agent {
  private static final CompletableFuture<Instrumentation> GIVEN = new CompletableFuture<>();

  private Agent() {}

  /** Called by the VM. */
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    GIVEN.complete(instrumentation);
  }

  /** Attaches it; the JVM has to allow that. */
  static Instrumentation attach() throws Exception {
    Path jar = Files.createTempFile("agent", ".jar");
    try {
      Manifest manifest = new Manifest();
      Attributes attributes = manifest.getMainAttributes();
      attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
      attributes.putValue("Agent-Class", Agent.class.getName());
      attributes.putValue("Can-Redefine-Classes", "true");
      attributes.putValue("Can-Retransform-Classes", "true");
      try (OutputStream out = Files.newOutputStream(jar)) {
        new JarOutputStream(out, manifest).close();
      }
      VirtualMachine machine = VirtualMachine.attach(Long.toString(ProcessHandle.current().pid()));
      machine.loadAgent(jar.toString());
      machine.detach();
    } finally {
      Files.delete(jar);
    }
    return GIVEN.get();
  }
}
