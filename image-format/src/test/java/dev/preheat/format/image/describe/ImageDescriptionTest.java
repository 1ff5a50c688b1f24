// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.image.RawImage;
import dev.preheat.format.image.SampleImage;
import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.InstallRecord;
import dev.preheat.format.image.model.ImageModel.MethodSubject;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.format.image.model.ImageModel.Variant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageDescriptionTest {

  private static final String RUN = "demo.Main.run([Ljava/lang/String;)V";

  private final ImageModel model = SampleImage.model();

  private static void assertLines(String expected, List<String> lines) {
    assertEquals(expected, String.join("\n", lines) + "\n");
  }

  @Test
  void theHeaderSaysWhatTheImageIsFor() {
    List<String> lines = ImageDescription.header(model);

    int tables = lines.indexOf("Tables");
    assertLines(
        """
        Image of format version 3: %,d bytes of tables, 137 bytes of code
        Made for the JVM with
          java.vm.version = 25.0.3+9-LTS
          os.arch = amd64
        Class path
          0 demo.jar: jar, 4,711 bytes, checksum fffffffffffffffb
          1 lib/util.jar: absent, 0 bytes, checksum 0000000000000000, named by the manifest of 0
        """
            .formatted(new RawImage(model).region().length),
        lines.subList(0, tables));
    assertEquals("  classes              192 bytes, 4 entries", lines.get(tables + 6));
    assertLines(
        """
        Variant x86-64-v3 G1
          2 facts about the JVM
            UseG1GC: equal 1 0x1 at libjvm + 0x1234567 (start)
            VM_Version::_features: superset 8 0xffffffffffffffff at libjvm + 0x1234000 (configured)
          1 records of kind stub: 32 bytes of code, 24 of install streams, 0 of data
            0 relocations stream klass
            0 relocations stream method
            1 relocations stream external
            1 relocations code external
          1 records of kind method: 40 bytes of code, 41 of install streams, 5 of data
            1 relocations stream klass
            1 relocations stream method
            1 relocations stream external
            1 relocations code external
        """,
        lines.subList(tables + 17, tables + 31));
  }

  @Test
  void methodsAreListedByTheSizeOfTheirCode() {
    assertLines(
        """
               code      stream        data           weight  name
                 40          41           5    1,000,000,007  %1$s [x86-64-v3 G1]
                 32          24           0                0  exception handler [x86-64-v3 G1]
                 25          41           5    1,000,000,007  %1$s [x86-64-v3 Serial]
                 17          24           0                0  exception handler [x86-64-v3 Serial]
        """
            .formatted(RUN),
        ImageDescription.methods(model));
  }

  @Test
  void aMethodIsShownWithItsRelocationsAndAssumptions() {
    ImageModel oneVariant = SampleImage.with(model, model.variants().subList(0, 1));

    assertLines(
        """
        %1$s
          method 2 of 2 in variant x86-64-v3 G1, weight 1,000,000,007
          40 bytes of code, 41 of install stream, 5 of data aligned to 16, frame of 48 bytes
          4 relocations
            stream + 0x0000: class [Ljava.lang.String;
            stream + 0x0008: method java.lang.String.length()I
            stream + 0x0021: stub exception handler
            code + 0x0011: call site %1$s at 65530
          5 object constants
            string "h\u00e9llo \ud83d\ude00"
            class mirror [I
            primitive mirror V
            resolved references demo.Main
            string ""
          relies on the files of 2 classes
            java.lang.String: part of the JDK
            demo.Main: SHA-256 %2$s
          assumes 1 classes to be initialised
            java.lang.String
        """
            .formatted(RUN, SampleImage.DIGEST),
        ImageDescription.method(oneVariant, RUN));
  }

  @Test
  void patternsFindMethods() {
    assertEquals(2, count("exception handler"));
    assertEquals(2, count("Main.run"));
    assertEquals(2, count("demo.**(**)V"));
    assertEquals(4, count("**"));
    assertEquals(0, count("demo*"));
    assertEquals(0, count("main.run"));
    assertEquals(0, count("**.run"));
    assertEquals(0, count("demo?*"));
  }

  private int count(String pattern) {
    List<String> lines = ImageDescription.method(model, pattern);
    return (int) lines.stream().filter(line -> !line.startsWith(" ")).count();
  }

  @Test
  void aNameCannotBreakALine() {
    InstallRecord record = model.variants().get(0).records().get(1);
    MethodSymbol odd = new MethodSymbol(new ClassSymbol(ClassRole.APP, "a\nb"), "c\u001b", "()V");
    InstallRecord oddRecord = SampleImage.withSubject(record, new MethodSubject(odd, true));
    ImageModel oddModel =
        SampleImage.with(model, List.of(new Variant("v", List.of(), List.of(oddRecord))));

    assertEquals("a\\u000ab.c\\u001b()V", ImageDescription.method(oddModel, "**").get(0));
  }

  @Test
  void theHeaderAsJson() {
    String json = ImageJson.header(model).text();

    String start =
        """
        {
          "formatVersion": 3,
          "tableBytes": %d,
          "codeBytes": 137,
          "properties": {
            "java.vm.version": "25.0.3+9-LTS",
            "os.arch": "amd64"
          },
          "classPath": [
            {
              "name": "demo.jar",
              "kind": "jar",
              "bytes": 4711,
              "checksum": "fffffffffffffffb"
            },
            {
              "name": "lib/util.jar",
              "kind": "absent",
              "bytes": 0,
              "checksum": "0000000000000000",
              "parent": 0
            }
          ],
          "tables": {
        """
            .formatted(new RawImage(model).region().length);
    assertEquals(start, json.substring(0, start.length()));
    String fact =
        """
                {
                  "name": "UseG1GC",
                  "kind": "equal 1",
                  "phase": "start",
                  "expected": "0x1",
                  "libjvmOffset": "0x1234567"
                },
        """;
    assertTrue(json.contains(fact), json);
  }

  @Test
  void methodsAsJson() {
    ImageModel oneVariant = SampleImage.with(model, model.variants().subList(0, 1));

    assertEquals(
        """
        [
          {
            "name": "%s",
            "kind": "method",
            "variant": "x86-64-v3 G1",
            "position": 1,
            "weight": 1000000007,
            "codeBytes": 40,
            "streamBytes": 41,
            "dataBytes": 5
          },
          {
            "name": "exception handler",
            "kind": "stub",
            "variant": "x86-64-v3 G1",
            "position": 0,
            "weight": 0,
            "codeBytes": 32,
            "streamBytes": 24,
            "dataBytes": 0
          }
        ]
        """
            .formatted(RUN),
        ImageJson.methods(oneVariant).text());
  }

  @Test
  void aMethodAsJson() {
    ImageModel oneVariant = SampleImage.with(model, model.variants().subList(0, 1));

    String json = ImageJson.method(oneVariant, "Main").text();

    String relocation =
        """
              {
                "in": "stream",
                "offset": 33,
                "kind": "stub",
                "target": "exception handler"
              },
        """;
    String end =
        """
            "dependencies": [
              {
                "class": "java.lang.String",
                "sha256": ""
              },
              {
                "class": "demo.Main",
                "sha256": "%s"
              }
            ],
            "initialized": [
              "java.lang.String"
            ]
          }
        ]
        """
            .formatted(SampleImage.DIGEST);
    assertTrue(json.contains(relocation), json);
    assertTrue(json.endsWith(end), json);
    assertEquals("[]\n", ImageJson.method(oneVariant, "no").text());
  }
}
