// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.view;

import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.ImageLayout.ClassEntry;
import dev.preheat.format.image.layout.ImageLayout.Header;
import dev.preheat.format.image.layout.ImageLayout.RecordLayout;
import dev.preheat.format.image.layout.ImageLayout.RelocationLayout;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ExternalKind;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.External;
import dev.preheat.format.image.model.ImageModel.InLibjvm;
import dev.preheat.format.image.model.ImageModel.InstallRecord;
import dev.preheat.format.image.model.ImageModel.MethodInfo;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.format.image.model.ImageModel.ResolvedReferences;
import dev.preheat.format.image.model.ImageModel.StreamRelocation;
import dev.preheat.format.image.read.ImageReader;
import dev.preheat.format.image.write.ImageFile;
import dev.preheat.loader.image.ChangedRecord;
import dev.preheat.loader.image.PatchedImage;
import dev.preheat.loader.options.Options;
import dev.preheat.loader.outcome.Outcome;
import dev.preheat.loader.outcome.Phases;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongBiFunction;
import java.util.regex.Pattern;

/**
 * A program that loads an image in many ways, each of which has another reason not to install a
 * method, and prints them. Behind the loader is a fake VM. Argument: the image.
 */
final class Reasons {

  private static final String FLOOR_MOD = "java.lang.Math.floorMod(II)I";
  private static final String LATE = "App$Late.getAsInt()I";
  private static final int KIND = 3;
  private static final int STUB = 0;
  private static final int CALLS = 100_000;

  private final Path image;

  private Reasons(Path image) {
    this.image = image;
  }

  public static void main(String[] arguments) throws Exception {
    Reasons reasons = new Reasons(Path.of(arguments[0]));
    reasons.ofTheVm();
    reasons.ofTheImage();
    reasons.ofRecords();
    reasons.ofClasses();
  }

  private void ofTheVm() {
    print(image, FLOOR_MOD, vm(0, 0));
    print(image, FLOOR_MOD, vm(0, 1));
    print(image, FLOOR_MOD, vm(0, 2));
    print(image, FLOOR_MOD, vm(0, 3));
    print(image, FLOOR_MOD, vm(0, 4));
    print(
        image,
        FLOOR_MOD,
        (objects, numbers) -> {
          if (numbers[KIND] == STUB) {
            return vm(0, 0).applyAsLong(objects, numbers);
          }
          throw new IllegalArgumentException("a bug in what is called");
        });
    print(
        image,
        FLOOR_MOD,
        (objects, numbers) -> {
          if (numbers[KIND] == STUB) {
            return vm(0, 0).applyAsLong(objects, numbers);
          }
          throw new AssertionError("a bug that asserts");
        });
    print(image, FLOOR_MOD, FailingVm.vm());
    // No stub is there, and so none of the methods that call one.
    ImageLoader loader = load(image, vm(1, 0));
    for (int record = 0; record < loader.outcomes().size(); record++) {
      if (loader.outcomes().reason(record) == Outcome.EXTERNAL_MISSING) {
        System.out.println("a method: " + outcome(loader, record));
        break;
      }
    }
    loader.close();
  }

  private void ofTheImage() throws IOException {
    ImageModel model = ImageReader.read(image);
    SortedMap<MethodSymbol, MethodInfo> methods = new TreeMap<>();
    model
        .methods()
        .forEach(
            (symbol, info) ->
                methods.put(
                    symbol,
                    symbol.name().equals("floorMod") ? new MethodInfo(0, info.codeSize()) : info));
    Path other = image.resolveSibling("other-method.so");
    ImageFile.write(
        new ImageModel(
            model.properties(),
            model.layout(),
            model.containers(),
            model.classes(),
            methods,
            model.variants()),
        other);
    print(other, FLOOR_MOD, vm(0, 0));

    int record = record(image, FLOOR_MOD);
    Path damaged = patched("damaged.so", record, RecordLayout.METHOD, -1);
    print(damaged, "record " + record, vm(0, 0));
  }

  /** What each is rejected for was given to the VM, or said to be damage, once. */
  private void ofRecords() throws Exception {
    int record = record(image, FLOOR_MOD);
    byte[] bytes = Files.readAllBytes(image);
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int at = start(file, TableNumber.RECORDS) + record * RecordLayout.BYTES;
    int relocation = file.getInt(at + RecordLayout.FIRST_RELOCATION);
    file.putInt(
        start(file, TableNumber.RELOCATIONS) + relocation * RelocationLayout.BYTES,
        file.getInt(at + RecordLayout.CODE_SIZE) + file.getInt(at + RecordLayout.STREAM_SIZE));
    PatchedImage.fixChecksum(file);
    Path outside = Files.write(image.resolveSibling("outside.so"), bytes);
    print(outside, FLOOR_MOD, vm(0, 0));

    Class.forName("App$Shape");
    Path constants =
        ChangedRecord.write(
            image,
            "constants.so",
            Pattern.quote(FLOOR_MOD),
            old ->
                new InstallRecord(
                    old.subject(),
                    old.body(),
                    old.relocations(),
                    List.of(new ResolvedReferences(new ClassSymbol(ClassRole.APP, "App$Shape"))),
                    old.dependencies(),
                    old.initialized(),
                    old.weight()));
    print(constants, FLOOR_MOD, vm(0, 0));

    // There libjvm's file has its magic number, which is an address that is nowhere near.
    External far = new InLibjvm(ExternalKind.ROUTINE, "far away", 0);
    Path distant =
        ChangedRecord.write(
            image,
            "distant.so",
            Pattern.quote(FLOOR_MOD),
            old ->
                new InstallRecord(
                    old.subject(),
                    old.body(),
                    List.of(new StreamRelocation(0, far)),
                    old.objects(),
                    old.dependencies(),
                    old.initialized(),
                    old.weight()));
    print(distant, FLOOR_MOD, vm(0, 0));
  }

  private void ofClasses() throws Exception {
    print(image, LATE, vm(0, 0));
    // Neither links nor initialises it.
    Class.forName("App$Late", false, ClassLoader.getSystemClassLoader());
    print(image, LATE, vm(0, 0));

    int record = record(image, FLOOR_MOD);
    Path relying =
        patched(
            "relying.so",
            record,
            RecordLayout.FIRST_INITIALIZED,
            listed("App$Late"),
            RecordLayout.INITIALIZED,
            1);
    print(relying, FLOOR_MOD, vm(0, 0));

    int sum = 0;
    for (int i = 0; i < CALLS; i++) {
      sum += Math.floorMod(i, 7);
    }
    System.out.println(sum);
    print(image, FLOOR_MOD, vm(0, 0));

    Options options = Options.read(image.toString());
    ImageLoader idle = new ImageLoader(options, new Phases(), null, FakeVm.of(vm(0, 0)));
    System.out.println(FLOOR_MOD + ": " + outcome(idle, record));
    idle.close();
  }

  /** Writes an image with other numbers in a record: field, value, and so on. */
  private Path patched(String name, int record, int... numbers) throws IOException {
    byte[] bytes = Files.readAllBytes(image);
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int start = start(file, TableNumber.RECORDS) + record * RecordLayout.BYTES;
    for (int i = 0; i < numbers.length; i += 2) {
      file.putInt(start + numbers[i], numbers[i + 1]);
    }
    PatchedImage.fixChecksum(file);
    return Files.write(image.resolveSibling(name), bytes);
  }

  /** Where a class is in a list. */
  private int listed(String type) throws IOException {
    byte[] bytes = Files.readAllBytes(image);
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int list = start(file, TableNumber.LISTS);
    for (int i = 0; ; i++) {
      int entry = start(file, TableNumber.CLASSES) + file.getInt(list + 4 * i) * ClassEntry.BYTES;
      int text = start(file, TableNumber.STRINGS) + file.getInt(entry + ClassEntry.NAME_OFFSET);
      int length = file.getInt(entry + ClassEntry.NAME_LENGTH);
      if (new String(bytes, text, length, StandardCharsets.UTF_8).equals(type)) {
        return i;
      }
    }
  }

  private static int start(ByteBuffer file, int table) {
    int region = ImageLayout.REGION_FILE_OFFSET;
    return region + file.getInt(region + Header.DIRECTORY + table * Header.DIRECTORY_ENTRY);
  }

  private static int record(Path file, String method) {
    ImageLoader loader = load(file, vm(0, 0));
    int record = record(loader, method);
    loader.close();
    return record;
  }

  private static int record(ImageLoader loader, String method) {
    for (int record = 0; record < loader.outcomes().size(); record++) {
      if (loader.outcomes().name(record).equals(method)) {
        return record;
      }
    }
    throw new IllegalArgumentException(method);
  }

  private static void print(Path file, String method, ToLongBiFunction<Object[], long[]> vm) {
    ImageLoader loader = load(file, vm);
    System.out.println(method + ": " + outcome(loader, record(loader, method)));
    loader.close();
  }

  private static String outcome(ImageLoader loader, int record) {
    Outcomes outcomes = loader.outcomes();
    return outcomes.reason(record).text() + ": " + outcomes.detail(record);
  }

  private static ImageLoader load(Path file, ToLongBiFunction<Object[], long[]> vm) {
    Options options = Options.read(file.toString());
    ImageLoader loader = new ImageLoader(options, new Phases(), null, FakeVm.of(vm));
    loader.installAll(true);
    return loader;
  }

  /** Answers with these results. */
  private static ToLongBiFunction<Object[], long[]> vm(int stubResult, int methodResult) {
    return (objects, numbers) -> {
      numbers[4] = 4096;
      numbers[5] = 4096;
      objects[3] = "as the VM says";
      return numbers[KIND] == STUB ? stubResult : methodResult;
    };
  }
}
