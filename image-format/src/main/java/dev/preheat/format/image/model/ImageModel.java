// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.model;

import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.read.ImageReader;
import dev.preheat.format.image.write.ImageWriter;
import dev.preheat.hotspot.VmField;
import dev.preheat.hotspot.content.ClassContent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What an image says, in symbols instead of indices. {@link ImageWriter} numbers and writes it,
 * {@link ImageReader} reads it back.
 *
 * @param properties system properties of the JVM it was made for
 * @param layout the VM's numbers, one for each {@link VmField}
 * @param containers the class path, in order
 * @param classes every class that something else names
 * @param methods every method that something else names
 * @param variants in order of preference
 */
public record ImageModel(
    SortedMap<String, String> properties,
    SortedMap<VmField, Integer> layout,
    List<Container> containers,
    SortedMap<ClassSymbol, ClassInfo> classes,
    SortedMap<MethodSymbol, MethodInfo> methods,
    List<Variant> variants) {

  /**
   * An entry of the class path; {@code parent} is the index of the container whose manifest names
   * it, or {@link ImageLayout#NONE}.
   */
  public record Container(String name, int parent, ContainerKind kind, long size, long checksum) {}

  /**
   * A class.
   *
   * @param role which loader defines it; of an array, its innermost element
   * @param name internal name ({@code java/lang/String}); of an array, its descriptor ({@code [I},
   *     {@code [Ljava/lang/String;})
   */
  public record ClassSymbol(ClassRole role, String name) implements Comparable<ClassSymbol> {
    private static final Comparator<ClassSymbol> ORDER =
        Comparator.comparing(ClassSymbol::role).thenComparing(ClassSymbol::name);

    /** The kind, as the name says. */
    public ClassKind kind() {
      if (name.charAt(0) != '[') {
        return ClassKind.INSTANCE;
      }
      return name.length() == 2 ? ClassKind.PRIMITIVE_ARRAY : ClassKind.OBJECT_ARRAY;
    }

    /** Of an array of references: the class of its components. */
    public ClassSymbol component() {
      String component = name.substring(1);
      return new ClassSymbol(
          role,
          component.charAt(0) == 'L' ? component.substring(1, component.length() - 1) : component);
    }

    @Override
    public int compareTo(ClassSymbol other) {
      return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
      return name.replace('/', '.');
    }
  }

  /**
   * What the loader compares a class with.
   *
   * @param container index into the class path, or {@link ImageLayout#NONE}
   * @param content see {@link ClassContent}; 0 for arrays
   * @param shape see {@link ClassContent#shape}; 0 for arrays
   * @param digest SHA-256 of the class file in lower-case hexadecimal; empty where the JDK build
   *     stands for it
   */
  public record ClassInfo(int container, long content, long shape, String digest) {}

  /** A method. */
  public record MethodSymbol(ClassSymbol holder, String name, String descriptor)
      implements Comparable<MethodSymbol> {
    private static final Comparator<MethodSymbol> ORDER =
        Comparator.comparing(MethodSymbol::holder)
            .thenComparing(MethodSymbol::name)
            .thenComparing(MethodSymbol::descriptor);

    @Override
    public int compareTo(MethodSymbol other) {
      return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
      return holder + "." + name + descriptor;
    }
  }

  /**
   * How the loader finds a method in its class.
   *
   * @param key {@code ConstMethod::_name_index} in the low half, {@code _signature_index} in the
   *     high half
   * @param codeSize length of the bytecode
   */
  public record MethodInfo(int key, int codeSize) {}

  /** An object constant. */
  public sealed interface ObjectSymbol extends Comparable<ObjectSymbol> {

    /** Its kind. */
    ObjectKind kind();

    /** What tells it from others of its kind. */
    String text();

    @Override
    default int compareTo(ObjectSymbol other) {
      int byKind = kind().compareTo(other.kind());
      return byKind != 0 ? byKind : text().compareTo(other.text());
    }
  }

  /** An interned string. */
  public record StringConstant(String value) implements ObjectSymbol {
    @Override
    public ObjectKind kind() {
      return ObjectKind.STRING;
    }

    @Override
    public String text() {
      return value;
    }
  }

  /** The mirror of a class. */
  public record ClassMirror(ClassSymbol type) implements ObjectSymbol {
    @Override
    public ObjectKind kind() {
      return ObjectKind.CLASS_MIRROR;
    }

    @Override
    public String text() {
      return type.role().number() + type.name();
    }
  }

  /** The mirror of a primitive type or void, by descriptor character. */
  public record PrimitiveMirror(char descriptor) implements ObjectSymbol {
    @Override
    public ObjectKind kind() {
      return ObjectKind.PRIMITIVE_MIRROR;
    }

    @Override
    public String text() {
      return String.valueOf(descriptor);
    }
  }

  /** The resolved references of a class's constant pool. */
  public record ResolvedReferences(ClassSymbol type) implements ObjectSymbol {
    @Override
    public ObjectKind kind() {
      return ObjectKind.RESOLVED_REFERENCES;
    }

    @Override
    public String text() {
      return type.role().number() + type.name();
    }
  }

  /** A value that only the running JVM knows: see {@link ExternalKind}. */
  public sealed interface External extends Comparable<External> {

    /** Its kind. */
    ExternalKind kind();

    /** What tells it from others of its kind, for reports, too. */
    String name();

    /** See {@link ImageLayout.ExternalLayout#OFFSET}. */
    long offset();

    @Override
    default int compareTo(External other) {
      int byKind = kind().compareTo(other.kind());
      int byName = byKind != 0 ? byKind : name().compareTo(other.name());
      return byName != 0 ? byName : Long.compare(offset(), other.offset());
    }
  }

  /**
   * What is found by its {@code offset} from libjvm's base.
   *
   * @param kind {@code ADDRESS}, {@code NUMBER}, {@code ROUTINE} or {@code DATA}
   */
  public record InLibjvm(ExternalKind kind, String name, long offset) implements External {}

  /** The entry of the stub of that name in the same variant. */
  public record StubEntry(String name) implements External {
    @Override
    public ExternalKind kind() {
      return ExternalKind.STUB;
    }

    @Override
    public long offset() {
      return 0;
    }
  }

  /** Where the appendix of the call site at a bytecode index of a method lies. */
  public record CallSiteAppendix(MethodSymbol method, int bytecodeIndex) implements External {
    @Override
    public ExternalKind kind() {
      return ExternalKind.CALL_SITE;
    }

    @Override
    public String name() {
      return method.holder().role().number() + method.toString();
    }

    @Override
    public long offset() {
      return bytecodeIndex;
    }
  }

  /** The word of a record's own that counts down until its code makes way for the JIT. */
  public record Countdown() implements External {
    @Override
    public ExternalKind kind() {
      return ExternalKind.COUNTDOWN;
    }

    @Override
    public String name() {
      return "countdown";
    }

    @Override
    public long offset() {
      return 0;
    }
  }

  /** A place to patch, at {@code offset} of the stream or the code. */
  public sealed interface Relocation {

    /** Offset in bytes. */
    int offset();

    /** What to write, and into what. */
    RelocationKind kind();
  }

  /** A {@code Klass*} in the stream. */
  public record KlassRelocation(int offset, ClassSymbol type) implements Relocation {
    @Override
    public RelocationKind kind() {
      return RelocationKind.STREAM_KLASS;
    }
  }

  /** A {@code Method*} in the stream. */
  public record MethodRelocation(int offset, MethodSymbol method) implements Relocation {
    @Override
    public RelocationKind kind() {
      return RelocationKind.STREAM_METHOD;
    }
  }

  /** An address in the stream. */
  public record StreamRelocation(int offset, External external) implements Relocation {
    @Override
    public RelocationKind kind() {
      return RelocationKind.STREAM_EXTERNAL;
    }
  }

  /** An address in the code. */
  public record CodeRelocation(int offset, External external) implements Relocation {
    @Override
    public RelocationKind kind() {
      return RelocationKind.CODE_EXTERNAL;
    }
  }

  /** What a record installs. */
  public sealed interface Subject {

    /** Its kind. */
    RecordKind kind();

    /** Its name, for symbols and reports. */
    String name();
  }

  /** A runtime stub. */
  public record Stub(String name) implements Subject {
    @Override
    public RecordKind kind() {
      return RecordKind.STUB;
    }
  }

  /**
   * A method.
   *
   * @param portable see {@link RecordKind#PORTABLE_METHOD}
   */
  public record MethodSubject(MethodSymbol method, boolean portable) implements Subject {
    @Override
    public RecordKind kind() {
      return portable ? RecordKind.PORTABLE_METHOD : RecordKind.METHOD;
    }

    @Override
    public String name() {
      return method.toString();
    }
  }

  /**
   * Machine code with what belongs to it, as bytes: the install stream, the code, the data section.
   * Equal when the bytes are.
   */
  public record MachineCode(
      byte[] stream, byte[] code, byte[] data, int dataAlignment, int frameSize) {
    @Override
    public boolean equals(Object other) {
      return other instanceof MachineCode body
          && Arrays.equals(stream, body.stream)
          && Arrays.equals(code, body.code)
          && Arrays.equals(data, body.data)
          && dataAlignment == body.dataAlignment
          && frameSize == body.frameSize;
    }

    @Override
    public int hashCode() {
      int hash = 31 * Arrays.hashCode(stream) + Arrays.hashCode(code);
      return 31 * hash + Arrays.hashCode(data) + dataAlignment * 31 + frameSize;
    }
  }

  /**
   * An install record.
   *
   * @param objects the object pool, in order
   * @param dependencies classes whose files the code relies on
   * @param initialized classes the code assumes to be initialised
   * @param weight how often the method ran in training
   */
  public record InstallRecord(
      Subject subject,
      MachineCode body,
      List<Relocation> relocations,
      List<ObjectSymbol> objects,
      SortedSet<ClassSymbol> dependencies,
      SortedSet<ClassSymbol> initialized,
      long weight) {}

  /** A fact about the VM at {@code offset} from libjvm's base. */
  public record Fact(String name, FactKind kind, FactPhase phase, long offset, long expected) {}

  /** The records for one CPU target and one collector; stubs come first. */
  public record Variant(String name, List<Fact> facts, List<InstallRecord> records) {}
}
