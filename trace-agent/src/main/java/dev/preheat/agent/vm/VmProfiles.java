package dev.preheat.agent.vm;

import dev.preheat.format.trace.Branch;
import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.TypeCounts;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The VM's profiles (methodData.hpp): records of cells, each with a tag and a bytecode index. */
final class VmProfiles {
  private static final int BIT = 1;
  private static final int COUNTER = 2;
  private static final int JUMP = 3;
  private static final int RECEIVER_TYPE = 4;
  private static final int VIRTUAL_CALL = 5;
  private static final int RET = 6;
  private static final int BRANCH = 7;
  private static final int MULTI_BRANCH = 8;
  private static final int ARG_INFO = 9;
  private static final int CALL_TYPE = 10;
  private static final int VIRTUAL_CALL_TYPE = 11;
  private static final int PARAMETERS_TYPE = 12;
  private static final int SPECULATIVE_TRAP = 13;
  private static final int UNKNOWN = -1;

  /** {@code BitData::null_seen_flag}. */
  private static final int NULL_SEEN = 1;

  /** {@code BitData::exception_seen_flag}, set where JVMCI is enabled. */
  private static final int EXCEPTION_SEEN = 1 << 3;

  private static final int BRANCH_NOT_TAKEN_CELL = 2;

  private final VmMemory memory;
  private final long sizeOffset;
  private final long dataSizeOffset;
  private final long dataOffset;
  private final long tagOffset;
  private final long flagsOffset;
  private final long indexOffset;
  private final long cellsOffset;
  private final long typeWidth;
  private final long returnWidth;

  VmProfiles(VmStructs structs) throws VmException {
    memory = structs.memory();
    sizeOffset = structs.offset("MethodData::_size");
    dataSizeOffset = structs.offset("MethodData::_data_size");
    dataOffset = structs.offset("MethodData::_data[0]");
    tagOffset = structs.offset("DataLayout::_header._struct._tag");
    flagsOffset = structs.offset("DataLayout::_header._struct._flags");
    indexOffset = structs.offset("DataLayout::_header._struct._bci");
    cellsOffset = structs.offset("DataLayout::_cells[0]");
    VmFlags flags = new VmFlags(structs);
    typeWidth = flags.word("TypeProfileWidth");
    returnWidth = flags.word("BciProfileWidth");
  }

  /**
   * Reads a profile.
   *
   * @param methodData a {@code MethodData*}
   * @param classes the classes that types may be, by {@code Klass*}; others count as other
   * @return empty if the data is not laid out as expected
   */
  Optional<RunningProfile> read(long methodData, Map<Long, ClassId> classes) {
    RunningProfile profile = new RunningProfile();
    long start = methodData + dataOffset;
    long end = start + memory.s4(methodData + dataSizeOffset);
    long at = start;
    while (at < end) {
      int tag = memory.u1(at + tagOffset);
      long cells = cells(tag, at);
      if (cells == UNKNOWN) {
        return Optional.empty();
      }
      add(profile, tag, at, classes);
      at += cellsOffset + cells * Long.BYTES;
    }
    if (at != end) {
      return Optional.empty();
    }
    addExtra(profile, end, methodData + memory.s4(methodData + sizeOffset));
    return Optional.of(profile);
  }

  /** What did not fit a record of its own: {@code MethodData::bci_to_extra_data}. */
  private void addExtra(RunningProfile profile, long start, long end) {
    long at = start;
    while (at + cellsOffset <= end) {
      int tag = memory.u1(at + tagOffset);
      if (tag == BIT) {
        addFlags(profile, at);
      } else if (tag != SPECULATIVE_TRAP) {
        return;
      }
      at += cellsOffset + cells(tag, at) * Long.BYTES;
    }
  }

  /** How many cells follow the header of a record. */
  private long cells(int tag, long record) {
    return switch (tag) {
      case BIT -> 0;
      case COUNTER, SPECULATIVE_TRAP -> 1;
      case JUMP -> 2;
      case BRANCH -> 3;
      case RECEIVER_TYPE, VIRTUAL_CALL -> receiverCells();
      case RET -> 1 + 3 * returnWidth;
      // ArrayData: the first cell says how many follow.
      case MULTI_BRANCH, ARG_INFO, PARAMETERS_TYPE -> 1 + memory.s4(cell(record, 0));
      // TypeEntriesAtCall: its first cell says how many follow.
      case CALL_TYPE -> 2 + memory.s4(cell(record, 1));
      case VIRTUAL_CALL_TYPE -> receiverCells() + 1 + memory.s4(cell(record, receiverCells()));
      default -> UNKNOWN;
    };
  }

  /** A count, then rows of a class and its count. */
  private long receiverCells() {
    return 1 + 2 * typeWidth;
  }

  private void add(RunningProfile profile, int tag, long record, Map<Long, ClassId> classes) {
    addFlags(profile, record);
    if (tag == BRANCH) {
      long taken = memory.u4(cell(record, 0));
      long notTaken = memory.u4(cell(record, BRANCH_NOT_TAKEN_CELL));
      if (taken + notTaken > 0) {
        profile.branches().put(index(record), new Branch(taken, notTaken));
      }
    } else if (tag == RECEIVER_TYPE || tag == VIRTUAL_CALL || tag == VIRTUAL_CALL_TYPE) {
      addTypes(profile, record, classes);
    }
  }

  private void addTypes(RunningProfile profile, long record, Map<Long, ClassId> classes) {
    TreeMap<ClassId, Long> counts = new TreeMap<>();
    long other = 0;
    int rows = 0;
    for (int row = 0; row < typeWidth; row++) {
      long klass = memory.word(cell(record, 1 + 2 * row));
      long count = memory.u4(cell(record, 2 + 2 * row));
      if (klass == 0) {
        continue;
      }
      rows++;
      ClassId type = classes.get(klass);
      if (type == null) {
        other += count;
      } else {
        // Threads that raced can have made two rows for one class.
        Long before = counts.get(type);
        counts.put(type, before == null ? count : before + count);
      }
    }
    if (rows == typeWidth) {
      // Before the rows are full this cell counts type checks that failed and calls that are bound.
      other += Math.max(0, memory.s4(cell(record, 0)));
    }
    if (rows > 0) {
      profile.types().put(index(record), new TypeCounts(counts, other));
    }
  }

  private void addFlags(RunningProfile profile, long record) {
    int flags = memory.u1(record + flagsOffset);
    if ((flags & NULL_SEEN) != 0) {
      profile.nullSeen().add(index(record));
    }
    if ((flags & EXCEPTION_SEEN) != 0) {
      profile.exceptionSeen().add(index(record));
    }
  }

  private int index(long record) {
    return memory.u2(record + indexOffset);
  }

  private long cell(long record, long index) {
    return record + cellsOffset + index * Long.BYTES;
  }
}
