package org.onrecord.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.onrecord.schema.ArchiveField;

/** The name of a field and its colon: {@code speaker:}. */
final class FieldName {
  private static final Pattern NAME = Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]*):(?!//)");

  /** What stands before the name of a member for which there is no field. */
  private static final String EXTRA = "extra.";

  private FieldName() {}

  /** The member's name, in small letters, that a field's name is of: of {@code extra.desk}. */
  static Optional<String> member(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return folded.startsWith(EXTRA) && folded.length() > EXTRA.length()
        ? Optional.of(folded.substring(EXTRA.length()))
        : Optional.empty();
  }

  /**
   * The member whose value follows at {@code start}; empty where none is named.
   *
   * @throws QuerySyntaxException if no value follows
   */
  static Optional<String> memberAt(String typed, int start) throws QuerySyntaxException {
    Matcher matcher = NAME.matcher(typed).region(start, typed.length());
    Optional<String> member = matcher.lookingAt() ? member(matcher.group(1)) : Optional.empty();
    if (member.isPresent()
        && (matcher.end() == typed.length() || blankOrClose(typed, matcher.end()))) {
      throw memberAlone(member.get(), start);
    }
    return member;
  }

  /** What to say where a member stands with anything but one value. */
  static QuerySyntaxException memberAlone(String name, int position) {
    return new QuerySyntaxException(
        EXTRA
            + name
            + ": takes one whole value, such as "
            + EXTRA
            + name
            + ":\"foreign desk\"; several are joined by OR, each with its "
            + EXTRA
            + name
            + ":.",
        position);
  }

  /**
   * The field whose value follows at {@code start}; empty where none is named. A colon within a
   * time (10:30) or a web address, or at a word's end, names none.
   *
   * @throws QuerySyntaxException if what stands before the colon is no field
   */
  static Optional<ArchiveField> at(String typed, int start) throws QuerySyntaxException {
    Matcher matcher = NAME.matcher(typed).region(start, typed.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String name = matcher.group(1);
    boolean valueFollows = matcher.end() < typed.length() && !blankOrClose(typed, matcher.end());
    Optional<ArchiveField> field = ArchiveField.of(name);
    if (field.isPresent() && !valueFollows) {
      throw new QuerySyntaxException(
          "There is nothing right after "
              + name
              + ": – write its value without a blank, such as "
              + example(field.get())
              + ".",
          start);
    }
    if (field.isEmpty() && valueFollows) {
      throw unknown(name, start);
    }
    return field;
  }

  /** Whether a text begins with a name and a colon, of whatever field, and goes on. */
  static boolean isNamedBy(String text) {
    Matcher matcher = NAME.matcher(text);
    return matcher.lookingAt() && matcher.end() < text.length();
  }

  private static boolean blankOrClose(String typed, int i) {
    return Signs.separates(typed, i) || typed.charAt(i) == ')';
  }

  /** What to say of a name that is no field's. */
  static QuerySyntaxException unknown(String name, int position) {
    Optional<String> member = member(name);
    if (member.isPresent()) {
      return memberAlone(member.get(), position);
    }
    return new QuerySyntaxException(advice(name.toLowerCase(Locale.ROOT), name), position);
  }

  private static String advice(String folded, String name) {
    return switch (folded) {
      case "from", "since", "after", "to", "until", "before" ->
          name
              + " is no field. Write days as date:2024-11-01..2024-11-30, date:2024-11 or"
              + " date:2024-11-01.. without an end.";
      case "type" ->
          "type is no field of the query: choose it beside the query, by the parameter type or the"
              + " option --type.";
      default ->
          name
              + " is no field. There are: "
              + Arrays.stream(ArchiveField.values())
                  .map(ArchiveField::label)
                  .collect(Collectors.joining(", "))
              + ", and extra.NAME for what feeds say beside. To look for these words as they stand,"
              + " put them between quotation marks.";
    };
  }

  /** A value that the field takes, to show. */
  static String example(ArchiveField field) {
    return field.label()
        + switch (field) {
          case TEXT -> ":ferry";
          case TITLE -> ":\"fair trial\"";
          case SPEAKER, MENTION -> ":\"Imran Khan\"";
          case PARTY, MENTIONED_PARTY, FORMER_PARTY -> ":PTI";
          case OUTLET -> ":\"The Gazette\"";
          case SECTION -> ":world";
          case AUTHOR -> ":\"Ruth Alder\"";
          case TAG -> ":elections";
          case LANGUAGE -> ":en-GB";
          case KIND -> ":direct";
          case POLARITY -> ":denied";
          case SPEAKS_FOR -> ":\"Foreign Ministry\"";
          case MARKED -> ":true";
          case ROLE -> ":\"Prime Minister of Pakistan\"";
          case GENDER -> ":female";
          case DATE -> ":2024-11";
        };
  }
}
