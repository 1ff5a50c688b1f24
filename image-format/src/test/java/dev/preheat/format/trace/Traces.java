// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

import dev.preheat.format.trace.SymbolicReference.ClassReference;
import dev.preheat.format.trace.SymbolicReference.FieldReference;
import dev.preheat.format.trace.SymbolicReference.MethodReference;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary traces, of so few names that two of them overlap, and an example of every line. */
final class Traces {
  private static final Arbitrary<Long> COUNTS =
      Arbitraries.oneOf(
          Arbitraries.longs().between(0, 5),
          Arbitraries.longs().between(0, Long.MAX_VALUE),
          Arbitraries.of(Long.MAX_VALUE - 1, Long.MAX_VALUE));

  /** Mostly one of two, else anything that a class file can hold. */
  private static final Arbitrary<String> NAMES =
      Arbitraries.frequencyOf(
          Tuple.of(12, Arbitraries.of("a", "java/lang/String")),
          Tuple.of(1, Arbitraries.of("b", "[I", "many", "null", "-", "*", "end 1")),
          Tuple.of(1, Arbitraries.of("tab\t", "line\nend", "back\\slash\\u0041", "k=v,w:x.y*")),
          Tuple.of(1, Arbitraries.of("é\u2028", "𝄞", "\ud834", "\udd1e\ud834", "\0", "\u007f\r")),
          Tuple.of(1, Arbitraries.strings().ofMinLength(1).ofMaxLength(4)));

  private Traces() {}

  static Arbitrary<Trace> any() {
    return Combinators.combine(
            jvms(),
            sortedMap(classIds(), classRecords()),
            sortedMap(methodIds(), invocations()),
            sortedMap(methodIds(), combinations()),
            sortedMap(methodIds(), references()),
            sortedMap(methodIds(), profiles()))
        .as(Trace::new);
  }

  private static Arbitrary<SortedSet<Jvm>> jvms() {
    return Combinators.combine(NAMES, NAMES).as(Jvm::new).set().ofMaxSize(2).map(TreeSet<Jvm>::new);
  }

  private static Arbitrary<ClassId> classIds() {
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(LoaderRole.APP)),
                Tuple.of(1, Arbitraries.of(LoaderRole.values()))),
            NAMES)
        .as(ClassId::new);
  }

  private static Arbitrary<MethodId> methodIds() {
    return Combinators.combine(classIds(), NAMES, NAMES).as(MethodId::new);
  }

  private static Arbitrary<ClassRecord> classRecords() {
    Arbitrary<SortedSet<String>> digests =
        Arbitraries.of("0", "a", "f")
            .map(digit -> digit.repeat(64))
            .set()
            .map(TreeSet<String>::new);
    return Combinators.combine(Arbitraries.of(true, false), digests).as(ClassRecord::new);
  }

  private static Arbitrary<Invocations> invocations() {
    return Combinators.combine(COUNTS, COUNTS, Arbitraries.integers().between(0, 4))
        .as(Invocations::new);
  }

  /** Of up to 20 combinations, so that the limit of 16 is met. */
  private static Arbitrary<ArgumentCombinations> combinations() {
    Arbitrary<ArgumentTypes> types =
        Combinators.combine(NAMES, NAMES.list().ofMaxSize(4)).as(ArgumentTypes::new);
    return Arbitraries.maps(types, COUNTS)
        .ofMaxSize(20)
        .map(counts -> new ArgumentCombinations(new TreeMap<>(counts)));
  }

  private static Arbitrary<SortedSet<SymbolicReference>> references() {
    Arbitrary<SymbolicReference> any =
        Arbitraries.oneOf(
            NAMES.map(ClassReference::new),
            Combinators.combine(NAMES, NAMES, NAMES).as(FieldReference::new),
            Combinators.combine(NAMES, NAMES, NAMES).as(MethodReference::new));
    return any.set().ofMaxSize(3).map(TreeSet<SymbolicReference>::new);
  }

  private static Arbitrary<MethodProfile> profiles() {
    Arbitrary<Integer> indices = Arbitraries.integers().between(0, 8);
    Arbitrary<Branch> branches = Combinators.combine(COUNTS, COUNTS).as(Branch::new);
    Arbitrary<TypeCounts> types =
        Combinators.combine(sortedMap(classIds(), COUNTS), COUNTS).as(TypeCounts::new);
    Arbitrary<SortedSet<Integer>> marks = indices.set().ofMaxSize(3).map(TreeSet<Integer>::new);
    return Combinators.combine(
            Arbitraries.of(9, 10, 65535),
            sortedMap(indices, branches),
            sortedMap(indices, types),
            marks,
            marks)
        .as(MethodProfile::new);
  }

  private static <K, V> Arbitrary<SortedMap<K, V>> sortedMap(
      Arbitrary<K> keys, Arbitrary<V> values) {
    return Arbitraries.maps(keys, values).ofMaxSize(3).map(TreeMap<K, V>::new);
  }

  /** A trace that has every kind of line. */
  static Trace example() {
    ClassId list = new ClassId(LoaderRole.BOOT, "java/util/List");
    ClassId main = new ClassId(LoaderRole.APP, "com/acme/Main");
    MethodId run = new MethodId(main, "run", "(Ljava/util/List;I)V");
    TraceBuilder trace = new TraceBuilder();
    trace.addJvm(new Jvm("25.0.3+9-LTS", "Acme, Inc."));
    trace.addClass(list, new ClassRecord(true, new TreeSet<>()));
    trace.addClass(
        main, new ClassRecord(false, new TreeSet<>(List.of("0".repeat(64), "f".repeat(64)))));
    trace.addInvocations(run, new Invocations(12, 340, 4));
    trace.addArguments(run, new ArgumentTypes("com/acme/Main", List.of("null", "-")), 2);
    trace.addArguments(
        run, new ArgumentTypes("com/acme/Main", List.of("java/util/ArrayList", "-")), 10);
    trace.addArguments(new MethodId(main, "go", "()V"), ArgumentTypes.MANY, 99);
    trace.addReferences(
        run,
        List.of(
            new MethodReference("java/util/List", "get", "(I)Ljava/lang/Object;"),
            new FieldReference("com/acme/Main", "size", "I"),
            new ClassReference("[Lcom/acme/Main;")));
    TreeMap<ClassId, Long> counts = new TreeMap<>();
    counts.put(main, 7L);
    counts.put(list, 3L);
    TreeMap<Integer, TypeCounts> types = new TreeMap<>();
    types.put(17, new TypeCounts(counts, 1));
    types.put(9, new TypeCounts(new TreeMap<>(), 0));
    TreeMap<Integer, Branch> branches = new TreeMap<>();
    branches.put(4, new Branch(10, 2));
    trace.addProfile(
        run,
        new MethodProfile(
            40, branches, types, new TreeSet<>(List.of(9)), new TreeSet<>(List.of(21, 17))));
    return trace.build();
  }
}
