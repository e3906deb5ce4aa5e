package org.onrecord.registry;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads Popolo JSON (http://www.popoloproject.com/specs/): an object with {@code persons}, {@code
 * organizations} and {@code memberships}, the latter also within a person. An organization whose
 * {@code classification} is {@code party} is a party; the {@code other_names} entry with {@code
 * "note": "short"} is the name that facets show, an entry with dates is a former name; {@code
 * area_id} is its country. Members that OnRecord has no use for are passed over.
 */
final class PopoloReader {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Problems problems;
  private final Draft known;
  private final Draft draft = Draft.empty();
  private final Map<String, List<Membership>> memberships = new LinkedHashMap<>();

  private PopoloReader(String file, Draft known) {
    this.problems = new Problems(file);
    this.known = known;
  }

  /**
   * Reads a file.
   *
   * @param file its name in messages
   * @param known parties and organisations that it may refer to without having them
   * @throws RegistryFormatException with every problem found
   */
  static Draft read(String file, InputStream in, Draft known) throws IOException {
    return new PopoloReader(file, known).read(in);
  }

  private Draft read(InputStream in) throws IOException {
    JsonNode root = parse(in);
    if (!root.isObject() || !(root.has("persons") || root.has("organizations"))) {
      problems.add("is no Popolo file: an object with persons, organizations and memberships");
      throw problems.asException();
    }
    records(root, "organizations").forEach(this::organization);
    records(root, "persons").forEach(this::collectEmbedded);
    records(root, "memberships").forEach(r -> membership(r, r.text("person_id")));
    records(root, "persons").forEach(this::person);
    memberships.keySet().stream()
        .filter(id -> !draft.persons().containsKey(id))
        .forEach(id -> problems.add("memberships: person " + id + " is not there"));
    if (!problems.isEmpty()) {
      throw problems.asException();
    }
    return draft;
  }

  private JsonNode parse(InputStream in) throws IOException {
    try {
      return JSON.readTree(in);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      problems.add("line " + line, "is no JSON: " + e.getOriginalMessage());
      RegistryFormatException exception = problems.asException();
      exception.initCause(e);
      throw exception;
    }
  }

  private List<PopoloRecord> records(JsonNode parent, String member) {
    List<PopoloRecord> records = new ArrayList<>();
    for (JsonNode node : parent.path(member).values()) {
      records.add(new PopoloRecord(node, member + "[" + records.size() + "]"));
    }
    return records;
  }

  private void organization(PopoloRecord record) {
    attempt(
        record,
        () -> {
          String id = record.required("id");
          if (draft.hasOrganisation(id)) {
            throw new IllegalArgumentException("the id " + id + " occurs twice");
          }
          String country = record.text("area_id").orElse(null);
          if (record.text("classification").filter("party"::equalsIgnoreCase).isPresent()) {
            draft.parties().put(id, party(record, id, country));
          } else {
            draft.organisations().put(id, new Organisation(id, record.required("name"), country));
          }
        });
  }

  private Party party(PopoloRecord record, String id, @Nullable String country) {
    String fullName = record.required("name");
    String shortName = fullName;
    List<String> aliases = new ArrayList<>();
    List<DatedName> former = new ArrayList<>();
    for (PopoloRecord other : records(record.node(), "other_names")) {
      String name = other.required("name");
      if (other.text("note").filter("short"::equals).isPresent()) {
        shortName = name;
      } else if (other.text("end_date").isPresent()) {
        former.add(new DatedName(name, other.period("start_date", "end_date")));
      } else {
        aliases.add(name);
      }
    }
    DatePeriod period = record.period("founding_date", "dissolution_date");
    return new Party(id, shortName, fullName, aliases, former, country, period);
  }

  private void collectEmbedded(PopoloRecord person) {
    for (PopoloRecord r : records(person.node(), "memberships")) {
      membership(r.within(person), person.text("id"));
    }
  }

  private void membership(PopoloRecord record, Optional<String> personId) {
    attempt(
        record,
        () -> {
          String person =
              personId.orElseThrow(() -> new IllegalArgumentException("person_id is missing"));
          DatePeriod period = record.period("start_date", "end_date");
          List<Membership> list = memberships.computeIfAbsent(person, k -> new ArrayList<>());
          Optional<String> party = record.text("on_behalf_of_id");
          if (party.isEmpty() || record.text("organization_id").isPresent()) {
            String organisation = resolved(record.required("organization_id"));
            list.add(new Membership(organisation, record.text("role").orElse(null), period));
          }
          party.ifPresent(id -> list.add(new Membership(resolved(id), null, period)));
        });
  }

  private String resolved(String id) {
    if (!draft.hasOrganisation(id) && !known.hasOrganisation(id)) {
      throw new IllegalArgumentException("organization " + id + " is not there");
    }
    return id;
  }

  private void person(PopoloRecord record) {
    attempt(
        record,
        () -> {
          String id = record.required("id");
          String genderWord = record.text("gender").orElse("");
          Person person =
              new Person(
                  id,
                  record.required("name"),
                  records(record.node(), "other_names").stream()
                      .map(other -> other.required("name"))
                      .toList(),
                  Gender.fromWord(genderWord)
                      .orElseThrow(
                          () ->
                              new IllegalArgumentException("gender " + genderWord + " is unknown")),
                  record.text("summary").orElse(null),
                  record.identifier("wikidata").orElse(null),
                  memberships.getOrDefault(id, List.of()));
          if (draft.persons().put(id, person) != null) {
            throw new IllegalArgumentException("the id " + id + " occurs twice");
          }
        });
  }

  private void attempt(PopoloRecord record, Runnable reading) {
    try {
      reading.run();
    } catch (IllegalArgumentException e) {
      problems.add(record.place(), String.valueOf(e.getMessage()));
    }
  }
}
