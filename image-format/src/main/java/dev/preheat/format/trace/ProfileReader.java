// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the fields of a profile. */
final class ProfileReader {
  private final TreeMap<Integer, Branch> branches = new TreeMap<>();
  private final TreeMap<Integer, TypeCounts> types = new TreeMap<>();
  private final TreeSet<Integer> nullSeen = new TreeSet<>();
  private final TreeSet<Integer> exceptionSeen = new TreeSet<>();

  private ProfileReader() {}

  static MethodProfile read(Fields fields) {
    int codeLength = fields.number();
    ProfileReader reader = new ProfileReader();
    while (fields.hasNext()) {
      reader.readEntry(fields.next());
    }
    return new MethodProfile(
        codeLength, reader.branches, reader.types, reader.nullSeen, reader.exceptionSeen);
  }

  private void readEntry(String entry) {
    int colon = entry.indexOf(':');
    int end = colon < 0 ? entry.length() : colon;
    if (end == 0) {
      throw malformed(entry);
    }
    int index = Fields.parseNumber(entry.substring(1, end));
    char kind = entry.charAt(0);
    boolean isNew;
    if (kind == TraceFormat.BRANCH && colon > 0) {
      isNew = branches.put(index, readBranch(entry, colon + 1)) == null;
    } else if (kind == TraceFormat.TYPES && colon > 0) {
      isNew = types.put(index, readTypes(entry, colon + 1)) == null;
    } else if (kind == TraceFormat.NULL_SEEN && colon < 0) {
      isNew = nullSeen.add(index);
    } else if (kind == TraceFormat.EXCEPTION_SEEN && colon < 0) {
      isNew = exceptionSeen.add(index);
    } else {
      throw malformed(entry);
    }
    if (!isNew) {
      throw new IllegalArgumentException("two entries '" + entry.substring(0, end) + "'");
    }
  }

  private static Branch readBranch(String entry, int start) {
    int slash = entry.indexOf('/', start);
    if (slash < 0) {
      throw malformed(entry);
    }
    return new Branch(
        Fields.parseCount(entry.substring(start, slash)),
        Fields.parseCount(entry.substring(slash + 1)));
  }

  private static TypeCounts readTypes(String entry, int start) {
    Map<ClassId, Long> counts = new TreeMap<>();
    int position = start;
    while (true) {
      int equals = entry.indexOf('=', position);
      if (equals < 0) {
        throw malformed(entry);
      }
      String type = entry.substring(position, equals);
      if (type.length() == 1 && type.charAt(0) == TraceFormat.OTHER_TYPES) {
        long other = Fields.parseCount(entry.substring(equals + 1));
        return new TypeCounts(new TreeMap<>(counts), other);
      }
      int comma = entry.indexOf(',', equals);
      if (comma < 0) {
        throw malformed(entry);
      }
      long count = Fields.parseCount(entry.substring(equals + 1, comma));
      if (counts.put(readType(type), count) != null) {
        throw new IllegalArgumentException("two counts of '" + type + "'");
      }
      position = comma + 1;
    }
  }

  private static ClassId readType(String type) {
    int colon = type.indexOf(':');
    if (colon < 0) {
      throw malformed(type);
    }
    return new ClassId(
        LoaderRole.of(type.substring(0, colon)), Names.unescape(type.substring(colon + 1)));
  }

  private static IllegalArgumentException malformed(String entry) {
    return new IllegalArgumentException("'" + entry + "' is no entry of a profile");
  }
}
