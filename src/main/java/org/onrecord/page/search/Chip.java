package org.onrecord.page.search;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Address;
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
    for (Facet facet : Address.FILTERS) {
      String name = facet.label();
      for (String given : address.all(name)) {
        String shown =
            boxes.stream()
                .filter(box -> box.name().equals(name))
                .flatMap(box -> box.items().stream())
                .filter(item -> item.value().equalsIgnoreCase(given))
                .map(FacetBox.Item::label)
                .findFirst()
                .orElse(given);
        chips.add(new Chip(facet.shortTitle(), shown, address.without(name, given).page()));
      }
    }
    if (from != null || to != null) {
      chips.add(
          new Chip(
              Facet.DATE.title(), days(from, to), address.without("from").without("to").page()));
    }
    return chips;
  }

  /** "7 Nov 2024", "7 Nov 2024 to 9 Nov 2024", "Nov 2024", "2014 to 2016", "from 7 Nov 2024". */
  static String days(@Nullable LocalDate from, @Nullable LocalDate to) {
    if (from != null && to != null) {
      YearMonth first = YearMonth.from(from);
      YearMonth last = YearMonth.from(to);
      if (from.equals(first.atDay(1)) && to.equals(last.atEndOfMonth())) {
        boolean years = first.getMonthValue() == 1 && last.getMonthValue() == 12;
        String begin = years ? String.valueOf(first.getYear()) : Wording.month(from);
        String end = years ? String.valueOf(last.getYear()) : Wording.month(to);
        return begin.equals(end) ? begin : begin + " to " + end;
      }
      return from.equals(to) ? Wording.day(from) : Wording.day(from) + " to " + Wording.day(to);
    }
    return from != null ? "from " + Wording.day(from) : "to " + Wording.day(to);
  }
}
