// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadedSymbolsTest {

  @ParameterizedTest
  @CsvSource({
    "com/acme/App$$Lambda/0x00000000730001c8, true",
    "java/lang/invoke/LambdaForm$MH/0x0000000073002400, true",
    "jdk/proxy2/$Proxy17, true",
    "com/acme/$Proxy3, true",
    "$Proxy3, true",
    "com/acme/Http$ProxyFactory, false",
    "com/acme/Http$Proxy, false",
    "com/acme/Http$Proxy1, false",
    "java/lang/reflect/Proxy$ProxyBuilder, false",
    "java/lang/invoke/LambdaForm$Name, false",
    "java/lang/invoke/MethodHandleProxies, false"
  })
  void classesThatOnlyOneJvmHas(String name, boolean expected) {
    assertEquals(expected, LoadedSymbols.isHidden(name));
  }
}
