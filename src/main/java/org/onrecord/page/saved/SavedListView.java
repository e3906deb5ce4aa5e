package org.onrecord.page.saved;

import java.util.List;
import java.util.Locale;
import org.onrecord.alert.Alerts;
import org.onrecord.alert.SavedSearch;
import org.onrecord.page.PageHead;
import org.onrecord.page.PageView;

/** The searches that somebody has saved. */
public record SavedListView(List<Item> items) implements PageView {
  public SavedListView {
    items = List.copyOf(items);
  }

  /** One of them. */
  public record Item(
      String name, String href, String results, String ways, List<SavedState.Line> state) {
    public Item {
      state = List.copyOf(state);
    }

    public static Item of(SavedSearch search, Alerts.State state) {
      return new Item(
          search.name(),
          "/saved/" + search.id(),
          search.query().isEmpty() ? "/" : "/?" + search.query(),
          ways(search),
          SavedState.of(state));
    }

    private static String ways(SavedSearch search) {
      if (search.channels().isEmpty()) {
        return "by its feed";
      }
      String how =
          String.join(
              " and ",
              search.channels().stream().map(one -> one.name().toLowerCase(Locale.ROOT)).toList());
      String when =
          switch (search.every()) {
            case NOW -> "at once";
            case HOURLY -> "each hour";
            case DAILY -> "each morning";
          };
      return "by " + how + ", " + when;
    }
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }

  @Override
  public String template() {
    return "saved-list";
  }

  @Override
  public PageHead head() {
    return PageHead.of("Saved searches");
  }
}
