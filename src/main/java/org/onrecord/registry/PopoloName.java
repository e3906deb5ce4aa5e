package org.onrecord.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A name of a person in Popolo: {@code name} itself, or put together of its parts. Beside Popolo's
 * {@code given_name}, {@code additional_name} and {@code family_name} these are the ones with which
 * the UK's Parliament is published: {@code honorific_prefix}, {@code lordname} and {@code
 * lordofname}, "Lord Davies of Oldham".
 *
 * @param forms the ways to write it, the usual one first; at least one
 * @param isMain whether it is the one to go by
 * @param start since when, as it is written; empty for always
 */
record PopoloName(List<String> forms, boolean isMain, String start) {

  /** The name of a record; empty if it has none. */
  static Optional<PopoloName> of(PopoloRecord record) {
    List<String> forms = forms(record);
    return forms.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PopoloName(
                forms,
                record.text("note").filter("Main"::equalsIgnoreCase).isPresent(),
                record.text("start_date").orElse("")));
  }

  /** The same, though not the one to go by. */
  PopoloName secondary() {
    return new PopoloName(forms, false, start);
  }

  private static List<String> forms(PopoloRecord record) {
    Optional<String> whole = record.text("name");
    if (whole.isPresent()) {
      return List.of(whole.get());
    }
    String given = part(record, "given_name");
    String lord = part(record, "lordname");
    String place = part(record, "lordofname");
    List<String> forms = new ArrayList<>();
    if (!lord.isEmpty() || !place.isEmpty()) {
      String title = record.text("honorific_prefix").orElse("Lord");
      String of = place.isEmpty() ? "" : "of " + place;
      add(forms, title, lord, of);
      if (!lord.isEmpty()) {
        add(forms, title, lord);
        String surname = record.text("surname").or(() -> record.text("family_name")).orElse(lord);
        if (!given.isEmpty()) {
          add(forms, given, surname);
        }
      }
      return forms;
    }
    String family = record.text("family_name").or(() -> record.text("surname")).orElse("");
    add(forms, given, family);
    add(forms, given, part(record, "additional_name"), family);
    return forms;
  }

  private static String part(PopoloRecord record, String member) {
    return record.text(member).orElse("");
  }

  private static void add(List<String> forms, String... parts) {
    String form =
        String.join(" ", List.of(parts).stream().filter(part -> !part.isEmpty()).toList());
    if (!form.isEmpty() && !forms.contains(form)) {
      forms.add(form);
    }
  }
}
