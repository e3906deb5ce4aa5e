package org.onrecord.http.web;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.onrecord.api.Pages;
import org.onrecord.article.PartyRef;
import org.onrecord.http.Profiles;
import org.onrecord.page.profile.ChoiceView.Choice;
import org.onrecord.schema.Facet;
import org.onrecord.search.PartyLabels;
import org.onrecord.search.PersonNamed;
import org.onrecord.search.SearchQuestion;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;

/** Whose page is meant by a name, a short form or a slip of one. */
@Singleton
final class NamesMeant {
  /** The longest name that is looked up, UTF-16. */
  private static final int LONGEST = 200;

  private static final int MOST_OFFERED = 20;

  private final SearchService service;
  private final Profiles profiles;

  NamesMeant(SearchService service, Profiles profiles) {
    this.service = service;
    this.profiles = profiles;
  }

  /**
   * What is meant.
   *
   * @param sure whether the first of them is meant and no other
   */
  record Meant(boolean sure, List<Choice> choices) {
    static final Meant NOBODY = new Meant(false, List.of());

    Meant {
      choices = List.copyOf(choices);
    }
  }

  /** Who is meant by a name, or by a part of one that nearly always means one person. */
  Meant speaker(String typed) throws IOException {
    String name = typed.strip();
    if (name.isEmpty() || name.length() > LONGEST) {
      return Meant.NOBODY;
    }
    Optional<String> id = profiles.idOf(name);
    if (id.isEmpty()) {
      Optional<String> whole = whole(name);
      id = whole.isPresent() ? profiles.idOf(whole.get()) : id;
    }
    if (id.isPresent()) {
      return new Meant(true, List.of(new Choice(name, Pages.speaker(id.get()))));
    }
    List<Choice> choices = new ArrayList<>();
    for (String other : service.alike(Facet.SPEAKER, name)) {
      choices.add(new Choice(other, Pages.speakerNamed(other)));
    }
    return new Meant(false, choices);
  }

  /** The whole name of whom a text names that is nothing but a name. */
  private Optional<String> whole(String name) throws IOException {
    try (SearchQuestion question = service.understand(SearchRequest.of(quoteless(name)))) {
      return question.people().stream()
          .filter(person -> person.rest().isEmpty())
          .map(PersonNamed::name)
          .findFirst();
    }
  }

  /** A text in which nothing is an operator. */
  private static String quoteless(String name) {
    return name.replaceAll("[^\\p{L}\\p{M}\\p{N}'’-]+", " ").toLowerCase(Locale.ROOT).strip();
  }

  /** Which party is meant: by an id, a name, or the end or the words of one of the archive's. */
  Meant party(String typed) throws IOException {
    String asked = typed.strip().toLowerCase(Locale.ROOT);
    if (asked.isEmpty() || asked.length() > LONGEST) {
      return Meant.NOBODY;
    }
    List<PartyRef> held = service.parties();
    Set<String> named = new HashSet<>();
    try (SearchQuestion question = service.understand(SearchRequest.of(""))) {
      named.addAll(question.partyIds(List.of(asked, asked.replace('-', ' '))));
    }
    Set<String> words = words(asked);
    List<Predicate<PartyRef>> ways =
        List.of(
            party -> named.contains(party.id()),
            party -> party.id().endsWith("-" + asked.replace(' ', '-')),
            party -> words(party.name()).equals(words),
            party -> words(party.name()).containsAll(words));
    for (Predicate<PartyRef> way : ways) {
      List<Choice> found = choices(held, way);
      if (!found.isEmpty()) {
        return new Meant(found.size() == 1, found);
      }
    }
    return Meant.NOBODY;
  }

  private List<Choice> choices(List<PartyRef> held, Predicate<PartyRef> way) throws IOException {
    PartyLabels labels = service.partyLabels();
    Set<String> ids = new LinkedHashSet<>();
    List<Choice> choices = new ArrayList<>();
    for (PartyRef party : held) {
      if (choices.size() < MOST_OFFERED && way.test(party) && ids.add(party.id())) {
        choices.add(new Choice(labels.of(party), Pages.party(party.id())));
      }
    }
    return choices;
  }

  private static Set<String> words(String name) {
    Set<String> words =
        new HashSet<>(
            Arrays.asList(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+", -1)));
    words.removeIf(String::isEmpty);
    return words;
  }
}
