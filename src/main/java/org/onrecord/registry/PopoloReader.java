package org.onrecord.registry;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
 * organizations}, {@code memberships}, the latter also within a person, and {@code posts}. An
 * organization whose {@code classification} is {@code party} is a party; the {@code other_names}
 * entry with {@code "note": "short"} is the name that facets show, an entry with dates is a former
 * name; {@code area_id} is its country. Who has no {@code name} goes by the latest of the {@code
 * other_names} with {@code "note": "Main"}; a membership's office is that of its post; and a
 * membership {@code on_behalf_of} a party goes on from one parliament to the next. Members that
 * OnRecord has no use for are passed over.
 */
final class PopoloReader {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final String LEFT_OUT = "left out";

  private final RegistryProblems problems;
  private final RegistryDraft known;
  private final RegistryDraft draft = RegistryDraft.empty();
  private final Map<String, PopoloPerson> persons = new LinkedHashMap<>();
  private final Map<String, PopoloRecord> posts = new HashMap<>();
  private final Map<String, String> redirects = new HashMap<>();

  private PopoloReader(RegistryDraft known, RegistryProblems problems) {
    this.problems = problems;
    this.known = known;
  }

  /**
   * Reads a file.
   *
   * @param known parties and organisations that it may refer to without having them
   * @param problems takes what is wrong
   * @throws RegistryFormatException if it is no registry
   */
  static RegistryDraft read(InputStream in, RegistryDraft known, RegistryProblems problems)
      throws IOException {
    return new PopoloReader(known, problems).read(in);
  }

  private RegistryDraft read(InputStream in) throws IOException {
    JsonNode root = parse(in);
    if (!root.isObject() || !(root.has("persons") || root.has("organizations"))) {
      problems.add("is no Popolo file: an object with persons, organizations and memberships");
      throw problems.asException();
    }
    records(root, "organizations").forEach(r -> attempt(r, LEFT_OUT, () -> organization(r)));
    records(root, "posts").forEach(r -> attempt(r, LEFT_OUT, () -> post(r)));
    records(root, "persons").forEach(r -> attempt(r, LEFT_OUT, () -> note(r)));
    persons.values().forEach(this::embedded);
    records(root, "memberships")
        .forEach(r -> attempt(r, LEFT_OUT, () -> membership(r, r.text("person_id"))));
    persons.values().forEach(p -> attempt(p.record(), LEFT_OUT, () -> person(p)));
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

  private void post(PopoloRecord record) {
    posts.put(record.required("id"), record);
  }

  /** Notes that somebody is there, or goes by another id. */
  private void note(PopoloRecord record) {
    String id = record.required("id");
    Optional<String> redirect = record.text("redirect");
    if (redirect.isPresent()) {
      redirects.put(id, redirect.get());
    } else if (persons.putIfAbsent(id, new PopoloPerson(id, record)) != null) {
      throw new IllegalArgumentException("the id " + id + " occurs twice");
    }
  }

  private void embedded(PopoloPerson person) {
    PopoloRecord record = person.record();
    for (PopoloRecord each : records(record.node(), "memberships")) {
      PopoloRecord within = each.within(record);
      attempt(within, LEFT_OUT, () -> membership(within, record.text("id")));
    }
  }

  private void membership(PopoloRecord record, Optional<String> personId) {
    String id = personId.orElseThrow(() -> new IllegalArgumentException("person_id is missing"));
    PopoloPerson person = persons.get(redirects.getOrDefault(id, id));
    if (person == null) {
      throw new IllegalArgumentException("person " + id + " is not there");
    }
    DatePeriod period = record.period("start_date", "end_date");
    Optional<String> party = record.text("on_behalf_of_id");
    boolean office =
        party.isEmpty()
            || record.text("organization_id").isPresent()
            || record.text("post_id").isPresent();
    if (office) {
      attempt(record, LEFT_OUT, () -> person.add(office(record, period), record.place()));
    }
    if (party.isPresent()) {
      attempt(
          record,
          "party left out",
          () ->
              person.addOnBehalf(
                  new Membership(resolved(party.get()), null, period), record.place()));
    }
    LocalDate end = period.end();
    if (end != null && record.text("end_reason").filter("died"::equals).isPresent()) {
      person.setDied(end);
    }
    if (record.node().path("name").isObject()) {
      PopoloRecord name = new PopoloRecord(record.node().path("name"), record.path() + ", name");
      PopoloName.of(name).ifPresent(borne -> borne.forms().forEach(person::addName));
    }
  }

  private Membership office(PopoloRecord record, DatePeriod period) {
    Optional<String> own = record.text("role").or(() -> record.text("label"));
    Optional<String> postId = record.text("post_id");
    if (postId.isEmpty()) {
      String organisation = resolved(record.required("organization_id"));
      return new Membership(organisation, own.orElse(null), period);
    }
    PopoloRecord post = posts.get(postId.get());
    if (post == null) {
      throw new IllegalArgumentException("post " + postId.get() + " is not there");
    }
    Optional<String> organisation = record.text("organization_id");
    return new Membership(
        resolved(organisation.isPresent() ? organisation.get() : post.required("organization_id")),
        post.text("label").or(() -> roleOf(post)).or(() -> own).orElse(null),
        period);
  }

  private static Optional<String> roleOf(PopoloRecord post) {
    Optional<String> area =
        new PopoloRecord(post.node().path("area"), post.path() + ", area").text("name");
    return post.text("role").map(role -> area.map(name -> role + " for " + name).orElse(role));
  }

  private String resolved(String id) {
    if (!draft.hasOrganisation(id) && !known.hasOrganisation(id)) {
      throw new IllegalArgumentException("organization " + id + " is not there");
    }
    return id;
  }

  private void person(PopoloPerson person) {
    PopoloRecord record = person.record();
    List<PopoloName> names = new ArrayList<>();
    JsonNode own = record.node().path("name");
    PopoloName.of(own.isObject() ? new PopoloRecord(own, record.path() + ", name") : record)
        .ifPresent(names::add);
    for (PopoloRecord other : records(record.node(), "other_names")) {
      PopoloRecord within = other.within(record);
      attempt(within, LEFT_OUT, () -> names.add(name(within)));
    }
    Gender[] gender = {Gender.UNKNOWN};
    attempt(record, "gender left out", () -> gender[0] = gender(record));
    DatePeriod[] life = {DatePeriod.ALWAYS};
    attempt(record, "dates of life left out", () -> life[0] = life(record));
    boolean named = own.isString();
    Person whole =
        person.toPerson(
            named ? names.stream().map(PopoloName::secondary).toList() : names,
            gender[0],
            life[0],
            record.identifier("wikidata").orElse(null));
    draft.persons().put(whole.id(), whole);
    person.tellOverlaps(whole.name(), this::partyName, problems);
  }

  private static PopoloName name(PopoloRecord record) {
    return PopoloName.of(record).orElseThrow(() -> new IllegalArgumentException("name is missing"));
  }

  private static Gender gender(PopoloRecord record) {
    String word = record.text("gender").orElse("");
    return Gender.fromWord(word)
        .orElseThrow(() -> new IllegalArgumentException("gender " + word + " is unknown"));
  }

  private static DatePeriod life(PopoloRecord record) {
    return DatePeriod.of(
        "birth_date", record.text("birth_date").orElse(null),
        "death_date", record.text("death_date").orElse(null));
  }

  private @Nullable String partyName(String id) {
    Party own = draft.parties().get(id);
    Party party = own == null ? known.parties().get(id) : own;
    return party == null ? null : party.name();
  }

  /** Does it, or tells why not, and what came of that. */
  private void attempt(PopoloRecord record, String outcome, Runnable reading) {
    try {
      reading.run();
    } catch (IllegalArgumentException e) {
      problems.add(record.place(), e.getMessage() + "; " + outcome);
    }
  }
}
