package org.onrecord.page.saved;

import java.util.List;

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
