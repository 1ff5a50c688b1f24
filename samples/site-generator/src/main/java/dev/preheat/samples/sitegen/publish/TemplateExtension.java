// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.publish;

import dev.preheat.samples.sitegen.text.Sizes;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/** The filters that templates of the generator know beside those of the engine. */
final class TemplateExtension extends AbstractExtension {

  private static final DateTimeFormatter LONG_DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private final String basePath;

  /**
   * @param basePath what every address inside the site starts with
   */
  TemplateExtension(String basePath) {
    this.basePath = basePath;
  }

  @Override
  public Map<String, Filter> getFilters() {
    return Map.of(
        "longdate",
        new SimpleFilter(List.of(), (date, arguments) -> LONG_DATE.format((LocalDate) date)),
        "counted",
        new SimpleFilter(
            List.of("noun"),
            (number, arguments) ->
                Sizes.count(((Number) number).longValue(), (String) arguments.get("noun"))),
        "minutes",
        new SimpleFilter(
            List.of(), (number, arguments) -> Sizes.minutes(((Number) number).longValue())),
        "url",
        new SimpleFilter(List.of(), (path, arguments) -> basePath + path));
  }

  /**
   * A filter that needs its input and arguments only.
   *
   * @param argumentNames names of the arguments
   * @param function what the filter does
   */
  private record SimpleFilter(
      List<String> argumentNames, BiFunction<Object, Map<String, Object>, Object> function)
      implements Filter {

    @Override
    public List<String> getArgumentNames() {
      return argumentNames;
    }

    @Override
    public Object apply(
        Object input,
        Map<String, Object> arguments,
        PebbleTemplate self,
        EvaluationContext context,
        int lineNumber) {
      return function.apply(input, arguments);
    }
  }
}
