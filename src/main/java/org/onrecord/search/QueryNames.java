package org.onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.onrecord.query.Query;
import org.onrecord.query.Query.Group;
import org.onrecord.query.Query.In;
import org.onrecord.query.Query.Near;
import org.onrecord.query.Query.Not;
import org.onrecord.query.Query.Or;
import org.onrecord.query.Query.Phrase;
import org.onrecord.query.Query.SameSentence;
import org.onrecord.query.Query.Variants;
import org.onrecord.query.Query.Word;
import org.onrecord.schema.Facet;

/**
 * Puts beside the names of a query the other names and spellings that mean the same, and the values
 * of fields in the archive's words. For one query.
 */
final class QueryNames {
  /** How many words of a name are looked at together. */
  private static final int LONGEST_NAME = 5;

  /** How many other spellings one name has at the most. */
  private static final int MAX_SPELLINGS = 8;

  /** How many words of a query are looked up. */
  private static final int MAX_LOOKUPS = 16;

  private static final Pattern AND = Pattern.compile("(?<=\\S\\s)(?i:and)(?=\\s\\S)");
  private static final Pattern AMPERSAND = Pattern.compile("(?<=\\S\\s)&(?=\\s\\S)");

  private final FacetAliases aliases;
  private final NameSpellings names;
  private final SearchBackend backend;
  private final MeantParties parties;
  private final Map<String, List<String>> spellings = new LinkedHashMap<>();
  private int lookups;
  private boolean asksForPolarity;

  /**
   * For one query.
   *
   * @param names NONE where other spellings are not wanted
   * @param parties notes which parties the query means
   */
  QueryNames(
      FacetAliases aliases, NameSpellings names, SearchBackend backend, MeantParties parties) {
    this.aliases = aliases;
    this.names = names;
    this.backend = backend;
    this.parties = parties;
  }

  /** What was put beside the names so far. */
  List<Spelling> spellings() {
    return spellings.entrySet().stream().map(e -> new Spelling(e.getKey(), e.getValue())).toList();
  }

  /** Whether the query, as far as it was resolved, names a polarity. */
  boolean asksForPolarity() {
    return asksForPolarity;
  }

  /**
   * The query with its variants.
   *
   * @throws InvalidRequestException if a field has no such value
   */
  Query resolve(Query query) throws IOException {
    return switch (query) {
      case Query.All _, Query.Prefix _, Query.Fuzzy _, Query.Dated _, Query.Member _ -> query;
      case Query.SameRoot _, Variants _ -> query;
      case Word(String text, int position) -> beside(query, text, spelt(text), position);
      case Phrase(String text, int position) -> {
        Set<String> others = new LinkedHashSet<>(named(text));
        joint(text).ifPresent(others::add);
        yield beside(query, text, others, position);
      }
      case Near(Query left, Query right, int distance, int position) ->
          new Near(resolve(left), resolve(right), distance, position);
      case SameSentence(Query left, Query right, int position) ->
          new SameSentence(resolve(left), resolve(right), position);
      case In in -> inField(in);
      case Not(Query clause) -> new Not(resolve(clause));
      case Or(List<Query> clauses) -> {
        List<Query> resolved = new ArrayList<>();
        for (Query clause : clauses) {
          resolved.add(resolve(clause));
        }
        yield new Or(resolved);
      }
      case Group(List<Query> clauses) -> group(clauses);
    };
  }

  /** Words that are a name together are one clause. */
  private Query group(List<Query> clauses) throws IOException {
    List<Query> resolved = new ArrayList<>();
    int i = 0;
    while (i < clauses.size()) {
      int end = i + 1;
      Set<String> others = Set.of();
      for (int j = Math.min(endOfWords(clauses, i), i + LONGEST_NAME);
          j > i + 1 && others.isEmpty();
          j--) {
        others = named(text(clauses.subList(i, j)));
        end = others.isEmpty() ? i + 1 : j;
      }
      if (others.isEmpty()) {
        resolved.add(resolve(clauses.get(i)));
      } else {
        List<Query> name = clauses.subList(i, end);
        int position = ((Word) name.getFirst()).position();
        resolved.add(beside(new Group(name), text(name), others, position));
      }
      i = end;
    }
    return resolved.size() == 1 ? resolved.getFirst() : new Group(resolved);
  }

  private static int endOfWords(List<Query> clauses, int start) {
    int end = start;
    while (end < clauses.size() && clauses.get(end) instanceof Word) {
      end++;
    }
    return end;
  }

  private static String text(List<Query> words) {
    return words.stream().map(word -> ((Word) word).text()).collect(Collectors.joining(" "));
  }

  private Query beside(Query typed, String text, Set<String> others, int position) {
    if (others.isEmpty()) {
      return typed;
    }
    List<String> also = others.stream().limit(MAX_SPELLINGS).toList();
    spellings.put(text, also);
    return new Variants(typed, phrases(also, position));
  }

  private static List<Query> phrases(List<String> texts, int position) {
    return texts.stream().<Query>map(text -> new Phrase(text, position)).toList();
  }

  /**
   * Other names for the whole of a name: not those that it finds anyway, nor a single word that may
   * be anybody's, unless it is all that the person is called.
   */
  private Set<String> named(String name) {
    Set<String> typed = words(name);
    Set<String> others = new LinkedHashSet<>();
    boolean own = true;
    for (String other : names.otherNames(name)) {
      Set<String> words = words(other);
      boolean part = typed.containsAll(words);
      boolean vague = words.size() == 1 ? part || !own : part && !own;
      if (!words.containsAll(typed) && !vague) {
        others.add(other);
      }
      own = false;
    }
    return others;
  }

  /** The phrase with "and" for "&amp;", or the other way round; empty where it has neither. */
  private Optional<String> joint(String phrase) {
    if (names == NameSpellings.NONE) {
      return Optional.empty();
    }
    String spelt = AND.matcher(phrase).replaceAll("&");
    String other = spelt.equals(phrase) ? AMPERSAND.matcher(phrase).replaceAll("and") : spelt;
    return other.equals(phrase) ? Optional.empty() : Optional.of(other);
  }

  private static Set<String> words(String name) {
    return new LinkedHashSet<>(
        Arrays.asList(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+", -1)));
  }

  private Set<String> spelt(String word) throws IOException {
    Set<String> others = new LinkedHashSet<>(named(word));
    if (lookups < MAX_LOOKUPS && names.isNameWord(word) && backend.isName(word)) {
      lookups++;
      for (String similar : backend.similarWords(word)) {
        if (names.alike(word, similar) && backend.isName(similar)) {
          others.add(similar);
        }
      }
    }
    return others;
  }

  private Query inField(In in) throws IOException {
    return switch (in.field()) {
      case TEXT, TITLE -> new In(in.field(), resolve(in.what()), in.position());
      case SPEAKER -> person(in, Facet.SPEAKER);
      case MENTION -> person(in, Facet.MENTION);
      case PARTY, MENTIONED_PARTY, FORMER_PARTY -> party(in);
      case OUTLET -> value(in, Facet.OUTLET);
      case SECTION -> value(in, Facet.SECTION);
      case AUTHOR -> value(in, Facet.AUTHOR);
      case TAG -> value(in, Facet.TAG);
      case LANGUAGE -> value(in, Facet.LANGUAGE);
      case KIND -> oneOf(in, Facet.KIND);
      case MARKED -> oneOf(in, Facet.MARKED);
      case GENDER -> oneOf(in, Facet.GENDER);
      case POLARITY -> {
        asksForPolarity = true;
        yield oneOf(in, Facet.POLARITY);
      }
      case ROLE -> value(in, Facet.ROLE);
      case SPEAKS_FOR -> value(in, Facet.SPEAKS_FOR);
      case DATE -> in;
    };
  }

  private Query person(In in, Facet facet) throws IOException {
    String typed =
        switch (in.what()) {
          case Word(String text, int _) -> text;
          case Phrase(String text, int _) -> text;
          default -> "";
        };
    if (typed.isEmpty()) {
      return new In(in.field(), resolve(in.what()), in.position());
    }
    Set<String> others = new LinkedHashSet<>();
    for (String name : aliases.canonical(facet, typed)) {
      if (!words(name).containsAll(words(typed))) {
        others.add(name);
      }
    }
    others.addAll(in.what() instanceof Word ? spelt(typed) : named(typed));
    return new In(in.field(), beside(in.what(), typed, others, in.position()), in.position());
  }

  /** Parties by their ids. */
  private Query party(In in) throws IOException {
    List<String> ids =
        switch (in.what()) {
          case Phrase(String text, int _) -> parties.ids(text);
          case Query.Prefix(String text, int _) -> parties.beginningWith(text);
          default -> List.of();
        };
    if (ids.isEmpty()) {
      return in;
    }
    Query what =
        ids.size() == 1 && in.what() instanceof Phrase
            ? new Phrase(ids.getFirst(), in.position())
            : new Variants(in.what(), phrases(ids, in.position()));
    return new In(in.field(), what, in.position());
  }

  /** A value as the facet shows it. */
  private Query value(In in, Facet facet) {
    if (!(in.what() instanceof Phrase(String text, int position))) {
      return in;
    }
    List<String> values = List.copyOf(aliases.canonical(facet, text));
    Query what =
        values.size() == 1
            ? new Phrase(values.getFirst(), position)
            : new Variants(in.what(), phrases(values, position));
    return new In(in.field(), what, in.position());
  }

  private static Query oneOf(In in, Facet facet) {
    List<String> labels = facet.closed();
    if (in.what() instanceof Phrase(String text, int _)
        && labels.stream().noneMatch(text::equalsIgnoreCase)) {
      throw new InvalidRequestException(
          "q",
          in.position(),
          in.field().label() + " is " + String.join(" or ", labels) + ", not \"" + text + "\".",
          null);
    }
    return in;
  }
}
