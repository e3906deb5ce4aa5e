package org.onrecord.page.search;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Address;
import org.onrecord.query.QueryLimits;
import org.onrecord.query.QuerySyntax;
import org.onrecord.query.QuerySyntaxException;

/**
 * What is wrong with a search, and what would mend it.
 *
 * @param messages a sentence each
 * @param line the query on one line, to point into; empty where no place is known
 * @param caret blanks up to the place
 * @param repairs queries that can be read, the nearest first
 * @param other the same query in the other syntax; null where it cannot be read in that either
 */
public record QueryFault(
    List<String> messages,
    String line,
    String caret,
    List<QueryReading.Link> repairs,
    QueryReading.@Nullable Link other) {
  private static final Pattern BLANK = Pattern.compile("\\s");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’-]+");
  private static final int MOST_REPAIRS = 2;

  public QueryFault {
    messages = List.copyOf(messages);
    repairs = List.copyOf(repairs);
  }

  /**
   * The fault at a place of what was typed.
   *
   * @param position in code points; negative where the place is not known
   */
  static QueryFault of(List<String> messages, int position, Address address) {
    String q = address.text("q");
    return new QueryFault(
        messages,
        position < 0 ? "" : BLANK.matcher(q).replaceAll(" "),
        " ".repeat(Math.max(0, position)),
        position < 0 ? List.of() : repairs(q, position, address),
        position < 0 ? null : other(q, address));
  }

  private static QueryReading.@Nullable Link other(String q, Address address) {
    QuerySyntax other =
        switch (address.syntax()) {
          case ONRECORD -> QuerySyntax.LUCENE;
          case LUCENE -> QuerySyntax.ONRECORD;
        };
    return parses(q, other)
        ? new QueryReading.Link(
            "Read it in " + Wording.syntax(other), address.with("syntax", other.label()).page())
        : null;
  }

  private static List<QueryReading.Link> repairs(String q, int position, Address address) {
    int at = q.offsetByCodePoints(0, Math.min(position, q.codePointCount(0, q.length())));
    String before = q.substring(0, at);
    String after = at < q.length() ? q.substring(q.offsetByCodePoints(at, 1)) : "";
    return Stream.of(
            inOurWords(q),
            q + "\"",
            q + ")",
            q.replaceAll("(\\w:) +", "$1"),
            before + after,
            NO_WORD.matcher(q).replaceAll(" ").strip())
        .filter(
            repair -> !repair.equals(q) && !repair.isBlank() && parses(repair, address.syntax()))
        .distinct()
        .limit(MOST_REPAIRS)
        .map(repair -> new QueryReading.Link(repair, address.with("q", repair).page()))
        .toList();
  }

  /** With the connectors of other systems, and one without its number, as ours are written. */
  private static String inOurWords(String q) {
    return q.replaceAll("(?i)(?<!\\S)(?:w|n|pre|p|onear|adj)?/(\\d{1,3})(?!\\S)", "NEAR/$1")
        .replaceAll("(?<!\\S)\\+(\\d{1,3})(?!\\S)", "NEAR/$1")
        .replaceAll(
            "(?i)(?<!\\S)(?:(?:w|n|pre|p|onear|adj)?/|\\+)(?:s|p|sent|para)(?!\\S)", "NEAR/S")
        .replaceAll("(?i)(?<!\\S)(?:near|adj)(\\d{1,3})(?!\\S)", "NEAR/$1")
        .replaceAll(
            "(?<!\\S)NEAR(?:/(?!S(?:ENTENCE)?(?!\\S)|\\d{1,3}(?!\\S))\\S*)?(?!\\S)", "NEAR/5")
        .replaceAll("(\\p{Ll}{2,})[!%](?!\\S)", "$1*")
        .replaceAll("(?<!\\S)&&(?!\\S)", "AND")
        .replaceAll("(?<!\\S)\\|\\|?(?!\\S)", "OR");
  }

  private static boolean parses(String q, QuerySyntax syntax) {
    try {
      syntax.parse(q, QueryLimits.DEFAULT);
      return true;
    } catch (QuerySyntaxException _) {
      return false;
    }
  }

  public boolean repairable() {
    return !repairs.isEmpty();
  }

  public boolean several() {
    return messages.size() > 1;
  }

  public String only() {
    return messages.getFirst();
  }
}
