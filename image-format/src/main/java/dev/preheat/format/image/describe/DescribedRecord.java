// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.describe;

import dev.preheat.format.contract.ClassPattern;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.InstallRecord;
import dev.preheat.format.image.model.ImageModel.Variant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A record, and where it is in the image.
 *
 * @param position in its variant, from 0: the order of installation
 */
record DescribedRecord(Variant variant, int position, InstallRecord record) {

  /** Largest code first, then by name, then in the order of the image. */
  private static final Comparator<DescribedRecord> BY_CODE_SIZE =
      Comparator.comparingInt((DescribedRecord each) -> each.record.body().code().length)
          .reversed()
          .thenComparing(DescribedRecord::name);

  String name() {
    return record.subject().name();
  }

  /** Every record in the order of the image. */
  static List<DescribedRecord> all(ImageModel model) {
    List<DescribedRecord> all = new ArrayList<>();
    for (Variant variant : model.variants()) {
      for (int i = 0; i < variant.records().size(); i++) {
        all.add(new DescribedRecord(variant, i, variant.records().get(i)));
      }
    }
    return all;
  }

  static List<DescribedRecord> byCodeSize(ImageModel model) {
    return all(model).stream().sorted(BY_CODE_SIZE).toList();
  }

  /** See {@link ImageDescription#method}. */
  static List<DescribedRecord> matching(ImageModel model, String pattern) {
    List<DescribedRecord> all = all(model);
    if (pattern.indexOf('*') >= 0) {
      ClassPattern names = new ClassPattern(pattern);
      return all.stream().filter(each -> names.matches(each.name())).toList();
    }
    List<DescribedRecord> exact = all.stream().filter(each -> each.name().equals(pattern)).toList();
    return exact.isEmpty()
        ? all.stream().filter(each -> each.name().contains(pattern)).toList()
        : exact;
  }
}
