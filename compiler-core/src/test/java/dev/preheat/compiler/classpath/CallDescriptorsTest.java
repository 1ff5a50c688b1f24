// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.classpath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import java.lang.invoke.MethodHandle;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CallDescriptorsTest {

  private final CallDescriptors descriptors = new CallDescriptors(new ClassFiles());

  /** Code to look at. */
  static final class Subject {
    private Subject() {}

    static IntSupplier lambda(int value) {
      return () -> value;
    }

    static long handle(MethodHandle handle, String text) throws Throwable {
      return (long) handle.invokeExact(text, 1);
    }

    static String ordinary(MethodHandle handle) {
      return handle.type().toString();
    }
  }

  @Test
  void anInvokedynamicHasTheDescriptorOfItsCallSite() {
    MethodSymbol method = symbol("lambda", "(I)Ljava/util/function/IntSupplier;");
    int bci = only(method, CallDescriptors.Kind.APPENDIX);
    assertEquals(
        "(I)Ljava/util/function/IntSupplier;",
        descriptors.at(method, bci).orElseThrow().descriptorString());
  }

  @Test
  void aCallThroughAHandleHasItsReceiverFirst() {
    MethodSymbol method = symbol("handle", "(Ljava/lang/invoke/MethodHandle;Ljava/lang/String;)J");
    int bci = only(method, CallDescriptors.Kind.APPENDIX);
    assertEquals(
        "(Ljava/lang/invoke/MethodHandle;Ljava/lang/String;I)J",
        descriptors.at(method, bci).orElseThrow().descriptorString());
  }

  @Test
  void anOrdinaryMethodOfMethodHandleIsOrdinary() {
    MethodSymbol method = symbol("ordinary", "(Ljava/lang/invoke/MethodHandle;)Ljava/lang/String;");
    assertTrue(
        IntStream.range(0, 20)
            .allMatch(bci -> descriptors.kind(method, bci) == CallDescriptors.Kind.ORDINARY));
  }

  private int only(MethodSymbol method, CallDescriptors.Kind kind) {
    int[] found =
        IntStream.range(0, 20).filter(bci -> descriptors.kind(method, bci) == kind).toArray();
    assertEquals(1, found.length);
    return found[0];
  }

  private static MethodSymbol symbol(String name, String descriptor) {
    return new MethodSymbol(
        new ClassSymbol(ClassRole.APP, Subject.class.getName().replace('.', '/')),
        name,
        descriptor);
  }
}
