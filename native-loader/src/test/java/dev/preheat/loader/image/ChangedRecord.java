// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.image;

import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.InstallRecord;
import dev.preheat.format.image.model.ImageModel.MachineCode;
import dev.preheat.format.image.model.ImageModel.Variant;
import dev.preheat.format.image.read.ImageReader;
import dev.preheat.format.image.write.ImageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** An image in which the record of a method is another one than the compiler has made. */
public final class ChangedRecord {

  private ChangedRecord() {}

  /**
   * Writes a whole image, beside the one that it is made from.
   *
   * @param method pattern of the name of a method, as in reports
   */
  public static Path write(
      Path image, String name, String method, UnaryOperator<InstallRecord> change)
      throws IOException {
    ImageModel model = ImageReader.read(image);
    List<Variant> variants = new ArrayList<>();
    for (Variant variant : model.variants()) {
      List<InstallRecord> records = new ArrayList<>(variant.records());
      records.replaceAll(
          record -> record.subject().name().matches(method) ? change.apply(record) : record);
      variants.add(new Variant(variant.name(), variant.facts(), records));
    }
    Path file = image.resolveSibling(name);
    ImageFile.write(
        new ImageModel(
            model.properties(),
            model.layout(),
            model.containers(),
            model.classes(),
            model.methods(),
            variants),
        file);
    return file;
  }

  /**
   * With more code than there is, which is never reached, or with another size of the data. The VM
   * takes these sizes from the install stream (HotSpotCompiledCodeStream of JVMCI writes them one
   * after the other).
   */
  public static InstallRecord resized(InstallRecord record, int codeBytes, int dataBytes) {
    MachineCode body = record.body();
    byte[] stream = body.stream().clone();
    ByteBuffer sizes = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    while (sizes.getInt(at) != body.code().length
        || sizes.getInt(at + 4) != body.frameSize()
        || sizes.getInt(at + 8) != body.data().length) {
      at++;
    }
    sizes.putInt(at, codeBytes).putInt(at + 8, dataBytes);
    return new InstallRecord(
        record.subject(),
        new MachineCode(
            stream,
            Arrays.copyOf(body.code(), codeBytes),
            Arrays.copyOf(body.data(), dataBytes),
            body.dataAlignment(),
            body.frameSize()),
        record.relocations(),
        record.objects(),
        record.dependencies(),
        record.initialized(),
        record.weight());
  }
}
