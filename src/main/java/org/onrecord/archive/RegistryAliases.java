package org.onrecord.archive;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.onrecord.article.Lazy;
import org.onrecord.registry.NameKey;
import org.onrecord.registry.NameMatch;
import org.onrecord.registry.Party;
import org.onrecord.registry.Registry;
import org.onrecord.registry.RegistryLoader;
import org.onrecord.registry.TransliterationKey;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetAliases;
import org.onrecord.search.NameSpellings;

/**
 * Knows people and parties by the other names that a registry has for them. The built-in one is
 * read when it is first needed, or by {@link #prepare()}, because reading it would be a third of
 * the service's start. Thread-safe.
 */
public final class RegistryAliases implements FacetAliases, NameSpellings {
  /** How many people of one name are followed. */
  private static final int MAX_PERSONS = 3;

  /** Shorter words sound like too many others. */
  private static final int SHORTEST = 5;

  private final Lazy<Registry> read;
  private final Lazy<RegistryNameWords> words = new Lazy<>();
  private final Lazy<PartyLetters> letters = new Lazy<>();

  /** Knows the names of the built-in registry. */
  public RegistryAliases() {
    read = new Lazy<>();
  }

  /** Knows the names of this registry. */
  public RegistryAliases(Registry registry) {
    read = new Lazy<>(registry);
  }

  /** Reads the registry in the background. */
  public void prepare() {
    Thread.ofPlatform().daemon().name("read registry").start(this::registry);
  }

  /** The registry, read now if it has not been. */
  public Registry registry() {
    return read.get(RegistryLoader::builtIn);
  }

  @Override
  public Set<String> canonical(Facet facet, String value) {
    Set<String> names = new LinkedHashSet<>();
    switch (facet) {
      case PARTY, MENTIONED_PARTY, FORMER_PARTY -> names.addAll(partyIds(value));
      case SPEAKER, MENTION -> {
        names.add(value);
        registry().named(value).stream()
            .filter(match -> match.kind() == NameMatch.Kind.EXACT)
            .forEach(match -> names.add(match.person().name()));
      }
      case TYPE,
          OUTLET,
          SECTION,
          AUTHOR,
          TAG,
          LANGUAGE,
          KIND,
          MARKED,
          POLARITY,
          SPEAKS_FOR,
          ROLE,
          GENDER,
          DATE ->
          names.add(value);
    }
    if (names.isEmpty()) {
      names.add(value);
    }
    return names;
  }

  private Set<String> partyIds(String value) {
    Set<String> ids = new LinkedHashSet<>();
    registry().partiesAsked(value).stream().map(Party::id).forEach(ids::add);
    if (ids.isEmpty()) {
      registry().partyById(value.toLowerCase(Locale.ROOT)).map(Party::id).ifPresent(ids::add);
    }
    return ids;
  }

  @Override
  public Optional<KnownParty> party(String id) {
    return registry()
        .partyById(id)
        .map(party -> new KnownParty(party.name(), party.country(), party.colour()));
  }

  @Override
  public Set<String> otherNames(String name) {
    boolean single = name.indexOf(' ') < 0;
    Set<String> names = new LinkedHashSet<>();
    registry().named(name).stream()
        .filter(match -> match.kind() == NameMatch.Kind.EXACT || !single)
        .limit(MAX_PERSONS)
        .forEach(match -> names.addAll(match.person().allNames()));
    names.addAll(partyLetters().of(name));
    return names;
  }

  @Override
  public boolean isNameWord(String word) {
    return word.length() >= SHORTEST && nameWords().has(word);
  }

  @Override
  public boolean alike(String word, String other) {
    return other.length() >= SHORTEST
        && TransliterationKey.of(word).equals(TransliterationKey.of(other))
        && !NameKey.of(word).equals(NameKey.of(other));
  }

  private PartyLetters partyLetters() {
    return letters.get(() -> PartyLetters.of(registry()));
  }

  private RegistryNameWords nameWords() {
    return words.get(() -> RegistryNameWords.of(registry()));
  }
}
