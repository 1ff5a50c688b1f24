// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.hotspot;

/**
 * Where things lie that the VM does not describe under one name: those that differ between updates
 * of JDK 25, and those that follow from a neighbour. All offsets are in bytes.
 */
public final class VmShapes {

  private static final String BOOTSTRAP_ENTRIES = "ConstantPool::_bsm_entries";
  private static final String OPERANDS = "ConstantPool::_operands";

  private static final int BEFORE_BYTECODES_OF_FIELD = 4;
  private static final int BEFORE_BYTECODES_OF_METHOD = 6;
  private static final int COUNTERS_BYTES = 4 * Integer.BYTES;

  private final VmStructs structs;

  /** Of the JVM that is described. */
  public VmShapes(VmStructs structs) {
    this.structs = structs;
  }

  /**
   * In a {@code ResolvedIndyEntry}, which is {Method*, u2 _resolved_references_index, u2
   * _cpool_index, u2 _number_of_parameters, u1 _return_type, u1 _flags}
   * (src/hotspot/share/oops/resolvedIndyEntry.hpp); the tables know {@code _cpool_index} only.
   */
  public int resolvedReferencesIndexOfCallSite() {
    return structs.offset("ResolvedIndyEntry::_cpool_index") - Short.BYTES;
  }

  /**
   * In a {@code ResolvedMethodEntry}, which is {Method*, union of InstanceKlass*, u2
   * _resolved_references_index and u2 _table_index, u2 _cpool_index, ...}
   * (src/hotspot/share/oops/resolvedMethodEntry.hpp); the tables know {@code _cpool_index} only.
   */
  public int resolvedReferencesIndexOfMethod() {
    return structs.offset("ResolvedMethodEntry::_cpool_index") - Long.BYTES;
  }

  /**
   * In a {@code ResolvedFieldEntry}: the two bytecodes that it is resolved for, 0 before. It ends
   * with {u2 _cpool_index, u1 _tos_state, u1 _flags, u1 _get_code, u1 _put_code}
   * (src/hotspot/share/oops/resolvedFieldEntry.hpp).
   */
  public int bytecodesOfField() {
    return bytecodes("ResolvedFieldEntry", BEFORE_BYTECODES_OF_FIELD);
  }

  /**
   * In a {@code ResolvedMethodEntry}: the same. It ends with {u2 _cpool_index, u2
   * _number_of_parameters, u1 _tos_state, u1 _flags, u1 _bytecode1, u1 _bytecode2}
   * (src/hotspot/share/oops/resolvedMethodEntry.hpp).
   */
  public int bytecodesOfMethod() {
    return bytecodes("ResolvedMethodEntry", BEFORE_BYTECODES_OF_METHOD);
  }

  private int bytecodes(String type, int distance) {
    int start = structs.offset(type + "::_cpool_index") + distance;
    int behind = structs.size(type) - (start + 2);
    if (behind < 0 || behind >= Long.BYTES) {
      throw new UnknownVmException("has a " + type + " that does not end with its bytecodes");
    }
    return start;
  }

  /**
   * In a {@code MethodData}: the counter of invocations. The counters are four words of 4 bytes
   * that fill the space between two fields which the tables know
   * (src/hotspot/share/oops/methodData.hpp).
   */
  public int invocationsOfMethodData() {
    int start = structs.offset("MethodData::_arg_returned") + Long.BYTES;
    if (structs.offset("MethodData::_tenure_traps") - start != COUNTERS_BYTES) {
      throw new UnknownVmException("has a MethodData with its counters elsewhere");
    }
    return start;
  }

  /**
   * Where a {@code ConstantPool} has its bootstrap methods. Up to JDK 25.0.4 one array, {@code
   * ConstantPool::_operands}, has them and, in front, where each starts; JDK 26 and 25.0.5 have two
   * in a structure of their own (src/hotspot/share/oops/bsmAttribute.hpp).
   */
  public int bootstrapMethods() {
    return hasBootstrapEntries() ? entriesOf("_bootstrap_methods") : structs.offset(OPERANDS);
  }

  /** Where it has the places at which they start; see above. */
  public int bootstrapOffsets() {
    return hasBootstrapEntries() ? entriesOf("_offsets") : structs.offset(OPERANDS);
  }

  /**
   * Where the elements of an {@code Array<u4>} start. Where nothing is in such an array, the VM
   * does not describe it; all of four bytes are alike.
   */
  public int arrayOfInts() {
    String name = VmField.ARRAY_OF_INTS_DATA.vmName();
    return structs.offset(structs.describes(name) ? name : "Array<int>::_data");
  }

  private boolean hasBootstrapEntries() {
    return structs.describes(BOOTSTRAP_ENTRIES);
  }

  private int entriesOf(String name) {
    return structs.offset(BOOTSTRAP_ENTRIES) + structs.offset("BSMAttributeEntries::" + name);
  }
}
