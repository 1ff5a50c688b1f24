// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.flags;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FlagTest {
  @Test
  void readsWhatTheVmPrints() {
    List<Flag> flags =
        Flag.read(
            """
            [Global flags]
                 bool AOTAdapterCaching                        = false                  {diagnostic} {default}
                ccstr AOTCache                                 =                           {product} {default}
               size_t MaxHeapSize                             := 268435456              {product} {command line}
               double ShenandoahGenerationalTenuringMortalityRateThreshold  = 0.100000 {experimental} {default}
            openjdk version "25.0.3"
            """);

    assertEquals(
        List.of(
            new Flag(Flag.Type.BOOL, "AOTAdapterCaching", "false"),
            new Flag(Flag.Type.CCSTR, "AOTCache", ""),
            new Flag(Flag.Type.SIZE_T, "MaxHeapSize", "268435456"),
            new Flag(
                Flag.Type.DOUBLE,
                "ShenandoahGenerationalTenuringMortalityRateThreshold",
                "0.100000")),
        flags);
  }

  @Test
  void booleansAreTurnedOver() {
    assertEquals(List.of("-XX:-A"), new Flag(Flag.Type.BOOL, "A", "true").options());
    assertEquals(List.of("-XX:+A"), new Flag(Flag.Type.BOOL, "A", "false").options());
  }

  @Test
  void numbersAreHalvedAndDoubled() {
    assertEquals(
        List.of("-XX:A=256", "-XX:A=1024", "-XX:A=0", "-XX:A=1"),
        new Flag(Flag.Type.UINT, "A", "512").options());
    assertEquals(
        List.of("-XX:A=0.05", "-XX:A=0.2", "-XX:A=0", "-XX:A=1"),
        new Flag(Flag.Type.DOUBLE, "A", "0.100000").options());
    assertEquals(
        List.of("-XX:A=0", "-XX:A=-2", "-XX:A=1"), new Flag(Flag.Type.INTX, "A", "-1").options());
  }

  @Test
  void noValueIsTriedTwiceOrIsTheCurrentOne() {
    assertEquals(List.of("-XX:A=1"), new Flag(Flag.Type.INT, "A", "0").options());
    assertEquals(List.of("-XX:A=0", "-XX:A=2"), new Flag(Flag.Type.INT, "A", "1").options());
    assertEquals(
        List.of("-XX:A=1", "-XX:A=4", "-XX:A=0"), new Flag(Flag.Type.INT, "A", "2").options());
    assertEquals(List.of("-XX:A=1"), new Flag(Flag.Type.DOUBLE, "A", "0.000000").options());
  }

  @Test
  void noValueIsTriedThatTheTypeCannotHold() {
    assertEquals(
        List.of("-XX:A=1073741823", "-XX:A=0", "-XX:A=1"),
        new Flag(Flag.Type.INT, "A", "2147483647").options());
    assertEquals(
        List.of("-XX:A=9223372036854775807", "-XX:A=0", "-XX:A=1"),
        new Flag(Flag.Type.UINTX, "A", "18446744073709551615").options());
  }

  @Test
  void textsAreLeftAlone() {
    assertEquals(List.of(), new Flag(Flag.Type.CCSTR, "A", "x").options());
  }
}
