package org.onrecord.page.saved;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A saved search as its form is filled in.
 *
 * @param search as it stands in an address, without a question mark
 * @param every the label of when messages are sent
 * @param mail addresses, parted by commas
 * @param mails whether anything can be mailed
 */
public record SavedForm(
    String name,
    String search,
    String every,
    boolean corrections,
    String webhook,
    String mail,
    boolean mails) {

  /** What narrows a search to those who speak or are spoken of, as its address has it. */
  private static final List<String> WHO = List.of("speaker", "party", "mention", "outlet");

  /**
   * What a search may be called: whom it asks for, then its words.
   *
   * @param parameters those of its address
   */
  public static String nameOf(Map<String, List<String>> parameters) {
    Stream<String> who =
        WHO.stream().flatMap(name -> parameters.getOrDefault(name, List.of()).stream());
    Stream<String> words = parameters.getOrDefault("q", List.of()).stream();
    return Stream.concat(who, words)
        .filter(part -> !part.isBlank())
        .distinct()
        .collect(Collectors.joining(": "));
  }

  /** One of several. */
  public record Choice(String value, String title, boolean chosen) {}

  /** When messages may be sent. */
  public List<Choice> times() {
    return List.of(
        choice("now", "at once, one message a minute at the most"),
        choice("hourly", "at the end of each hour"),
        choice("daily", "each morning at six"));
  }

  private Choice choice(String value, String title) {
    return new Choice(value, title, value.equals(every));
  }

  /** What it finds, as a page. */
  public String results() {
    return search.isEmpty() ? "/" : "/?" + search;
  }
}
