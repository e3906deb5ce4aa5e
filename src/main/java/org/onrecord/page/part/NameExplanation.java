package org.onrecord.page.part;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.TextSpan;
import org.onrecord.page.Wording;
import org.onrecord.schema.ArchiveField;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.search.Snippet;

/**
 * Why a hit was found though the text holds no word of a name that was asked for: other words of it
 * stand for that person.
 *
 * @param people whom it is about
 * @param words the words that are not in the text
 */
public record NameExplanation(List<NamedPerson> people, List<String> words) {
  public NameExplanation {
    people = List.copyOf(people);
    words = List.copyOf(words);
  }

  /**
   * Somebody.
   *
   * @param stands the text's words for them; null where it is the name itself
   */
  public record NamedPerson(String name, @Nullable String stands) {}

  /** Null where the text holds a word of every name that was found. */
  public static @Nullable NameExplanation of(
      List<Snippet> snippets, String text, List<ArchivedQuotation> quotations) {
    String lower = text.toLowerCase(Locale.ROOT);
    Map<String, String> missing = new LinkedHashMap<>();
    Set<String> names = new LinkedHashSet<>();
    for (Snippet snippet : snippets) {
      boolean name =
          snippet.field() == ArchiveField.SPEAKER || snippet.field() == ArchiveField.MENTION;
      if (name && snippet.highlights().stream().noneMatch(s -> holds(lower, s, snippet))) {
        for (TextSpan span : snippet.highlights()) {
          String word = span.in(snippet.text());
          missing.put(word.toLowerCase(Locale.ROOT), word);
        }
        names.add(snippet.text());
      }
    }
    return missing.isEmpty()
        ? null
        : new NameExplanation(
            names.stream().map(name -> person(name, quotations)).toList(),
            new ArrayList<>(missing.values()));
  }

  private static boolean holds(String text, TextSpan span, Snippet name) {
    return text.contains(span.in(name.text()).toLowerCase(Locale.ROOT));
  }

  private static NamedPerson person(String name, List<ArchivedQuotation> quotations) {
    Optional<String> stands =
        quotations.stream()
            .filter(q -> q.speaker() != null && q.speaker().name().equals(name))
            .map(ArchivedQuotation::source)
            .filter(Objects::nonNull)
            .map(source -> source.text())
            .filter(t -> !t.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)))
            .findFirst();
    return new NamedPerson(name, stands.orElse(null));
  }

  /** "Khan", "Imran and Khan". */
  public String wordList() {
    return Wording.list(words, "and");
  }

  public boolean several() {
    return words.size() > 1;
  }
}
