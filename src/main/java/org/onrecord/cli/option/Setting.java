package org.onrecord.cli.option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/**
 * All that is known of one setting of the service. Its option, its variable in the environment, its
 * line in the file of settings, its row in src/docs/settings.md, its line in {@code --help} and the
 * error for a value that cannot be follow from this; {@link Settings} declares each.
 *
 * @param <T> what its values are; two settings are the same only if they are one object
 */
public final class Setting<T> {
  /** How much of 80 columns is left beside the longest option. */
  private static final int HELP_WIDTH = 50;

  private final String name;
  private final String parameter;
  private final @Nullable String unset;
  private final String unsetSaid;
  private final String says;
  private final String expected;
  private final Function<String, Optional<T>> reader;
  private String separator = "";
  private boolean flag;

  private Setting(
      String name,
      String parameter,
      @Nullable String unset,
      String unsetSaid,
      String says,
      String expected,
      Function<String, Optional<T>> reader) {
    this.name = name;
    this.parameter = parameter;
    this.unset = unset;
    this.unsetSaid = unsetSaid;
    this.says = says;
    this.expected = expected;
    this.reader = reader;
  }

  /**
   * A whole number.
   *
   * @param says what it says, begun with a small letter, in Markdown; {@code %s} stands for the
   *     range
   */
  static Setting<Integer> number(
      String name, String parameter, int unset, int least, int most, String says) {
    return new Setting<>(
        name,
        parameter,
        Integer.toString(unset),
        "",
        says.replace("%s", readable(least) + " to " + readable(most)),
        least + " to " + most,
        typed ->
            typed.matches("-?[0-9]{1,9}")
                ? Optional.of(Integer.valueOf(typed)).filter(n -> n >= least && n <= most)
                : Optional.empty());
  }

  private static String readable(int number) {
    return String.format(Locale.ROOT, number < 10_000 ? "%d" : "%,d", number);
  }

  /** One constant of an enum, typed in any case. */
  static <E extends Enum<E>> Setting<E> choice(String name, E unset, String says) {
    List<E> all = List.of(unset.getDeclaringClass().getEnumConstants());
    String parameter = all.stream().map(Setting::typed).collect(Collectors.joining("|"));
    return new Setting<>(
        name,
        parameter,
        typed(unset),
        "",
        says,
        parameter.replace("|", " or "),
        typed -> all.stream().filter(e -> e.name().equalsIgnoreCase(typed)).findFirst());
  }

  private static String typed(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Whether something is so; the option alone says that it is. */
  static Setting<Boolean> flag(String name, String says) {
    Setting<Boolean> setting =
        new Setting<>(
            name,
            "true|false",
            "false",
            "",
            says,
            "true or false",
            typed ->
                typed.matches("(?i)true|false")
                    ? Optional.of(Boolean.valueOf(typed))
                    : Optional.empty());
    setting.flag = true;
    return setting;
  }

  /** A text with a default. */
  static Setting<String> text(String name, String parameter, String unset, String says) {
    return new Setting<>(name, parameter, unset, "", says, "", Optional::of);
  }

  /**
   * A text that is not there by default.
   *
   * @param unsetSaid what holds without it, in Markdown
   * @param regex what it must be
   * @param expected the same in words
   */
  static Setting<String> optionalText(
      String name, String parameter, String unsetSaid, String regex, String expected, String says) {
    return new Setting<>(
        name,
        parameter,
        null,
        unsetSaid,
        says,
        expected,
        typed -> Optional.of(typed.replaceFirst("/$", "")).filter(t -> t.matches(regex)));
  }

  /** A file or folder that is not named by default. */
  static Setting<Path> path(String name, String parameter, String unsetSaid, String says) {
    return new Setting<>(
        name, parameter, null, unsetSaid, says, "a path of this machine", Setting::path);
  }

  private static Optional<Path> path(String typed) {
    try {
      return Optional.of(Path.of(typed));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * Several texts, none by default; the option may repeat.
   *
   * @param reader what they mean; it may throw an IllegalArgumentException that says more
   */
  static <T> Setting<T> list(
      String name,
      String parameter,
      String separator,
      String says,
      String expected,
      Function<List<String>, Optional<T>> reader) {
    Setting<T> setting =
        new Setting<>(
            name,
            parameter,
            null,
            "none",
            says,
            expected,
            typed ->
                reader.apply(
                    Arrays.stream(typed.split(separator))
                        .map(String::strip)
                        .filter(t -> !t.isEmpty())
                        .toList()));
    setting.separator = separator;
    return setting;
  }

  /** Its name in the file: {@code rate-limit}. */
  public String name() {
    return name;
  }

  /** Its option: {@code --rate-limit}. */
  public String optionName() {
    return "--" + name;
  }

  /** Its variable in the environment: {@code ONRECORD_RATE_LIMIT}. */
  public String variable() {
    return "ONRECORD_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** What stands for it if nobody says anything. */
  public Optional<String> unset() {
    return Optional.ofNullable(unset);
  }

  /** What stands between several values; empty if there is one. */
  String separator() {
    return separator;
  }

  /** Its row in the table of all settings, in Markdown. */
  public String row() {
    return "| `%s` | `%s` | `%s` | %s | %s |"
        .formatted(name, variable(), optionName(), unset == null ? unsetSaid : code(unset), says);
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  /** Its option on a command line; its value there is a text, or several. */
  OptionSpec option() {
    OptionSpec.Builder option =
        OptionSpec.builder(optionName())
            .userObject(this)
            .paramLabel(parameter)
            .arity(flag ? "0..1" : "1")
            .type(separator.isEmpty() ? String.class : List.class)
            .auxiliaryTypes(String.class)
            .description(lines(help()));
    if (flag) {
      option.fallbackValue("true");
    }
    if (unset != null) {
      option.defaultValue(unset);
    }
    return option.build();
  }

  private static String[] lines(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > HELP_WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines.toArray(new String[0]);
  }

  private String help() {
    String plain = says.replace("`", "");
    return Character.toUpperCase(plain.charAt(0))
        + plain.substring(1)
        + (separator.isEmpty() ? "." : "; may repeat.")
        + " Default: "
        + (unset == null ? unsetSaid.replace("`", "") : unset)
        + ".";
  }

  /**
   * What a text means.
   *
   * @throws IllegalArgumentException if it means nothing; the message says what would
   */
  public T read(String typed) {
    return reader
        .apply(typed.strip())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    optionName() + " is " + expected + ", not " + typed.strip()));
  }
}
