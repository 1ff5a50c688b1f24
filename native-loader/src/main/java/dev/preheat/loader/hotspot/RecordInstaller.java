package dev.preheat.loader.hotspot;

import dev.preheat.format.image.ImageLayout.InstallRecord;
import dev.preheat.loader.Reason;

/**
 * Brings one record into the VM: check, copy, patch, install. What it finds out about a record that
 * is not installed is in {@link #blocker} and {@link #detail} until the next one.
 */
final class RecordInstaller {

  // JVMCI::CodeInstallResult, src/hotspot/share/jvmci/jvmci.hpp
  private static final int RESULT_OK = 0;
  private static final int RESULT_DEPENDENCIES_FAILED = 1;
  private static final int RESULT_CACHE_FULL = 2;
  private static final int RESULT_CODE_TOO_LARGE = 4;

  private final LoadedImage image;
  private final Objects objects;
  private final Externals externals;
  private final VmInstaller vm;
  private final RecordChecks checks;
  private final CodeShare share;
  private final RecordMemory memory;
  private final Relocator relocator;
  private final int[] words;
  private final int records;
  private final int lists;
  private String detail;

  RecordInstaller(ImageParts parts, ClassTable classes, Methods methods, Objects objects) {
    this.objects = objects;
    image = parts.image();
    externals = parts.externals();
    vm = parts.vm();
    share = parts.share();
    memory = parts.memory();
    checks = new RecordChecks(image, parts.layout(), classes, methods);
    relocator = new Relocator(image, classes, methods, externals, checks);
    words = image.words;
    records = image.start(Tables.RECORDS);
    lists = image.start(Tables.LISTS);
  }

  /**
   * What stands in the way of the last record: index of a class, or of a method where that was not
   * found, or of an external where that is missing; -1 for nothing of the kind.
   */
  int blocker() {
    return checks.blocker();
  }

  /** More about the last record that was not installed; may be null. */
  String detail() {
    return detail;
  }

  /** Address of the nmethod or stub that was installed last. */
  long address() {
    return vm.address();
  }

  /** Installs a record, if all that it relies on is as it was for the compiler. */
  Reason install(int number) {
    checks.start();
    detail = null;
    int record = records + number * (InstallRecord.BYTES >> 2);
    boolean isStub = words[record + (InstallRecord.KIND >> 2)] == Tables.RECORD_STUB;
    Reason reason = checks.checkClasses(record);
    if (reason == null && !isStub) {
      reason = checks.checkRoot(words[record + (InstallRecord.METHOD >> 2)]);
    }
    if (reason == null && !isStub && share.isReached(percent(record))) {
      reason = Reason.CODE_CACHE_SHARE;
    }
    Object[] pool = null;
    if (reason == null) {
      int count = words[record + (InstallRecord.OBJECTS >> 2)];
      if (count != 0) {
        int first = words[record + (InstallRecord.FIRST_OBJECT >> 2)];
        LoadedImage.checkRange(first, count, image.count(Tables.LISTS));
        pool = new Object[count];
        reason = fill(pool, lists + first);
      }
    }
    if (reason == null) {
      memory.copy(record);
      reason = relocator.relocate(record, memory);
    }
    return reason != null ? reason : install(number, record, isStub, pool);
  }

  private int percent(int record) {
    return image.u8(record + (InstallRecord.WEIGHT >> 2)) >= InstallRecord.HOT_WEIGHT
        ? CodeShare.HOT_PERCENT
        : CodeShare.COLD_PERCENT;
  }

  private Reason install(int number, int record, boolean isStub, Object[] pool) {
    int result;
    try {
      result =
          vm.install(
              isStub,
              memory.chunk(),
              memory.code(),
              memory.data(),
              words[record + (InstallRecord.DATA_ALIGNMENT >> 2)],
              words[record + (InstallRecord.FRAME_SIZE >> 2)],
              pool);
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (IllegalArgumentException | NullPointerException | Error e) {
      // What JVMCI throws when it does not like the stream.
      detail = e.toString();
      return Reason.VM_REFUSED;
    }
    if (result == RESULT_OK) {
      if (isStub) {
        externals.noteStub(number, vm.codeStart());
      } else {
        share.note(vm.address());
      }
      return Reason.INSTALLED;
    }
    detail = vm.failure();
    return switch (result) {
      case RESULT_DEPENDENCIES_FAILED -> Reason.DEPENDENCIES_FAILED;
      case RESULT_CACHE_FULL -> Reason.CODE_CACHE_FULL;
      case RESULT_CODE_TOO_LARGE -> Reason.CODE_TOO_LARGE;
      default -> Reason.VM_REFUSED;
    };
  }

  private Reason fill(Object[] pool, int first) {
    for (int i = 0; i < pool.length; i++) {
      int object = words[first + i];
      int type = objects.type(object);
      if (type >= 0) {
        Reason reason =
            objects.needsLinkedType(object) ? checks.checkLinked(type) : checks.checkClass(type);
        if (reason != null) {
          return reason;
        }
      }
      pool[i] = objects.object(object);
      if (pool[i] == null) {
        // The class is the same as at build time: the image names what it never had.
        detail = "a class has no resolved references";
        return Reason.DAMAGED;
      }
    }
    return null;
  }
}
