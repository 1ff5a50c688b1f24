// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.instrument;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.agent.log.AgentLog;
import dev.preheat.format.contract.AgentOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallTransformerTest {
  @TempDir private Path directory;

  @Test
  void aClassFileThatCannotBeInstrumentedStaysAsItIs() throws Exception {
    Path file = directory.resolve("log");
    CallTransformer transformer =
        new CallTransformer(
            new ClassSelection(AgentOptions.of(directory)),
            new Instrumenter(new MethodRegistry(number -> {})),
            new AgentLog(Optional.of(file)));

    byte[] replaced =
        transformer.transform(
            ClassLoader.getSystemClassLoader(),
            "com/acme/Broken",
            null,
            CallTransformerTest.class.getProtectionDomain(),
            new byte[] {1, 2, 3});

    assertNull(replaced);
    String log = Files.readString(file);
    assertTrue(log.startsWith("preheat: com/acme/Broken is not instrumented: java.lang."), log);
  }
}
