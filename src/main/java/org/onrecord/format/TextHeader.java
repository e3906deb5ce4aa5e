package org.onrecord.format;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines above an article's text that tell of it.
 *
 * <pre>
 * header ::= name ':' value          name in any case
 *          | 'date' value            where the value holds a digit
 *          | date                    nothing else on the line, and not in digits alone
 * name   ::= 'date' | 'title' | 'headline' | 'outlet' | 'source' | 'section' | 'author' | 'byline' | 'url' | 'link' | 'id'
 *          | 'pubStatus' | 'embargoed' | 'version'
 * </pre>
 */
final class TextHeader {
  /** What a header line can tell. */
  enum Name {
    ID,
    DATE,
    TITLE,
    OUTLET,
    SECTION,
    AUTHOR,
    URL,
    PUBSTATUS,
    EMBARGOED,
    VERSION
  }

  private static final Map<String, Name> NAMES =
      Map.ofEntries(
          Map.entry("id", Name.ID),
          Map.entry("date", Name.DATE),
          Map.entry("title", Name.TITLE),
          Map.entry("headline", Name.TITLE),
          Map.entry("outlet", Name.OUTLET),
          Map.entry("source", Name.OUTLET),
          Map.entry("section", Name.SECTION),
          Map.entry("author", Name.AUTHOR),
          Map.entry("byline", Name.AUTHOR),
          Map.entry("url", Name.URL),
          Map.entry("link", Name.URL),
          Map.entry("pubstatus", Name.PUBSTATUS),
          Map.entry("embargoed", Name.EMBARGOED),
          Map.entry("version", Name.VERSION));
  private static final Map<Name, String> PUBLICATION =
      new EnumMap<>(
          Map.of(
              Name.PUBSTATUS, "pubStatus", Name.EMBARGOED, "embargoed", Name.VERSION, "version"));
  private static final Pattern NAMED =
      Pattern.compile("(\\p{Alpha}{2,9})\\s*:\\s*(.*)", Pattern.DOTALL);
  private static final Pattern BARE_DATE =
      Pattern.compile("date\\s+(.{0,60}\\d.{0,60})", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /**
   * One line.
   *
   * @param value without blanks around it, perhaps empty
   */
  record Line(Name name, String value) {

    /** What {@code line} tells; empty where it is the article's own text. */
    static Optional<Line> of(String line) {
      String text = Blank.strip(line);
      Matcher named = NAMED.matcher(text);
      if (named.matches()) {
        return Optional.ofNullable(NAMES.get(named.group(1).toLowerCase(Locale.ROOT)))
            .map(name -> new Line(name, named.group(2)));
      }
      Matcher bare = BARE_DATE.matcher(text);
      if (bare.matches()) {
        return Optional.of(new Line(Name.DATE, bare.group(1)));
      }
      return text.length() <= 60
              && !text.matches("\\d+")
              && PublicationDate.parse(text) instanceof PublicationDate.Day
          ? Optional.of(new Line(Name.DATE, text))
          : Optional.empty();
    }
  }

  private final DateOrder dates;
  private final Map<Name, String> values = new EnumMap<>(Name.class);

  TextHeader(DateOrder dates) {
    this.dates = dates;
  }

  /** Takes a line in; gives what is wrong with it, if anything. */
  Optional<String> add(Line line) {
    String label = line.name.name().toLowerCase(Locale.ROOT);
    if (values.containsKey(line.name)) {
      return Optional.of("a second line \"" + label + "\"; keep one of them");
    }
    if (line.name == Name.DATE
        && PublicationDate.parse(line.value, dates)
            instanceof PublicationDate.Malformed(String reason)) {
      return Optional.of(reason);
    }
    if (!line.value.isEmpty()) {
      values.put(line.name, line.value);
    }
    return Optional.empty();
  }

  @Nullable String value(Name name) {
    return values.get(name);
  }

  /** What is said of the article's publication, under the names of JSON Lines. */
  Map<String, Object> publication() {
    Map<String, Object> members = new LinkedHashMap<>();
    PUBLICATION.forEach(
        (name, member) -> {
          String value = values.get(name);
          if (value != null) {
            members.put(member, value);
          }
        });
    return members;
  }

  boolean tells(Name name) {
    return values.containsKey(name);
  }
}
