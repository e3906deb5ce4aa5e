package org.onrecord.page.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Pages;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Address;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetCounts;

/**
 * A facet of names to tick.
 *
 * @param name the parameter
 * @param title in words
 * @param items the ticked ones first
 * @param others how many further values there are; 0 where all are shown
 * @param searched whether it is long enough to be searched within
 * @param within what its values were narrowed to, as typed; null where they were not
 * @param more the page that lists them; null where all are shown
 */
public record FacetBox(
    String name,
    String title,
    List<Item> items,
    int others,
    boolean searched,
    @Nullable String within,
    @Nullable String more) {
  private static final int SEARCHED_FROM = 8;

  /** What most readers narrow by. */
  private static final Set<Facet> LONG = EnumSet.of(Facet.SPEAKER, Facet.PARTY, Facet.MENTION);

  /** How many values of those are shown, and of any other facet, beside those that are ticked. */
  private static final int MANY = 7;

  private static final int FEW = 5;

  public FacetBox {
    items = List.copyOf(items);
  }

  /**
   * A value.
   *
   * @param value the parameter's, which means this one alone
   * @param label what it is called
   * @param number how many hits ticking it would give
   * @param width its share of the largest number, 0 to 100
   * @param page who or what it is, as a path; null where it has no page
   */
  public record Item(
      String name,
      String value,
      String label,
      String number,
      boolean ticked,
      int width,
      @Nullable String page) {}

  /** What its search box can ask for. */
  public String one() {
    return Facet.of(name).orElseThrow().noun();
  }

  public boolean empty() {
    return items.isEmpty() && within == null;
  }

  public String othersNumber() {
    return Wording.number(others);
  }

  static FacetBox of(FacetCounts.Values counts, Address address) {
    String name = counts.facet().label();
    List<FacetCounts.Value> values = new ArrayList<>(counts.values());
    if (values.stream().noneMatch(FacetCounts.Value::selected)) {
      address.all(name).forEach(v -> values.add(new FacetCounts.Value(v, 0, true)));
    }
    List<Item> items = items(name, values);
    long ticked = items.stream().filter(Item::ticked).count();
    int room = LONG.contains(counts.facet()) ? MANY : FEW;
    List<Item> shown =
        items.size() <= room + ticked + 1 ? items : items.subList(0, (int) ticked + room);
    int others = counts.others() + items.size() - shown.size();
    return new FacetBox(
        name,
        counts.facet().title(),
        shown,
        others,
        others > 0 || values.size() >= SEARCHED_FROM,
        null,
        others > 0 ? more(address, name) : null);
  }

  /** The same with the values that begin so; a ticked one stays. */
  FacetBox narrowed(String prefix, List<FacetCounts.Value> found, int total) {
    List<Item> all = new ArrayList<>(items.stream().filter(Item::ticked).toList());
    items(name, found).stream()
        .filter(item -> all.stream().noneMatch(other -> other.value().equals(item.value())))
        .forEach(all::add);
    int left = Math.max(0, total - found.size());
    return new FacetBox(name, title, all, left, true, prefix, null);
  }

  /** The address that shows a facet longer. */
  static String more(Address address, String name) {
    String page = address.page();
    return page + (page.contains("?") ? "&" : "?") + "more=" + name + "#facet-" + name;
  }

  private static List<Item> items(String name, List<FacetCounts.Value> values) {
    long most = values.stream().mapToLong(FacetCounts.Value::count).max().orElse(0);
    return values.stream()
        .sorted(Comparator.comparing(value -> !value.selected()))
        .map(
            v ->
                new Item(
                    name,
                    v.key(),
                    shown(name, v.value()),
                    Wording.number(v.count()),
                    v.selected(),
                    share(v, most),
                    page(name, v)))
        .toList();
  }

  private static String shown(String facet, String value) {
    return facet.equals(Facet.SECTION.label())
        ? Wording.section(value)
        : Facet.of(facet).map(one -> one.shown(value)).orElse(value);
  }

  private static @Nullable String page(String name, FacetCounts.Value value) {
    Facet facet = Facet.of(name).orElseThrow();
    if (value.count() == 0) {
      return null;
    }
    return facet.isOfPeople()
        ? Pages.speakerNamed(value.value())
        : facet.isById() ? Pages.party(value.key()) : null;
  }

  private static int share(FacetCounts.Value value, long most) {
    return value.count() == 0 ? 0 : (int) Math.max(1, Math.round(100.0 * value.count() / most));
  }
}
