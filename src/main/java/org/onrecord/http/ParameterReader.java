package org.onrecord.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.onrecord.api.ProblemBody.ParameterError;
import org.onrecord.article.CodePoints;

/**
 * Reads a request's parameters and gathers what is wrong with them; a value that is refused reads
 * as if it had not been given. An empty value, as a form sends it, counts as none.
 */
public final class ParameterReader {
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern SHARE = Pattern.compile("[01]|[01]?\\.[0-9]{1,9}");
  private static final Pattern FOLLOWING =
      Pattern.compile(
          "utm_[a-z_]+|mc_[ce]id|_g[al]|[gwd]clid|[gw]braid|gclsrc|gad_source|gad_campaignid"
              + "|srsltid|fbclid|igshid|igsh|mibextid|msclkid|ttclid|twclid|yclid|ymclid|li_fat_id"
              + "|mkt_tok|_hsenc|_hsmi|oly_(anon|enc)_id|vero_id|s_kwcid|cmpid|ocid|_");
  private static final int LONGEST_SHOWN = 60;

  private final Map<String, List<String>> given;
  private final List<ParameterError> errors;

  public ParameterReader(Map<String, List<String>> given) {
    this(given, new ArrayList<>());
  }

  private ParameterReader(Map<String, List<String>> given, List<ParameterError> errors) {
    this.given = given;
    this.errors = errors;
  }

  /** A reader of others, which adds to the same errors. */
  ParameterReader of(Map<String, List<String>> others) {
    return new ParameterReader(others, errors);
  }

  /** What is read. */
  Map<String, List<String>> given() {
    return given;
  }

  /** What was refused so far, in order. */
  public List<ParameterError> errors() {
    return List.copyOf(errors);
  }

  public void refuse(String parameter, String detail) {
    errors.add(new ParameterError(parameter, null, detail));
  }

  /**
   * Refuses what is misspelt. What other services hang onto every link that they show, to follow
   * who clicks it, is passed over, as is what scripts add to get round caches ({@code _}).
   */
  public void refuseUnknown(List<String> known) {
    for (String name : new TreeSet<>(given.keySet())) {
      if (!known.contains(name) && !FOLLOWING.matcher(name).matches()) {
        refuse(
            CodePoints.shortened(name, LONGEST_SHOWN),
            quote(name) + " is no parameter here. There are: " + String.join(", ", known) + ".");
      }
    }
  }

  /** The one value of a parameter. */
  public Optional<String> text(String name) {
    List<String> values = all(name);
    if (values.size() > 1) {
      refuse(name, name + " is given " + values.size() + " times: give it once.");
      return Optional.empty();
    }
    return values.stream().findFirst();
  }

  /** Every value of a parameter that may be repeated. */
  public List<String> all(String name) {
    return given.getOrDefault(name, List.of()).stream().filter(v -> !v.isBlank()).toList();
  }

  /** Every value of a parameter that may be repeated and may hold several, parted by commas. */
  List<String> list(String name) {
    return all(name).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(value -> value.strip().toLowerCase(Locale.ROOT))
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }

  /** A value out of a closed set, in any case. */
  public <E> E choice(String name, E[] values, Function<E, String> label, E otherwise) {
    List<String> labels = Arrays.stream(values).map(label).toList();
    String chosen = choice(name, labels, label.apply(otherwise));
    return values[labels.indexOf(chosen)];
  }

  /** A label out of a closed set, in any case. */
  public String choice(String name, List<String> labels, String otherwise) {
    return text(name).flatMap(value -> oneOf(name, labels, value)).orElse(otherwise);
  }

  /** Labels out of a closed set, in any case. */
  List<String> choices(String name, List<String> labels) {
    return all(name).stream().flatMap(value -> oneOf(name, labels, value).stream()).toList();
  }

  private Optional<String> oneOf(String name, List<String> labels, String value) {
    Optional<String> found = labels.stream().filter(l -> l.equalsIgnoreCase(value)).findFirst();
    if (found.isEmpty()) {
      refuse(name, name + " is " + String.join(", ", labels) + ", not " + quote(value) + ".");
    }
    return found;
  }

  /** A day as {@code 2024-11-07}. */
  public Optional<LocalDate> day(String name) {
    return text(name)
        .flatMap(
            value -> {
              Optional<LocalDate> day = parse(value.strip());
              if (day.isEmpty()) {
                refuse(
                    name,
                    name + " is " + quote(value) + ", which is no day: write it as 2024-11-07.");
              }
              return day;
            });
  }

  private static Optional<LocalDate> parse(String value) {
    if (!DAY.matcher(value).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(value));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** A whole number within bounds, both inclusive. */
  public int number(String name, int least, int most, int otherwise) {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    String digits = value.get().strip();
    if (digits.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(digits);
      if (least <= number && number <= most) {
        return number;
      }
    }
    refuse(
        name,
        name + " is a whole number from " + least + " to " + most + ", not " + quote(digits) + ".");
    return otherwise;
  }

  /** A share from 0 to 1, such as 0.75; 0 where it is not given. */
  double share(String name) {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return 0;
    }
    String digits = value.get().strip();
    if (SHARE.matcher(digits).matches()) {
      double share = Double.parseDouble(digits);
      if (share <= 1) {
        return share;
      }
    }
    refuse(name, name + " is a number from 0 to 1, such as 0.9, not " + quote(digits) + ".");
    return 0;
  }

  /** The value as a message shows it: between quotation marks, and not longer than a line. */
  public static String quote(String value) {
    return '"' + CodePoints.shortened(value, LONGEST_SHOWN) + '"';
  }
}
