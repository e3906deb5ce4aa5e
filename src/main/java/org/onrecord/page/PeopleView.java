package org.onrecord.page;

import java.util.List;

/**
 * The names of the archive: what was decided about them, and what may be decided.
 *
 * @param suggestions who may be one under two names; none for those who may not decide
 */
public record PeopleView(Naming naming, List<Suggested> suggestions) implements PageView {
  public PeopleView {
    suggestions = List.copyOf(suggestions);
  }

  /**
   * Two that may be one.
   *
   * @param who the id of the one
   * @param into the id of the other
   * @param evidence what speaks for it
   */
  public record Suggested(
      String who,
      String name,
      String href,
      String into,
      String intoName,
      String intoHref,
      String evidence) {}

  @Override
  public String template() {
    return "people";
  }

  @Override
  public PageHead head() {
    return PageHead.of("Names");
  }

  public boolean hasSuggestions() {
    return !suggestions.isEmpty();
  }

  public boolean nothingDecided() {
    return !naming.hasLog();
  }
}
