// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.view;

import dev.preheat.format.image.model.KindNumber;
import dev.preheat.hotspot.VmNumbers;
import dev.preheat.loader.check.VmLayout;
import dev.preheat.loader.install.ClassNames;
import dev.preheat.loader.install.DefinedClasses;
import dev.preheat.loader.install.InstallContext;
import dev.preheat.loader.outcome.Outcome;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import jdk.internal.misc.Unsafe;

/**
 * The class loaders of the program that have defined classes of the image themselves: those of
 * servers, of jars within jars, of plugins. Each has a view of its own. None is kept alive: what is
 * known of one goes when the loader does.
 */
final class OtherLoaders {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** A view takes about 20 bytes for each class and 30 for each method of the image. */
  private static final int MOST_VIEWS = 32;

  private static final int MOST_LOADERS = 4096;

  /** A loader, and what is known of it. */
  private static final class Known extends WeakReference<ClassLoader> {
    private int seen;
    private LoaderView view;

    Known(ClassLoader loader) {
      super(loader);
    }
  }

  private final InstallContext parts;
  private final LoaderFinder finder;
  private final ClassNames names;
  private final List<Known> known = new ArrayList<>();
  private int views;

  /** What became of records for loaders that are gone; null for none. */
  private Outcomes gone;

  OtherLoaders(InstallContext parts, LoaderFinder finder) {
    this.parts = parts;
    this.finder = finder;
    names = new ClassNames(parts.image(), parts.layout());
  }

  /** Whether there is a loader whose classes are in the image. */
  boolean isAny() {
    return views > 0;
  }

  /**
   * Installs what has become installable.
   *
   * @param uptimeMillis since the loader started
   * @param end index of the first record whose turn has not come
   * @return whether anything has happened
   */
  boolean visit(int uptimeMillis, int end) {
    finder.find(uptimeMillis, this);
    boolean isNews = false;
    for (int i = known.size() - 1; i >= 0; i--) {
      Known each = known.get(i);
      ClassLoader loader = each.get();
      if (loader == null) {
        forget(i);
        continue;
      }
      try {
        isNews |= visit(each, loader, end);
      } finally {
        Reference.reachabilityFence(loader);
      }
    }
    return isNews;
  }

  /** Takes a loader that the finder has found. */
  void add(ClassLoader loader) {
    for (int i = known.size() - 1; i >= 0; i--) {
      if (known.get(i).refersTo(loader)) {
        return;
      }
    }
    if (known.size() < MOST_LOADERS) {
      known.add(new Known(loader));
    }
  }

  /** What became of records that the application loader's view has not installed. */
  void addTo(Outcomes outcomes) {
    for (int i = known.size() - 1; i >= 0; i--) {
      ClassLoader loader = known.get(i).get();
      try {
        if (loader == null) {
          forget(i);
        } else if (known.get(i).view != null) {
          outcomes.adopt(known.get(i).view.outcomes());
        }
      } finally {
        Reference.reachabilityFence(loader);
      }
    }
    if (gone != null) {
      outcomes.adopt(gone);
    }
  }

  /** Nothing more is installed. */
  void giveUp(Outcome reason) {
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).view != null) {
        known.get(i).view.giveUp(reason);
      }
    }
  }

  /** A loader is gone: keeps what became of its methods, but no view of it. */
  private void forget(int index) {
    LoaderView view = known.remove(index).view;
    if (view == null) {
      return;
    }
    views--;
    Outcomes last = view.outcomes();
    last.noteUnloaded();
    if (gone == null) {
      gone = last;
    } else {
      gone.adopt(last);
    }
  }

  private boolean visit(Known each, ClassLoader loader, int end) {
    LoaderView view = each.view;
    if (view == null) {
      if (views >= MOST_VIEWS || !hasClasses(each, loader)) {
        return false;
      }
      view = LoaderView.ofOther(parts);
      each.view = view;
      views++;
      view.start(loader);
    } else {
      view.visitClasses(loader);
    }
    boolean isNews = view.next() < end;
    view.installNext(end);
    for (int type = view.nextChanged(); type >= 0; type = view.nextChanged()) {
      view.retry(type);
      isNews = true;
    }
    view.forgetObjects();
    return isNews;
  }

  /** Whether a loader has defined a class that has the name of one of the image. */
  private boolean hasClasses(Known each, ClassLoader loader) {
    VmLayout layout = parts.layout();
    Object[] mirrors = DefinedClasses.of(loader, each.seen);
    if (mirrors == null) {
      return false;
    }
    int unfinished = mirrors.length;
    for (int i = mirrors.length - 1; i >= each.seen; i--) {
      long klass = DefinedClasses.loadedKlass(mirrors[i], layout);
      if (klass == 0) {
        unfinished = i;
      } else if (names.find(
              UNSAFE.getLong(null, klass + layout.of[VmNumbers.KLASS_NAME]), KindNumber.ROLE_APP)
          >= 0) {
        return true;
      }
    }
    each.seen = unfinished;
    return false;
  }
}
