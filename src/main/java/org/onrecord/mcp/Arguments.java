package org.onrecord.mcp;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a tool is called with, checked against its parameters; null and blank count as not given.
 */
final class Arguments {
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final Map<String, LocalDate> days = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();

  private Arguments() {}

  /**
   * Reads them.
   *
   * @throws ToolRefusal with all that is wrong with them
   */
  static Arguments read(List<Parameter> parameters, ObjectNode given) throws ToolRefusal {
    Arguments read = new Arguments();
    List<String> names = parameters.stream().map(Parameter::name).toList();
    for (String name : given.propertyNames()) {
      if (!names.contains(name)) {
        read.wrong.add(
            Told.quoted(name) + " is no argument here; there are: " + String.join(", ", names));
      }
    }
    parameters.forEach(each -> read.read(each, given.path(each.name())));
    if (!read.wrong.isEmpty()) {
      throw new ToolRefusal(String.join(". ", read.wrong) + ".");
    }
    return read;
  }

  private void read(Parameter parameter, JsonNode value) {
    String name = parameter.name();
    boolean missing =
        value.isMissingNode() || value.isNull() || (value.isString() && value.asString().isBlank());
    if (missing) {
      if (parameter.isRequired()) {
        wrong.add(name + " is missing: " + parameter.description());
      }
      return;
    }
    switch (parameter) {
      case Parameter.Text text -> readText(text, value);
      case Parameter.Choice choice -> readChoice(choice, value);
      case Parameter.Day day -> readDay(day, value);
      case Parameter.Whole whole -> readWhole(whole, value);
    }
  }

  private void readText(Parameter.Text text, JsonNode value) {
    if (!value.isString()) {
      wrong.add(text.name() + " is to be a text");
    } else if (value.asString().length() > text.longest()) {
      wrong.add(
          text.name()
              + " has "
              + value.asString().length()
              + " characters; "
              + text.longest()
              + " are the most");
    } else {
      texts.put(text.name(), value.asString().strip());
    }
  }

  private void readChoice(Parameter.Choice choice, JsonNode value) {
    Optional<String> label =
        choice.labels().stream()
            .filter(each -> value.isString() && each.equalsIgnoreCase(value.asString().strip()))
            .findFirst();
    label.ifPresentOrElse(
        found -> texts.put(choice.name(), found),
        () -> wrong.add(choice.name() + " is one of " + String.join(", ", choice.labels())));
  }

  private void readDay(Parameter.Day day, JsonNode value) {
    String text = value.isString() ? value.asString().strip() : "";
    try {
      if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        throw new DateTimeException("no day");
      }
      days.put(day.name(), LocalDate.parse(text));
    } catch (DateTimeException _) {
      wrong.add(day.name() + " is to be a day, written as 2024-11-07");
    }
  }

  private void readWhole(Parameter.Whole whole, JsonNode value) {
    if (value.isIntegralNumber()
        && value.canConvertToInt()
        && value.asInt() >= whole.least()
        && value.asInt() <= whole.most()) {
      numbers.put(whole.name(), value.asInt());
    } else {
      wrong.add(whole.name() + " is a whole number from " + whole.least() + " to " + whole.most());
    }
  }

  Optional<String> text(Parameter parameter) {
    return Optional.ofNullable(texts.get(parameter.name()));
  }

  String text(Parameter.Choice choice) {
    return texts.getOrDefault(choice.name(), choice.otherwise());
  }

  @Nullable LocalDate day(Parameter.Day day) {
    return days.get(day.name());
  }

  int number(Parameter.Whole whole) {
    return numbers.getOrDefault(whole.name(), whole.otherwise());
  }

  Optional<Integer> numberIfGiven(Parameter.Whole whole) {
    return Optional.ofNullable(numbers.get(whole.name()));
  }
}
