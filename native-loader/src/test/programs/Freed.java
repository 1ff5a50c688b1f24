// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.ObjectName;

/** What FreedIT runs: it waits until the memory of its image has been freed. */
public final class Freed {

  /** What Unsafe has allocated: the image, and direct buffers. */
  private static final Pattern OTHER =
      Pattern.compile("Other \\(reserved=\\d+KB, committed=(\\d+)KB\\)");

  /** A buffer of its own shows that the right memory is looked at. */
  private static final int OWN_KILOBYTES = 1 << 10;

  /** Of an image of more than 12 MB. */
  private static final int MOST_KILOBYTES = 1 << 10;

  public static void main(String[] arguments) throws Exception {
    System.out.println(Work.all(1));
    ByteBuffer own = ByteBuffer.allocateDirect(OWN_KILOBYTES << 10);
    System.out.println(outcome());
    // Until here it is in use.
    own.clear();
  }

  /** Has its classes before the loader looks for them. */
  static class Early {
    public static void main(String[] arguments) throws Exception {
      Class.forName("Work");
      Class.forName("dev.preheat.loader.Main")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {"Freed"});
    }
  }

  /** What the loader waits for. */
  static class Never {
    static int loaded() {
      return 1;
    }
  }

  /** A loader that has ended has freed all, which tells nothing. */
  private static String outcome() throws Exception {
    long kilobytes;
    do {
      kilobytes = kilobytes();
      if (kilobytes < OWN_KILOBYTES) {
        return "own buffer not counted: " + kilobytes + " KB";
      }
      if (Thread.getAllStackTraces().keySet().stream()
          .noneMatch(thread -> thread.getName().equals("preheat"))) {
        return "the loader has ended";
      }
    } while (kilobytes > OWN_KILOBYTES + MOST_KILOBYTES);
    return "freed";
  }

  /** As {@code jcmd VM.native_memory summary}. */
  private static long kilobytes() throws Exception {
    String summary =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "vmNativeMemory",
                    new Object[] {new String[] {"summary"}},
                    new String[] {String[].class.getName()});
    Matcher matcher = OTHER.matcher(summary);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }
}
