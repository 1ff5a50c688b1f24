// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

import dev.preheat.format.contract.InstallPolicy;
import dev.preheat.format.image.layout.ImageLayout.RecordLayout;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.format.image.model.KindNumber;
import dev.preheat.hotspot.VmNumbers;
import dev.preheat.loader.check.VmLayout;
import dev.preheat.loader.image.LoadedImage;
import dev.preheat.loader.outcome.Failure;
import dev.preheat.loader.outcome.Outcome;

/**
 * Brings one record into the VM: check, copy, patch, install. What it finds out about a record that
 * is not installed is in {@link #blocker} and {@link #detail} until the next one.
 */
public final class RecordInstaller {

  // JVMCI::CodeInstallResult, src/hotspot/share/jvmci/jvmci.hpp
  private static final int RESULT_OK = 0;
  private static final int RESULT_DEPENDENCIES_FAILED = 1;
  private static final int RESULT_CACHE_FULL = 2;
  private static final int RESULT_CODE_TOO_LARGE = 4;

  private final LoadedImage image;
  private final VmLayout layout;
  private final ObjectTable objects;
  private final ExternalTable externals;
  private final VmInstaller vm;
  private final RecordChecks checks;
  private final CodeShare share;
  private final RecordMemory memory;
  private final Relocator relocator;
  private final int[] words;
  private final int records;
  private final int lists;
  private String detail;
  private Throwable cause;

  public RecordInstaller(
      InstallContext parts, ClassTable classes, MethodTable methods, ObjectTable objects) {
    this.objects = objects;
    image = parts.image();
    layout = parts.layout();
    externals = parts.externals();
    vm = parts.vm();
    share = parts.share();
    memory = parts.memory();
    checks = new RecordChecks(parts, classes, methods);
    relocator = new Relocator(image, classes, methods, externals, checks, parts.countdowns());
    words = image.words;
    records = image.start(TableNumber.RECORDS);
    lists = image.start(TableNumber.LISTS);
  }

  /**
   * What stands in the way of the last record: index of a class, or of a method where that was not
   * found, or of an external where that is missing; -1 for nothing of the kind.
   */
  public int blocker() {
    return checks.blocker();
  }

  /** More about the last record that was not installed; may be null. */
  public String detail() {
    return detail;
  }

  /** What the VM has thrown instead of installing the last record; null for nothing. */
  public Throwable cause() {
    return cause;
  }

  /** Address of the nmethod or stub that was installed last. */
  public long address() {
    return vm.address();
  }

  /** Installs a record, if all that it relies on is as it was for the compiler. */
  public Outcome install(int number) {
    checks.start();
    detail = null;
    cause = null;
    int record = records + number * (RecordLayout.BYTES >> 2);
    boolean isStub = words[record + (RecordLayout.KIND >> 2)] == KindNumber.RECORD_STUB;
    Outcome reason = checks.checkClasses(record);
    if (reason == null && !isStub) {
      reason = checks.checkRoot(words[record + (RecordLayout.METHOD >> 2)]);
    }
    if (reason == null && !isStub && share.isReached(percent(record))) {
      reason = Outcome.CODE_CACHE_SHARE;
    }
    Object[] pool = null;
    if (reason == null) {
      int count = words[record + (RecordLayout.OBJECTS >> 2)];
      if (count != 0) {
        int first = words[record + (RecordLayout.FIRST_OBJECT >> 2)];
        LoadedImage.checkRange(first, count, image.count(TableNumber.LISTS));
        pool = new Object[count];
        reason = fill(pool, lists + first);
      }
    }
    if (reason == null) {
      memory.copy(record);
      reason = relocator.relocate(number, record, memory);
    }
    return reason != null ? reason : install(number, record, isStub, pool);
  }

  private int percent(int record) {
    return image.u8(record + (RecordLayout.WEIGHT >> 2)) >= InstallPolicy.HOT_WEIGHT
        ? CodeShare.HOT_PERCENT
        : CodeShare.COLD_PERCENT;
  }

  private Outcome install(int number, int record, boolean isStub, Object[] pool) {
    int result;
    try {
      result =
          vm.install(
              isStub,
              memory.chunk(),
              memory.code(),
              memory.data(),
              words[record + (RecordLayout.DATA_ALIGNMENT >> 2)],
              words[record + (RecordLayout.FRAME_SIZE >> 2)],
              layout.of[VmNumbers.NMETHOD_COMP_LEVEL],
              isStub ? 0 : checks.rootCode(),
              pool);
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (RuntimeException | Error e) {
      if (!Failure.isOfCodeInstaller(e)) {
        throw e;
      }
      detail = e.toString();
      cause = e;
      return Outcome.VM_REFUSED;
    }
    if (result == RESULT_OK) {
      if (isStub) {
        externals.noteStub(number, vm.codeStart());
      } else {
        share.note(vm.address());
      }
      return Outcome.INSTALLED;
    }
    detail = vm.failure();
    return switch (result) {
      case RESULT_DEPENDENCIES_FAILED -> Outcome.DEPENDENCIES_FAILED;
      case RESULT_CACHE_FULL -> Outcome.CODE_CACHE_FULL;
      case RESULT_CODE_TOO_LARGE -> Outcome.CODE_TOO_LARGE;
      default -> Outcome.VM_REFUSED;
    };
  }

  private Outcome fill(Object[] pool, int first) {
    for (int i = 0; i < pool.length; i++) {
      int object = words[first + i];
      int type = objects.type(object);
      if (type >= 0) {
        Outcome reason =
            objects.needsLinkedType(object) ? checks.checkLinked(type) : checks.checkClass(type);
        if (reason != null) {
          return reason;
        }
      }
      pool[i] = objects.object(object);
      if (pool[i] == null) {
        return checks.missing(Outcome.CONSTANTS_MISSING, type);
      }
    }
    return null;
  }
}
