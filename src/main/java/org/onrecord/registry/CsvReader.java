package org.onrecord.registry;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV with a header line. Columns, in any order and case: {@code name} (must be there),
 * {@code id}, {@code aliases} (parted by semicolons), {@code gender}, {@code born}, {@code died},
 * {@code description}, {@code wikidata}, {@code party}, {@code party_id}, {@code country} (the
 * party's), {@code role}, {@code start}, {@code end}; others are passed over.
 *
 * <p>A row is a person with at most one membership; rows of one id, else of one Wikidata
 * identifier, else of one name, are one person. A role is an office in the row's party, or in none.
 */
final class CsvReader {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreHeaderCase(true)
          .setIgnoreSurroundingSpaces(true)
          .setTrim(true)
          .get();
  private static final Organisation PUBLIC_OFFICE =
      new Organisation("public-office", "public office", null);

  private final RegistryProblems problems;
  private final String stem;
  private final Registry known;
  private final RegistryDraft draft = RegistryDraft.empty();
  private final Map<String, PersonRows> rowsByKey = new LinkedHashMap<>();

  private CsvReader(String file, Registry known, RegistryProblems problems) {
    this.problems = problems;
    this.stem = slug(file.replaceFirst("\\.[^.]*$", ""));
    this.known = known;
  }

  /**
   * Reads a file.
   *
   * @param file its name in messages, and the beginning of the ids it does not give
   * @param known the registry whose parties are meant where a row names one of them
   * @param problems takes what is wrong
   * @throws RegistryFormatException if it is no registry
   */
  static RegistryDraft read(String file, Reader in, Registry known, RegistryProblems problems)
      throws IOException {
    return new CsvReader(file, known, problems).read(in);
  }

  private RegistryDraft read(Reader in) throws IOException {
    try (CSVParser parser = CSVParser.parse(in, FORMAT)) {
      if (parser.getHeaderNames().stream().noneMatch("name"::equalsIgnoreCase)) {
        problems.add("line 1", "there is no column name");
        throw problems.asException();
      }
      readRows(parser);
    } catch (IllegalArgumentException e) {
      problems.add("line 1", String.valueOf(e.getMessage()));
      throw problems.asException();
    }
    for (PersonRows rows : rowsByKey.values()) {
      draft.persons().put(rows.id(), rows.toPerson());
      rows.tellOverlaps(this::partyName, problems);
    }
    return draft;
  }

  private @Nullable String partyName(String id) {
    Party party = draft.parties().get(id);
    return party == null ? known.partyById(id).map(Party::name).orElse(null) : party.name();
  }

  private void readRows(CSVParser parser) throws CharacterCodingException {
    try {
      for (CSVRecord row : parser) {
        String place = "line " + parser.getCurrentLineNumber();
        attempt(place, "left out", () -> row(row, place));
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException encoding) {
        throw encoding;
      }
      problems.add("line " + parser.getCurrentLineNumber(), String.valueOf(e.getMessage()));
    }
  }

  /** Does it, or tells why not, and what came of that. */
  private void attempt(String place, String outcome, Runnable reading) {
    try {
      reading.run();
    } catch (IllegalArgumentException e) {
      problems.add(place, e.getMessage() + "; " + outcome);
    }
  }

  private void row(CSVRecord row, String place) {
    if (row.stream().allMatch(String::isBlank)) {
      return;
    }
    String name =
        value(row, "name").orElseThrow(() -> new IllegalArgumentException("name is missing"));
    String key =
        value(row, "id").or(() -> value(row, "wikidata")).orElse("name " + NameKey.of(name));
    String id = value(row, "id").orElse(stem + "-" + slug(name));
    PersonRows rows = rowsByKey.computeIfAbsent(key, k -> new PersonRows(unused(id), name));
    rows.requireSamePerson(name);
    value(row, "aliases").ifPresent(aliases -> rows.addAliases(List.of(aliases.split(";", -1))));
    value(row, "description").ifPresent(rows::setDescription);
    attempt(place, "gender left out", () -> value(row, "gender").ifPresent(rows::setGender));
    attempt(place, "wikidata left out", () -> value(row, "wikidata").ifPresent(rows::setWikidata));
    attempt(place, "dates of life left out", () -> life(row).ifPresent(rows::setLife));
    attempt(
        place,
        "membership left out",
        () -> membership(row, period(row)).ifPresent(membership -> rows.add(membership, place)));
  }

  private static DatePeriod period(CSVRecord row) {
    return DatePeriod.of(value(row, "start").orElse(null), value(row, "end").orElse(null));
  }

  private static Optional<DatePeriod> life(CSVRecord row) {
    DatePeriod life =
        DatePeriod.of(
            "born", value(row, "born").orElse(null), "died", value(row, "died").orElse(null));
    return Optional.of(life).filter(known -> !known.equals(DatePeriod.ALWAYS));
  }

  private Optional<Membership> membership(CSVRecord row, DatePeriod period) {
    @Nullable String role = value(row, "role").orElse(null);
    Optional<String> party = partyId(row);
    if (party.isEmpty() && role != null) {
      draft.organisations().put(PUBLIC_OFFICE.id(), PUBLIC_OFFICE);
      return Optional.of(new Membership(PUBLIC_OFFICE.id(), role, period));
    }
    return party.map(id -> new Membership(id, role, period));
  }

  private Optional<String> partyId(CSVRecord row) {
    Optional<String> country = value(row, "country").map(c -> c.toUpperCase(Locale.ROOT));
    Optional<String> name = value(row, "party");
    Optional<String> stated = value(row, "party_id");
    if (stated.isPresent()) {
      if (name.isEmpty() && partyName(stated.get()) == null) {
        throw new IllegalArgumentException(
            "party_id " + stated.get() + " is no known party's, and the row gives it no name");
      }
      addParty(stated.get(), name.orElse(stated.get()), country);
      return stated;
    }
    return name.map(n -> knownParty(n, country).orElseGet(() -> newParty(n, country)));
  }

  private Optional<String> knownParty(String name, Optional<String> country) {
    List<Party> found =
        known.partiesAsked(name).stream()
            .filter(p -> country.isEmpty() || country.get().equals(p.country()))
            .toList();
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "party %s is one of %s: add a party_id or a country",
              name,
              String.join(", ", found.stream().map(Party::id).toList())));
    }
    return found.stream().map(Party::id).findFirst();
  }

  private String newParty(String name, Optional<String> country) {
    String id = country.map(c -> c.toLowerCase(Locale.ROOT) + "-").orElse("") + slug(name);
    addParty(id, name, country);
    return id;
  }

  private void addParty(String id, String name, Optional<String> country) {
    if (known.partyById(id).isEmpty()) {
      draft.parties().putIfAbsent(id, Party.of(id, name, country.orElse(null)));
    }
  }

  private String unused(String id) {
    String free = id;
    for (int n = 2; isTaken(free); n++) {
      free = id + "-" + n;
    }
    return free;
  }

  private boolean isTaken(String id) {
    return rowsByKey.values().stream().anyMatch(rows -> rows.id().equals(id));
  }

  private static Optional<String> value(CSVRecord row, String column) {
    return row.isSet(column)
        ? Optional.of(row.get(column)).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  private static String slug(String name) {
    return NameKey.of(name).replace(' ', '-');
  }
}
