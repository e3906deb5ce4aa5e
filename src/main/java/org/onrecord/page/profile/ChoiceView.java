package org.onrecord.page.profile;

import java.util.List;
import org.onrecord.page.PageHead;
import org.onrecord.page.PageView;

/**
 * Several whom a name may mean, or none.
 *
 * @param heading what is the matter, a sentence without its full stop
 * @param detail what can be done about it
 */
public record ChoiceView(String heading, String detail, List<Choice> choices) implements PageView {
  public ChoiceView {
    choices = List.copyOf(choices);
  }

  /** One of them. */
  public record Choice(String name, String href) {}

  @Override
  public String template() {
    return "choice";
  }

  @Override
  public PageHead head() {
    return PageHead.of(heading);
  }
}
