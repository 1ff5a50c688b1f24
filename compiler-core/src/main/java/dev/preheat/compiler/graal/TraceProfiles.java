// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal;

import dev.preheat.compiler.jvmci.LoadedSymbols;
import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.format.trace.Branch;
import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.LoaderRole;
import dev.preheat.format.trace.MethodProfile;
import dev.preheat.format.trace.Trace;
import dev.preheat.format.trace.TypeCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.graal.compiler.nodes.spi.ProfileProvider;
import jdk.vm.ci.meta.DefaultProfilingInfo;
import jdk.vm.ci.meta.DeoptimizationReason;
import jdk.vm.ci.meta.JavaMethodProfile;
import jdk.vm.ci.meta.JavaTypeProfile;
import jdk.vm.ci.meta.JavaTypeProfile.ProfiledType;
import jdk.vm.ci.meta.ProfilingInfo;
import jdk.vm.ci.meta.ResolvedJavaMethod;
import jdk.vm.ci.meta.ResolvedJavaType;
import jdk.vm.ci.meta.TriState;

/**
 * Profiles from the trace, and from nowhere else: this JVM has profiles of its own for the JDK's
 * methods, which it runs itself, and they differ from build to build.
 */
final class TraceProfiles implements ProfileProvider {

  /** Fewer executions of a branch say nothing about it. */
  private static final long FEWEST_EXECUTIONS = 10;

  /**
   * Never a certainty: the tests are not production, and a branch that is cut off invalidates the
   * method when it is taken.
   */
  private static final double LEAST_PROBABILITY = 0.001;

  /** Keeps Graal from guarding a call by type alone, without the virtual call behind it. */
  private static final double LEAST_OTHER_TYPES = 0.01;

  private final LoadedSymbols world;
  private final Map<MethodSymbol, MethodProfile> profiles = new HashMap<>();

  /** The VM notes exceptions only where JVMCI is enabled; otherwise their absence says nothing. */
  private final boolean exceptionsAreNoted;

  TraceProfiles(Trace trace, LoadedSymbols world) {
    this.world = world;
    exceptionsAreNoted =
        trace.profiles().values().stream().anyMatch(profile -> !profile.exceptionSeen().isEmpty());
    trace.profiles().forEach((id, profile) -> profiles.put(LoadedSymbols.symbol(id), profile));
  }

  @Override
  public ProfilingInfo getProfilingInfo(ResolvedJavaMethod method) {
    return world
        .symbol(method.getDeclaringClass())
        .map(
            holder ->
                new MethodSymbol(
                    holder, method.getName(), method.getSignature().toMethodDescriptor()))
        .map(profiles::get)
        .filter(profile -> profile.codeLength() == method.getCodeSize())
        .<ProfilingInfo>map(profile -> new Info(profile))
        .orElseGet(() -> DefaultProfilingInfo.get(TriState.UNKNOWN));
  }

  @Override
  public ProfilingInfo getProfilingInfo(
      ResolvedJavaMethod method, boolean includeNormal, boolean includeOsr) {
    return getProfilingInfo(method);
  }

  private ResolvedJavaType type(ClassId id) {
    if (id.loader() == LoaderRole.OTHER) {
      return null;
    }
    ClassSymbol symbol = new ClassSymbol(ClassRole.valueOf(id.loader().name()), id.name());
    return world.find(symbol).orElse(null);
  }

  private final class Info implements ProfilingInfo {
    private final MethodProfile profile;

    Info(MethodProfile profile) {
      this.profile = profile;
    }

    @Override
    public int getCodeSize() {
      return profile.codeLength();
    }

    @Override
    public double getBranchTakenProbability(int bci) {
      Branch branch = profile.branches().get(bci);
      if (branch == null || branch.taken() + branch.notTaken() < FEWEST_EXECUTIONS) {
        return -1;
      }
      double taken = (double) branch.taken() / (branch.taken() + branch.notTaken());
      return Math.min(Math.max(taken, LEAST_PROBABILITY), 1 - LEAST_PROBABILITY);
    }

    @Override
    public double[] getSwitchProbabilities(int bci) {
      return null;
    }

    @Override
    public JavaTypeProfile getTypeProfile(int bci) {
      TypeCounts counts = profile.types().get(bci);
      if (counts == null) {
        return null;
      }
      long total = counts.other();
      Map<ResolvedJavaType, Long> known = new HashMap<>();
      for (Map.Entry<ClassId, Long> entry : counts.counts().entrySet()) {
        total += entry.getValue();
        ResolvedJavaType type = type(entry.getKey());
        if (type != null) {
          known.put(type, entry.getValue());
        }
      }
      if (total < FEWEST_EXECUTIONS || known.isEmpty()) {
        return null;
      }
      return typeProfile(known, total, getNullSeen(bci));
    }

    private JavaTypeProfile typeProfile(
        Map<ResolvedJavaType, Long> known, long total, TriState nullSeen) {
      List<ProfiledType> types = new ArrayList<>();
      double recorded = 0;
      for (Map.Entry<ResolvedJavaType, Long> entry : known.entrySet()) {
        double probability = (1 - LEAST_OTHER_TYPES) * entry.getValue() / total;
        recorded += probability;
        types.add(new ProfiledType(entry.getKey(), probability));
      }
      types.sort(
          Comparator.comparingDouble(ProfiledType::getProbability)
              .reversed()
              .thenComparing(type -> type.getType().getName()));
      return new JavaTypeProfile(nullSeen, 1 - recorded, types.toArray(new ProfiledType[0]));
    }

    @Override
    public JavaMethodProfile getMethodProfile(int bci) {
      return null;
    }

    @Override
    public TriState getExceptionSeen(int bci) {
      if (profile.exceptionSeen().contains(bci)) {
        return TriState.TRUE;
      }
      return exceptionsAreNoted ? TriState.FALSE : TriState.UNKNOWN;
    }

    @Override
    public TriState getNullSeen(int bci) {
      return profile.nullSeen().contains(bci) ? TriState.TRUE : TriState.UNKNOWN;
    }

    @Override
    public int getExecutionCount(int bci) {
      return -1;
    }

    @Override
    public int getDeoptimizationCount(DeoptimizationReason reason) {
      return 0;
    }

    @Override
    public boolean setCompilerIRSize(Class<?> irType, int irSize) {
      return false;
    }

    @Override
    public int getCompilerIRSize(Class<?> irType) {
      return -1;
    }

    @Override
    public boolean isMature() {
      return true;
    }

    @Override
    public void setMature() {}
  }
}
