// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.vm;

import dev.preheat.format.trace.Branch;
import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.TypeCounts;
import dev.preheat.hotspot.UnknownVmException;
import dev.preheat.hotspot.VmFlags;
import dev.preheat.hotspot.VmStructs;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

  private final Layout layout;

  VmProfiles(Layout layout) {
    this.layout = layout;
  }

  /** As the VM describes it. */
  static VmProfiles of(VmStructs structs) {
    VmFlags flags = new VmFlags(structs);
    return new VmProfiles(
        new Layout(
            structs.offset("MethodData::_data_size"),
            structs.offset("MethodData::_data[0]"),
            structs.offset("DataLayout::_header._struct._tag"),
            structs.offset("DataLayout::_header._struct._flags"),
            structs.offset("DataLayout::_header._struct._bci"),
            structs.offset("DataLayout::_cells[0]"),
            number(structs, flags, "TypeProfileWidth"),
            number(structs, flags, "BciProfileWidth")));
  }

  /** The value of a flag of type {@code intx}. */
  private static int number(VmStructs structs, VmFlags flags, String name) {
    VmFlags.Flag flag =
        flags.find(name).orElseThrow(() -> new UnknownVmException("has no flag " + name));
    return structs.memory().s4(flag.address());
  }

  /**
   * What differs between VMs and their flags.
   *
   * @param dataSize where the {@code MethodData} tells how many bytes its records have
   * @param data where the records start
   * @param tag where a record has its tag
   * @param flags where a record has its flags
   * @param index where a record has its bytecode index
   * @param cells where the cells of a record start
   * @param typeWidth how many classes a record holds
   * @param returnWidth how many return addresses a record holds
   */
  record Layout(
      int dataSize,
      int data,
      int tag,
      int flags,
      int index,
      int cells,
      int typeWidth,
      int returnWidth) {}

  /**
   * Reads a profile.
   *
   * @param copy a copy of a {@code MethodData}; nothing if it is empty
   * @return empty if the data is not laid out as expected
   */
  Optional<RunningProfile> read(byte[] copy, KnownClasses classes) {
    RunningProfile profile = new RunningProfile();
    if (copy.length == 0) {
      return Optional.of(profile);
    }
    ByteBuffer data = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
    try {
      int end = layout.data + data.getInt(layout.dataSize);
      int at = layout.data;
      while (at < end) {
        int cells = cells(data, at);
        if (cells == UNKNOWN) {
          return Optional.empty();
        }
        add(profile, data, at, classes);
        at += layout.cells + cells * Long.BYTES;
      }
      if (at != end) {
        return Optional.empty();
      }
      addExtra(profile, data, end);
      return Optional.of(profile);
    } catch (IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** What did not fit a record of its own: {@code MethodData::bci_to_extra_data}. */
  private void addExtra(RunningProfile profile, ByteBuffer data, int start) {
    int at = start;
    while (at + layout.cells <= data.limit()) {
      int tag = data.get(at + layout.tag);
      if (tag == BIT) {
        addFlags(profile, data, at);
      } else if (tag != SPECULATIVE_TRAP) {
        return;
      }
      at += layout.cells + cells(data, at) * Long.BYTES;
    }
  }

  /** How many cells follow the header of a record. */
  private int cells(ByteBuffer data, int record) {
    return switch (data.get(record + layout.tag)) {
      case BIT -> 0;
      case COUNTER, SPECULATIVE_TRAP -> 1;
      case JUMP -> 2;
      case BRANCH -> 3;
      case RECEIVER_TYPE, VIRTUAL_CALL -> receiverCells();
      case RET -> 1 + 3 * layout.returnWidth;
      // ArrayData: the first cell says how many follow.
      case MULTI_BRANCH, ARG_INFO, PARAMETERS_TYPE -> 1 + length(data, record, 0);
      // TypeEntriesAtCall: its first cell says how many follow.
      case CALL_TYPE -> 2 + length(data, record, 1);
      case VIRTUAL_CALL_TYPE -> receiverCells() + 1 + length(data, record, receiverCells());
      default -> UNKNOWN;
    };
  }

  private int length(ByteBuffer data, int record, int index) {
    int length = data.getInt(cell(record, index));
    if (length < 0 || length > data.limit()) {
      throw new IndexOutOfBoundsException(length);
    }
    return length;
  }

  /** A count, then rows of a class and its count. */
  private int receiverCells() {
    return 1 + 2 * layout.typeWidth;
  }

  private void add(RunningProfile profile, ByteBuffer data, int record, KnownClasses classes) {
    addFlags(profile, data, record);
    int tag = data.get(record + layout.tag);
    if (tag == BRANCH) {
      long taken = count(data, record, 0);
      long notTaken = count(data, record, BRANCH_NOT_TAKEN_CELL);
      if (taken + notTaken > 0) {
        profile.branches().put(index(data, record), new Branch(taken, notTaken));
      }
    } else if (tag == RECEIVER_TYPE || tag == VIRTUAL_CALL || tag == VIRTUAL_CALL_TYPE) {
      addTypes(profile, data, record, classes);
    }
  }

  private void addTypes(RunningProfile profile, ByteBuffer data, int record, KnownClasses classes) {
    TreeMap<ClassId, Long> counts = new TreeMap<>();
    long other = 0;
    int rows = 0;
    for (int row = 0; row < layout.typeWidth; row++) {
      long klass = data.getLong(cell(record, 1 + 2 * row));
      long count = count(data, record, 2 + 2 * row);
      ClassId type = classes.named().get(klass);
      if (klass == 0) {
        continue;
      }
      rows++;
      if (type != null) {
        // Threads that raced can have made two rows for one class.
        Long before = counts.get(type);
        counts.put(type, before == null ? count : before + count);
      } else if (!classes.ofAgent().contains(klass)) {
        other += count;
      }
    }
    if (rows == layout.typeWidth) {
      // Before the rows are full this cell counts type checks that failed and calls that are bound.
      other += Math.max(0, data.getInt(cell(record, 0)));
    }
    if (!counts.isEmpty() || other > 0) {
      profile.types().put(index(data, record), new TypeCounts(counts, other));
    }
  }

  private void addFlags(RunningProfile profile, ByteBuffer data, int record) {
    int flags = data.get(record + layout.flags);
    if ((flags & NULL_SEEN) != 0) {
      profile.nullSeen().add(index(data, record));
    }
    if ((flags & EXCEPTION_SEEN) != 0) {
      profile.exceptionSeen().add(index(data, record));
    }
  }

  private int index(ByteBuffer data, int record) {
    return Short.toUnsignedInt(data.getShort(record + layout.index));
  }

  private long count(ByteBuffer data, int record, int index) {
    return Integer.toUnsignedLong(data.getInt(cell(record, index)));
  }

  private int cell(int record, int index) {
    return record + layout.cells + index * Long.BYTES;
  }
}
