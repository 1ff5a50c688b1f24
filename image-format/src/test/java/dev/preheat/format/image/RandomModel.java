// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image;

import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.model.ClassKind;
import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ContainerKind;
import dev.preheat.format.image.model.ExternalKind;
import dev.preheat.format.image.model.FactKind;
import dev.preheat.format.image.model.FactPhase;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.CallSiteAppendix;
import dev.preheat.format.image.model.ImageModel.ClassInfo;
import dev.preheat.format.image.model.ImageModel.ClassMirror;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.CodeRelocation;
import dev.preheat.format.image.model.ImageModel.Container;
import dev.preheat.format.image.model.ImageModel.Countdown;
import dev.preheat.format.image.model.ImageModel.External;
import dev.preheat.format.image.model.ImageModel.Fact;
import dev.preheat.format.image.model.ImageModel.InLibjvm;
import dev.preheat.format.image.model.ImageModel.InstallRecord;
import dev.preheat.format.image.model.ImageModel.KlassRelocation;
import dev.preheat.format.image.model.ImageModel.MachineCode;
import dev.preheat.format.image.model.ImageModel.MethodInfo;
import dev.preheat.format.image.model.ImageModel.MethodRelocation;
import dev.preheat.format.image.model.ImageModel.MethodSubject;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.format.image.model.ImageModel.ObjectSymbol;
import dev.preheat.format.image.model.ImageModel.PrimitiveMirror;
import dev.preheat.format.image.model.ImageModel.Relocation;
import dev.preheat.format.image.model.ImageModel.ResolvedReferences;
import dev.preheat.format.image.model.ImageModel.StreamRelocation;
import dev.preheat.format.image.model.ImageModel.StringConstant;
import dev.preheat.format.image.model.ImageModel.Stub;
import dev.preheat.format.image.model.ImageModel.StubEntry;
import dev.preheat.format.image.model.ImageModel.Subject;
import dev.preheat.format.image.model.ImageModel.Variant;
import dev.preheat.hotspot.VmField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Makes models that an image can hold, with all that is unusual but allowed. */
public final class RandomModel {

  private static final String LETTERS = "aZ_$0/-\u00e9\u4e2d\u0000\n \"\\";

  private final Random random;
  private final int size;
  private final SortedMap<ClassSymbol, ClassInfo> classes = new TreeMap<>();
  private final SortedMap<MethodSymbol, MethodInfo> methods = new TreeMap<>();

  private RandomModel(long seed, int size) {
    this.random = new Random(seed);
    this.size = size;
  }

  /** Models of different sizes, the empty one included. */
  public static Arbitrary<ImageModel> arbitrary() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(0, 12))
        .as((seed, size) -> new RandomModel(seed, size).model());
  }

  private ImageModel model() {
    SortedMap<String, String> properties = new TreeMap<>();
    for (int i = random.nextInt(size + 1); i > 0; i--) {
      properties.put(name(), text());
    }
    SortedMap<VmField, Integer> layout = new TreeMap<>();
    for (VmField field : VmField.values()) {
      layout.put(field, random.nextInt());
    }
    List<Container> containers = list(this::container);
    for (int i = random.nextInt(size + 1); i > 0; i--) {
      addClass(randomClass(), containers.size());
    }
    List<ClassSymbol> holders = instances();
    for (int i = holders.isEmpty() ? 0 : random.nextInt(2 * size + 1); i > 0; i--) {
      // The constant makes keys unique, the random part puts them out of the order of names.
      methods.put(
          new MethodSymbol(pick(holders), name(), "(" + text() + ")V"),
          new MethodInfo(random.nextInt() << 8 | i, random.nextInt(0x10000)));
    }
    return new ImageModel(properties, layout, containers, classes, methods, list(this::variant));
  }

  private Container container() {
    return new Container(
        text(),
        ImageLayout.NONE,
        pick(List.of(ContainerKind.values())),
        random.nextLong() >>> 1,
        random.nextLong());
  }

  private ClassSymbol randomClass() {
    ClassRole role = pick(List.of(ClassRole.values()));
    String array = "[".repeat(1 + random.nextInt(3));
    return switch (random.nextInt(4)) {
      case 0 -> new ClassSymbol(role, array + pick(List.of("I", "Z", "D")));
      case 1 -> new ClassSymbol(role, array + "L" + name() + ";");
      default -> new ClassSymbol(role, name());
    };
  }

  /** An array brings the class of its components with it. */
  private void addClass(ClassSymbol symbol, int containers) {
    byte[] digest = new byte[32];
    random.nextBytes(digest);
    classes.put(
        symbol,
        new ClassInfo(
            random.nextInt(containers + 1) - 1,
            random.nextLong(),
            random.nextLong(),
            random.nextBoolean() ? "" : HexFormat.of().formatHex(digest)));
    if (symbol.kind() == ClassKind.OBJECT_ARRAY) {
      addClass(symbol.component(), containers);
    }
  }

  private Variant variant() {
    List<Subject> subjects = new ArrayList<>();
    int stubs = random.nextInt(3);
    for (int i = 0; i < stubs; i++) {
      subjects.add(new Stub(name() + i));
    }
    List<MethodSymbol> roots = new ArrayList<>(methods.keySet());
    Collections.shuffle(roots, random);
    roots.subList(0, random.nextInt(roots.size() + 1)).stream()
        .map(method -> new MethodSubject(method, random.nextBoolean()))
        .forEach(subjects::add);
    List<InstallRecord> records = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      records.add(record(subjects.get(i), subjects.subList(0, Math.min(i, stubs))));
    }
    return new Variant(name(), list(this::fact), records);
  }

  private Fact fact() {
    return new Fact(
        name(),
        pick(List.of(FactKind.values())),
        pick(List.of(FactPhase.values())),
        random.nextLong() >>> 1,
        random.nextLong());
  }

  private InstallRecord record(Subject subject, List<Subject> stubs) {
    MachineCode body =
        new MachineCode(bytes(), bytes(), bytes(), 1 << random.nextInt(8), random.nextInt(1 << 20));
    List<Relocation> relocations = new ArrayList<>();
    for (int at = random.nextInt(9); at + 8 <= body.stream().length; at += 8 + random.nextInt(9)) {
      relocations.add(streamPatch(at, stubs));
    }
    for (int at = random.nextInt(9); at + 8 <= body.code().length; at += 8 + random.nextInt(9)) {
      relocations.add(new CodeRelocation(at, external(stubs)));
    }
    Collections.shuffle(relocations, random);
    return new InstallRecord(
        subject,
        body,
        relocations,
        list(this::object),
        someOf(List.copyOf(classes.keySet())),
        someOf(instances()),
        random.nextLong() >>> 1);
  }

  private Relocation streamPatch(int at, List<Subject> stubs) {
    int kind = random.nextInt(3);
    if (kind == 0 && !classes.isEmpty()) {
      return new KlassRelocation(at, pick(List.copyOf(classes.keySet())));
    }
    if (kind == 1 && !methods.isEmpty()) {
      return new MethodRelocation(at, pick(List.copyOf(methods.keySet())));
    }
    return new StreamRelocation(at, external(stubs));
  }

  private External external(List<Subject> stubs) {
    int kind = random.nextInt(7);
    if (kind == 0 && !stubs.isEmpty()) {
      return new StubEntry(pick(stubs).name());
    }
    if (kind == 1 && !methods.isEmpty()) {
      MethodSymbol method = pick(List.copyOf(methods.keySet()));
      int codeSize = methods.get(method).codeSize();
      if (codeSize >= 5) {
        return new CallSiteAppendix(method, random.nextInt(codeSize - 4));
      }
    }
    long offset = random.nextLong() >>> 1;
    return switch (kind) {
      case 2 -> new InLibjvm(ExternalKind.ADDRESS, name(), offset);
      case 3 -> new InLibjvm(ExternalKind.NUMBER, name(), offset);
      case 4 -> new Countdown();
      case 5 -> new InLibjvm(ExternalKind.DATA, name(), offset);
      default -> new InLibjvm(ExternalKind.ROUTINE, name(), offset);
    };
  }

  private ObjectSymbol object() {
    int kind = random.nextInt(4);
    if (kind == 0) {
      return new PrimitiveMirror(pick(List.of('Z', 'I', 'V')));
    }
    if (kind == 1 && !classes.isEmpty()) {
      return new ClassMirror(pick(List.copyOf(classes.keySet())));
    }
    if (kind == 2 && !instances().isEmpty()) {
      return new ResolvedReferences(pick(instances()));
    }
    return new StringConstant(text());
  }

  private List<ClassSymbol> instances() {
    return classes.keySet().stream().filter(type -> type.kind() == ClassKind.INSTANCE).toList();
  }

  private <T extends Comparable<T>> SortedSet<T> someOf(List<T> all) {
    SortedSet<T> some = new TreeSet<>();
    for (T each : all) {
      if (random.nextInt(3) == 0) {
        some.add(each);
      }
    }
    return some;
  }

  private <T> List<T> list(Supplier<T> element) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(size + 1); i > 0; i--) {
      list.add(element.get());
    }
    return list;
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(70)];
    random.nextBytes(bytes);
    return bytes;
  }

  private String name() {
    return "n" + text();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return random.nextInt(8) == 0 ? text + "\ud83d\ude00" : text.toString();
  }
}
