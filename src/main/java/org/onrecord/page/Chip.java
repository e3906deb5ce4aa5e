package org.onrecord.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.schema.Facet;

/**
 * Something that narrows the search, with a link to the search without it.
 *
 * @param facet what is narrowed: Party, Date
 * @param value to what
 */
public record Chip(String facet, String value, String href) {

  /** Each value in force, as the archive writes it where it knows it. */
  static List<Chip> of(
      Address address, List<FacetBox> boxes, @Nullable LocalDate from, @Nullable LocalDate to) {
    List<Chip> chips = new ArrayList<>();
    for (String name : Address.FILTERS) {
      Facet facet = Facet.of(name).orElseThrow();
      for (String given : address.all(name)) {
        String shown =
            boxes.stream()
                .filter(box -> box.name().equals(name))
                .flatMap(box -> box.items().stream())
                .map(FacetBox.Item::value)
                .filter(given::equalsIgnoreCase)
                .findFirst()
                .orElse(given);
        chips.add(new Chip(FacetBox.shortTitle(facet), shown, address.without(name, given).page()));
      }
    }
    if (from != null || to != null) {
      chips.add(
          new Chip(
              FacetBox.title(Facet.DATE),
              days(from, to),
              address.without("from").without("to").page()));
    }
    return chips;
  }

  /** "7 Nov 2024", "7 Nov 2024 to 9 Nov 2024", "from 7 Nov 2024". */
  static String days(@Nullable LocalDate from, @Nullable LocalDate to) {
    if (from != null && to != null) {
      return from.equals(to) ? Wording.day(from) : Wording.day(from) + " to " + Wording.day(to);
    }
    return from != null ? "from " + Wording.day(from) : "to " + Wording.day(to);
  }
}
