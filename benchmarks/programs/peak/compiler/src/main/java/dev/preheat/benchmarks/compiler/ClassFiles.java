// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.compiler;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.TreeMap;
import java.util.zip.CRC32;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Keeps the class files of one compilation in memory. */
final class ClassFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final TreeMap<String, ByteArrayOutputStream> files = new TreeMap<>();

  ClassFiles(StandardJavaFileManager others) {
    super(others);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    files.put(className, bytes);
    return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/')), kind) {
      @Override
      public OutputStream openOutputStream() {
        return bytes;
      }
    };
  }

  /** Leaves the other files open: the next compilation reads them, too. */
  @Override
  public void close() {}

  /** One number of all that was written. */
  long checksum() {
    CRC32 sum = new CRC32();
    files.values().forEach(file -> sum.update(file.toByteArray()));
    return sum.getValue() + files.size();
  }
}
