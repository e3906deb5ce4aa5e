package org.onrecord.attribution.lookup;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.words.Gazetteer;
import org.onrecord.attribution.words.Gazetteer.Place;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.RolePhrases;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Token;

/**
 * Which countries an article is about, and which of their states or provinces: by the places and
 * nationalities that it names, and by its outlet.
 */
public final class ArticleCountries {
  /** What an outlet's country counts: as much as so many names. */
  private static final double OUTLET = 3;

  /** What a name counts that may mean something else, too. */
  private static final double WEAK = 0.25;

  /** A place leads where it is named so many times as often as any other. */
  private static final double LEADS = 1.5;

  private final Map<String, Double> countries = new HashMap<>();
  private final Map<String, Map<String, Double>> regions = new HashMap<>();
  private final Set<String> sure = new HashSet<>();

  private @Nullable String home;
  private boolean official;

  private ArticleCountries() {}

  public static ArticleCountries of(SegmentedArticle article) {
    ArticleCountries found = new ArticleCountries();
    String outlet = article.article().outlet();
    if (outlet != null) {
      Gazetteer.ENGLISH.countryOfOutlet(outlet).ifPresent(found::addHome);
      found.official = Lexicon.ENGLISH.isGovernmentPlace(outlet.replaceFirst("^The ", ""));
    }
    article.paragraphs().forEach(found::read);
    return found;
  }

  private void addHome(String country) {
    home = country;
    add(new Place(country, null, false), OUTLET);
  }

  /** The outlet's country; empty where it is not known. */
  public Optional<String> home() {
    return Optional.ofNullable(home);
  }

  /** Whether the government of one of these countries publishes the article itself. */
  boolean publishes(Set<String> any) {
    return official && home().filter(any::contains).isPresent();
  }

  /** Whether more than the outlet speaks for the outlet's country. */
  boolean isHomeNamed() {
    return home().filter(own -> weight(Set.of(own)) >= OUTLET + 1).isPresent();
  }

  private void read(Paragraph paragraph) {
    List<Token> tokens = paragraph.tokens();
    int i = 0;
    while (i < tokens.size()) {
      i = tokens.get(i).isCapitalised() ? read(tokens, i) : i + 1;
    }
  }

  /** Counts the longest place that begins at a token; where to go on. */
  private int read(List<Token> tokens, int first) {
    int longest = Gazetteer.ENGLISH.longest(tokens.get(first).text());
    int most = Math.min(longest, tokens.size() - first);
    for (int length = most; length > 0; length--) {
      List<Place> places =
          Gazetteer.ENGLISH.places(RolePhrases.words(tokens, first, first + length));
      for (Place place : places) {
        add(place, place.weak() ? WEAK : 1);
      }
      if (!places.isEmpty()) {
        return first + length;
      }
    }
    return first + 1;
  }

  private void add(Place place, double weight) {
    countries.merge(place.country(), weight, Double::sum);
    if (!place.weak()) {
      sure.add(place.country());
    }
    if (place.region() != null) {
      regions
          .computeIfAbsent(place.country(), c -> new HashMap<>())
          .merge(place.region(), weight, Double::sum);
    }
  }

  /** Somebody named in full whom hardly anybody shares the name with speaks for the countries. */
  void addPerson(Set<String> home) {
    home.forEach(country -> add(new Place(country, null, false), 1));
  }

  /** Whether nothing surely says which country it is about. */
  boolean isEmpty() {
    return sure.isEmpty();
  }

  /** Whether it is about one of these countries, among others. */
  boolean isAbout(Set<String> any) {
    Set<String> told = sure.isEmpty() ? countries.keySet() : sure;
    return any.stream().anyMatch(told::contains);
  }

  /** How much speaks for one of these countries: about as many as names of places there. */
  double weight(Set<String> any) {
    return any.stream().mapToDouble(country -> countries.getOrDefault(country, 0.0)).sum();
  }

  /** The country that it is about before all others; empty where none leads. */
  Optional<String> main() {
    return leading(countries);
  }

  /** Whether it surely names a place of another country than this one. */
  boolean namesAnother(String main) {
    return sure.stream().anyMatch(country -> !country.equals(main) && !country.equals(home))
        || !main.equals(home) && isHomeNamed();
  }

  /** The state or province of a country that it is about before all others there. */
  Optional<String> mainRegion(String country) {
    return leading(regions.getOrDefault(country, Map.of()));
  }

  private static Optional<String> leading(Map<String, Double> weights) {
    List<Map.Entry<String, Double>> sorted =
        weights.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(2)
            .toList();
    boolean leads =
        !sorted.isEmpty()
            && sorted.getFirst().getValue() >= 1
            && (sorted.size() == 1
                || sorted.getFirst().getValue() >= LEADS * sorted.getLast().getValue());
    return leads ? Optional.of(sorted.getFirst().getKey()) : Optional.empty();
  }
}
