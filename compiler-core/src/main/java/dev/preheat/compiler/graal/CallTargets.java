// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal;

import dev.preheat.compiler.jvmci.ExternalAddresses;
import dev.preheat.compiler.outcome.OmissionException;
import dev.preheat.compiler.outcome.OmissionReason;
import dev.preheat.format.image.model.ImageModel.External;
import dev.preheat.format.image.model.ImageModel.StubEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jdk.graal.compiler.code.CompilationResult;
import jdk.graal.compiler.hotspot.HotSpotForeignCallLinkage;
import jdk.graal.compiler.hotspot.stubs.Stub;
import jdk.vm.ci.code.site.Call;
import jdk.vm.ci.code.site.Infopoint;

/**
 * Names the targets of foreign calls: routines of the VM, or Graal's own stubs, which go into the
 * image.
 */
public final class CallTargets {

  private final ExternalAddresses addresses;
  private final Map<String, Stub> stubs = new TreeMap<>();

  CallTargets(ExternalAddresses addresses) {
    this.addresses = addresses;
  }

  /**
   * The foreign calls of compiled code; adds the names of the stubs among them to {@code called}.
   */
  Map<Long, External> of(CompilationResult result, Set<String> called) throws OmissionException {
    Map<Long, External> calls = new HashMap<>();
    for (Infopoint site : result.getInfopoints()) {
      if (site instanceof Call call && call.target instanceof HotSpotForeignCallLinkage linkage) {
        String name = linkage.getDescriptor().getSignature().toString();
        if (linkage.isCompiledStub()) {
          add(name, linkage.getStub());
          called.add(name);
          calls.put(linkage.getAddress(), new StubEntry(name));
        } else {
          External external = addresses.find(linkage.getAddress());
          if (external == null) {
            throw new OmissionException(OmissionReason.UNKNOWN_ADDRESS, name);
          }
          calls.put(linkage.getAddress(), external);
        }
      }
    }
    return calls;
  }

  private synchronized void add(String name, Stub stub) {
    stubs.putIfAbsent(name, stub);
  }

  /** Every stub that was called so far, by name. */
  synchronized Map<String, Stub> stubs() {
    return new TreeMap<>(stubs);
  }
}
