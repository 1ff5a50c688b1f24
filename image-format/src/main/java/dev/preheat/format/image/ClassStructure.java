package dev.preheat.format.image;

/**
 * Hash of what the VM knows about a class's shape. It is compared with the loaded class, in
 * addition to the identity of the class file: a class that was transformed on its way into the VM
 * rarely keeps all of it.
 */
public final class ClassStructure {

  private ClassStructure() {}

  /**
   * Mixes the numbers.
   *
   * @param constantPoolLength {@code ConstantPool::_length}
   * @param layoutHelper {@code Klass::_layout_helper}, which holds the instance size
   * @param vtableLength {@code Klass::_vtable_len}
   * @param itableLength {@code InstanceKlass::_itable_len}
   * @param methods number of methods
   */
  public static long hash(
      int constantPoolLength, int layoutHelper, int vtableLength, int itableLength, int methods) {
    long hash = NameHash.mix(constantPoolLength, layoutHelper);
    hash = NameHash.mix(hash, ((long) vtableLength << 32) | (itableLength & 0xFFFFFFFFL));
    return NameHash.mix(hash, methods);
  }
}
