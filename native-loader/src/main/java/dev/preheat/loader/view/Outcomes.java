// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.view;

import dev.preheat.format.image.layout.ImageLayout.RecordLayout;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.format.image.model.KindNumber;
import dev.preheat.loader.image.LoadedImage;
import dev.preheat.loader.install.ClassTable;
import dev.preheat.loader.install.ExternalTable;
import dev.preheat.loader.install.MethodTable;
import dev.preheat.loader.outcome.Failure;
import dev.preheat.loader.outcome.Invalidation;
import dev.preheat.loader.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of the records of a variant. Written by the thread that installs; another one may
 * read at the end, and then sees of each record what was true a moment ago.
 */
public final class Outcomes {

  private static final int WORDS = RecordLayout.BYTES >> 2;

  /** Instead of an address: the method is that of a class of another loader. */
  private static final long ELSEWHERE = 1;

  /** One tells most of what there is to be told. */
  private static final int MOST_FAILURES = 16;

  private final LoadedImage image;
  private final ClassTable classes;
  private final MethodTable methods;
  private final ExternalTable externals;
  private final int first;
  private final Outcome[] reasons;

  /** Read when this is made, so that code which relies on the class has it from the start. */
  private final Outcome initial = Outcome.NOT_REACHED;

  private final int[] blockers;
  private final long[] addresses;
  private final String[] details;

  /** Stacks of bugs of the loader, and of what the VM has thrown; null for none. */
  private List<String> failures;

  /** What has happened to methods in other views. */
  private Invalidation[] elsewhere;

  Outcomes(
      LoadedImage image,
      ClassTable classes,
      MethodTable methods,
      ExternalTable externals,
      int first,
      int count) {
    this.image = image;
    this.classes = classes;
    this.methods = methods;
    this.externals = externals;
    this.first = first;
    reasons = new Outcome[count];
    blockers = new int[count];
    addresses = new long[count];
    details = new String[count];
  }

  /** Number of records, stubs included. */
  public int size() {
    return reasons.length;
  }

  /** What became of a record. */
  public Outcome reason(int record) {
    Outcome reason = reasons[record];
    return reason == null ? initial : reason;
  }

  /** Whether a record is a stub. */
  public boolean isStub(int record) {
    return word(record, RecordLayout.KIND) == KindNumber.RECORD_STUB;
  }

  /** Whether a record is right for other loaders' classes, too. */
  boolean isPortable(int record) {
    return word(record, RecordLayout.KIND) == KindNumber.RECORD_PORTABLE_METHOD;
  }

  /**
   * Takes over what became of records in another view, where less became of them in this: a method
   * counts as installed when any view has installed it.
   */
  void adopt(Outcomes other) {
    if (other.failures != null) {
      failures = failures == null ? new ArrayList<>() : failures;
      failures.removeAll(other.failures);
      failures.addAll(other.failures);
    }
    for (int record = 0; record < reasons.length; record++) {
      Outcome found = other.reason(record);
      Invalidation invalidation = found == Outcome.INSTALLED ? other.invalidation(record) : null;
      if (rank(found, invalidation) > rank(record) || isFurther(other, record)) {
        note(record, found, other.blockers[record], other.details[record]);
        noteElsewhere(record, invalidation);
      }
    }
  }

  /**
   * The loader of the view is gone, and what the VM kept of its classes and methods with it: none
   * of that is read from now on.
   */
  void noteUnloaded() {
    for (int record = 0; record < reasons.length; record++) {
      if (reasons[record] == Outcome.INSTALLED) {
        noteElsewhere(record, Invalidation.CLASS_UNLOADED);
      }
    }
  }

  /** Whether a method waits in another view, which has the class that it waits for in this one. */
  private boolean isFurther(Outcomes other, int record) {
    return reasons[record] == Outcome.CLASS_NOT_LOADED
        && addresses[record] != ELSEWHERE
        && other.reason(record) != Outcome.NOT_REACHED
        && other.classes.states[blockers[record]] != ClassTable.UNKNOWN;
  }

  /** What this view has installed itself stays its own. */
  private int rank(int record) {
    Outcome reason = reason(record);
    return reason == Outcome.INSTALLED && addresses[record] != ELSEWHERE
        ? Integer.MAX_VALUE
        : rank(reason, elsewhere == null ? null : elsewhere[record]);
  }

  private static int rank(Outcome reason, Invalidation invalidation) {
    return switch (reason.group()) {
      case WAITING -> 0;
      case REJECTED -> 1;
      case INSTALLED -> invalidation == null ? 3 : 2;
    };
  }

  private void noteElsewhere(int record, Invalidation invalidation) {
    if (elsewhere == null) {
      elsewhere = new Invalidation[reasons.length];
    }
    addresses[record] = ELSEWHERE;
    elsewhere[record] = invalidation;
  }

  /** Name of a record's method (class, name and descriptor) or stub; its number, if damaged. */
  public String name(int record) {
    try {
      return isStub(record)
          ? image.text(entry(record) + (RecordLayout.NAME_OFFSET >> 2))
          : methods.name(word(record, RecordLayout.METHOD));
    } catch (IndexOutOfBoundsException e) {
      return "record " + record;
    }
  }

  /** More about the reason, empty when there is nothing more to say. */
  public String detail(int record) {
    String detail = details[record];
    if (detail != null) {
      return detail;
    }
    int blocker = blockers[record];
    if (reasons[record] == null || blocker < 0) {
      return "";
    }
    try {
      return detail(record, blocker);
    } catch (IndexOutOfBoundsException e) {
      return "number " + blocker + " of the image";
    }
  }

  private String detail(int record, int blocker) {
    return switch (reasons[record]) {
      case CLASS_NOT_LOADED,
          CLASS_NOT_LINKED,
          CLASS_NOT_INITIALIZED,
          CLASS_CHANGED,
          CONSTANTS_MISSING ->
          classes.name(blocker).replace('/', '.');
      case METHOD_NOT_FOUND -> methods.name(blocker);
      case EXTERNAL_MISSING -> externals.name(blocker);
      case NOT_REACHED,
          INSTALLED,
          EXCLUDED,
          ALREADY_COMPILED,
          DEPENDENCIES_FAILED,
          CODE_CACHE_SHARE,
          CODE_CACHE_FULL,
          CODE_TOO_LARGE,
          VM_REFUSED,
          IMAGE_DIFFERS,
          DAMAGED,
          FAILURE ->
          "";
    };
  }

  /** Why an installed method is no longer what runs when it is called; null while it is. */
  public Invalidation invalidation(int record) {
    if (isStub(record) || addresses[record] == ELSEWHERE) {
      return elsewhere == null ? null : elsewhere[record];
    }
    int root = word(record, RecordLayout.METHOD);
    int holder = methods.holder(root);
    if (classes.states[holder] != ClassTable.SAME || classes.isRedefined(holder)) {
      // Or a superclass of it, or it is what it was: then its methods are new all the same.
      methods.forget(holder);
      if (classes.state(holder) != ClassTable.SAME) {
        return Invalidation.CLASS_REDEFINED;
      }
    }
    long method = methods.method(root);
    if (method != 0 && methods.code(method) == addresses[record]) {
      return null;
    }
    return method != 0 && methods.isCompiled(method)
        ? Invalidation.COMPILED_AGAIN
        : Invalidation.DEOPTIMIZED;
  }

  /** Notes what became of a record. */
  void note(int record, Outcome reason, int blocker, String detail) {
    blockers[record] = blocker;
    details[record] = detail;
    reasons[record] = reason;
  }

  /** Notes that a record is not installed by a bug of the loader. */
  void noteFailure(int record, Throwable cause) {
    note(record, Outcome.FAILURE, -1, cause.toString());
    keepStack(record, cause);
  }

  /** Keeps the stack of what a record is not installed for, if there are not many yet. */
  void keepStack(int record, Throwable cause) {
    if (failures == null) {
      failures = new ArrayList<>();
    }
    if (failures.size() < MOST_FAILURES) {
      failures.add(Failure.text(name(record), cause));
    }
  }

  /**
   * The first bugs of the loader that came to light, and what the VM has thrown: the method, and
   * the stack.
   */
  public List<String> failures() {
    return failures == null ? List.of() : List.copyOf(failures);
  }

  /** Notes that a record is installed. */
  void noteInstalled(int record, long address) {
    addresses[record] = address;
    reasons[record] = Outcome.INSTALLED;
  }

  private int word(int record, int field) {
    return image.words[entry(record) + (field >> 2)];
  }

  private int entry(int record) {
    return image.start(TableNumber.RECORDS) + (first + record) * WORDS;
  }
}
