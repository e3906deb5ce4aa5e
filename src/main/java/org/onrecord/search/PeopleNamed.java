package org.onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.onrecord.query.FunctionWords;
import org.onrecord.query.Query;
import org.onrecord.query.Query.Group;
import org.onrecord.query.Query.In;
import org.onrecord.query.Query.Phrase;
import org.onrecord.query.Query.Variants;
import org.onrecord.query.Query.Word;
import org.onrecord.schema.ArchiveField;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;

/**
 * Whom words name, of the people that the archive has: by the whole of a name, by an alias, or by a
 * part of one where nearly everybody who is called so is one person. Where that is not clear it is
 * nobody.
 */
final class PeopleNamed {
  /** How many words of a name are looked at together. */
  private static final int LONGEST_NAME = 4;

  /** Of how many words a query is looked through. */
  private static final int MOST_WORDS = 8;

  /** How many people are compared. */
  private static final int COMPARED = 8;

  /** How many times as often as the next somebody has to be met with to be meant by a part. */
  private static final int CLEARLY = 4;

  /** The least share of the passages with a word that are about the one whom it names. */
  private static final double LEAST_OF_WORD = 0.2;

  private final SearchBackend view;
  private final FacetAliases aliases;

  PeopleNamed(SearchBackend view, FacetAliases aliases) {
    this.view = view;
    this.aliases = aliases;
  }

  /**
   * Whom a query names: who is to have spoken, or else whom plain words name, from left to right;
   * nobody where it has operators.
   *
   * @param typed the whole of it as typed
   */
  List<PersonNamed> in(Query query, String typed) throws IOException {
    Optional<PersonNamed> speaker = speaker(query);
    if (speaker.isPresent()) {
      return List.of(speaker.get());
    }
    List<Word> words = plainWords(query);
    List<PersonNamed> named = new ArrayList<>();
    if (words.size() > MOST_WORDS) {
      return named;
    }
    int i = 0;
    while (i < words.size()) {
      int end = i + 1;
      for (int j = Math.min(words.size(), i + LONGEST_NAME); j > i; j--) {
        Optional<PersonNamed> person = named(words, i, j, typed);
        if (person.isPresent()) {
          named.add(person.get());
          end = j;
          break;
        }
      }
      i = end;
    }
    return named;
  }

  /** Who is to have spoken by the only field of a query of words. */
  private Optional<PersonNamed> speaker(Query query) throws IOException {
    List<Query> clauses = query instanceof Group(List<Query> all) ? all : List.of(query);
    String name = "";
    List<Word> others = new ArrayList<>();
    for (Query clause : clauses) {
      if (clause instanceof In(ArchiveField field, Query what, int _)
          && field == ArchiveField.SPEAKER
          && name.isEmpty()) {
        name = phrase(what);
      } else {
        List<Word> words = plainWords(clause);
        if (words.isEmpty()) {
          return Optional.empty();
        }
        others.addAll(words);
      }
    }
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String typed = name;
    String rest = others.stream().map(Word::text).collect(Collectors.joining(" "));
    return named(name).map(one -> new PersonNamed(typed, one.text(), rest, one.count()));
  }

  private static String phrase(Query what) {
    return switch (what) {
      case Word(String text, int _) -> text;
      case Phrase(String text, int _) -> text;
      case Variants(Query typed, List<Query> _) -> phrase(typed);
      default -> "";
    };
  }

  private Optional<PersonNamed> named(List<Word> words, int from, int to, String typed)
      throws IOException {
    Word first = words.get(from);
    Word last = words.get(to - 1);
    if (FunctionWords.isOne(first.text()) || FunctionWords.isOne(last.text())) {
      return Optional.empty();
    }
    int end = last.position() + last.text().length();
    if (end > typed.length()) {
      return Optional.empty();
    }
    String rest =
        IntStream.range(0, words.size())
            .filter(i -> i < from || i >= to)
            .mapToObj(i -> words.get(i).text())
            .filter(word -> !FunctionWords.isOne(word))
            .collect(Collectors.joining(" "));
    String text = typed.substring(first.position(), end);
    return named(text).map(one -> new PersonNamed(text, one.text(), rest, one.count()));
  }

  /** Whom a text names that is a name and nothing else. */
  Optional<Completion> named(String text) throws IOException {
    List<Completion> found = view.complete(text, COMPARED);
    List<Completion> people = ofKind(found, Completion.Kind.PERSON);
    Set<String> typed = words(text);
    for (Completion person : people) {
      if (words(person.text()).equals(typed)
          && (typed.size() > 1 || isMeant(person, text, found))) {
        return Optional.of(person);
      }
    }
    for (String alias : aliases.canonical(Facet.SPEAKER, text)) {
      if (!words(alias).equals(typed)) {
        long paragraphs = paragraphs(alias);
        if (paragraphs > 0) {
          return Optional.of(new Completion(Completion.Kind.PERSON, alias, paragraphs));
        }
      }
    }
    return byPart(text, typed, people, found);
  }

  /** The one of whom nearly all that have these words in their names speak. */
  private Optional<Completion> byPart(
      String text, Set<String> typed, List<Completion> people, List<Completion> found)
      throws IOException {
    List<Completion> called =
        people.stream()
            .filter(person -> words(person.text()).containsAll(typed))
            .sorted(Comparator.comparingLong(Completion::count).reversed())
            .toList();
    if (called.isEmpty()) {
      return Optional.empty();
    }
    Completion first = called.getFirst();
    boolean clear = called.size() == 1 || first.count() >= CLEARLY * called.get(1).count();
    return clear && isMeant(first, text, found) ? Optional.of(first) : Optional.empty();
  }

  /** Whether a word in a text is mostly the name of somebody. */
  private boolean isMeant(Completion person, String text, List<Completion> found)
      throws IOException {
    long all =
        ofKind(found, Completion.Kind.PHRASE).stream()
            .filter(phrase -> phrase.text().equalsIgnoreCase(text))
            .mapToLong(Completion::count)
            .sum();
    return person.count() >= LEAST_OF_WORD * all && view.isName(text);
  }

  private long paragraphs(String name) throws IOException {
    long most = 0;
    for (Facet facet : List.of(Facet.SPEAKER, Facet.MENTION)) {
      SearchRequest having =
          SearchRequest.of("")
              .withTypes(Set.of(DocumentType.PARAGRAPH))
              .with(facet, name)
              .forTotal();
      most = Math.max(most, view.search(having, new Query.All(), MatchMode.ALL).total());
    }
    return most;
  }

  private static List<Completion> ofKind(List<Completion> found, Completion.Kind kind) {
    return found.stream().filter(one -> one.kind() == kind).toList();
  }

  private static List<Word> plainWords(Query query) {
    return switch (query) {
      case Word word -> List.of(word);
      case Variants(Query typed, List<Query> _) -> plainWords(typed);
      case Group(List<Query> clauses) -> {
        List<Word> words = new ArrayList<>();
        for (Query clause : clauses) {
          List<Word> those = plainWords(clause);
          if (those.isEmpty()) {
            yield List.of();
          }
          words.addAll(those);
        }
        yield words;
      }
      default -> List.of();
    };
  }

  private static Set<String> words(String name) {
    return new LinkedHashSet<>(
        Arrays.asList(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+", -1)));
  }
}
