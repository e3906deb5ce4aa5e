package org.onrecord.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;

/** Archives of which many articles copy others, and searches in them, by chance. */
final class RandomCopies {
  private static final List<String> OUTLETS = List.of("Herald", "Tribune", "The Post", "Echo");
  private static final List<String> PEOPLE = List.of("Ada Bell", "Ben Oru", "Cleo Marsh");
  private static final List<String> WORDS =
      List.of(
          "harbour", "budget", "vote", "river", "bridge", "school", "tax", "ferry", "winter",
          "fish", "council", "mayor", "storm", "night", "glass", "tower", "clock", "boat", "street",
          "rain");

  private final Random random;

  RandomCopies(long seed) {
    random = new Random(seed);
  }

  private record Text(String words, String said, String speaker) {}

  List<SampleArticle> articles(int count) {
    List<List<Text>> originals = new ArrayList<>();
    List<SampleArticle> articles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (originals.isEmpty() || random.nextInt(3) == 0) {
        originals.add(texts());
      }
      articles.add(copy("a" + i, pick(originals)));
    }
    return articles;
  }

  <T> List<T> some(List<T> of, int count) {
    List<T> shuffled = new ArrayList<>(of);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, count);
  }

  private List<Text> texts() {
    List<Text> texts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      texts.add(new Text(words(16), words(5), pick(PEOPLE)));
    }
    return texts;
  }

  private SampleArticle copy(String id, List<Text> texts) {
    SampleArticle article = SampleArticle.article(id).on(day().toString());
    if (random.nextInt(8) > 0) {
      article.in(pick(OUTLETS), pick(List.of("news", "sport")));
    }
    if (random.nextBoolean()) {
      article.title(words(4));
    }
    for (Text text : texts) {
      if (random.nextInt(5) > 0) {
        String dateline = random.nextInt(4) == 0 ? "HARBOUR: " : "";
        String edit = random.nextInt(4) == 0 ? words(1) + " " : "";
        article.paragraph(dateline + text.words() + ". He " + text.said() + " " + edit + "there.");
        if (random.nextInt(4) > 0) {
          article.said(text.said(), text.speaker(), random.nextBoolean() ? "GRN" : "");
        }
      }
    }
    return article.paragraph(words(3));
  }

  SearchRequest request() {
    Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
    if (random.nextInt(4) == 0) {
      filters.put(Facet.OUTLET, some(OUTLETS, 1 + random.nextInt(2)));
    }
    if (random.nextInt(6) == 0) {
      filters.put(Facet.SPEAKER, some(PEOPLE, 1));
    }
    String q = random.nextInt(3) == 0 ? "" : words(1 + random.nextInt(2));
    return SearchRequest.of(q)
        .withTypes(
            random.nextBoolean()
                ? EnumSet.allOf(DocumentType.class)
                : Set.of(DocumentType.PARAGRAPH))
        .withQuery(q, random.nextBoolean() ? MatchMode.ALL : MatchMode.ANY)
        .withFilters(filters)
        .withDays(random.nextInt(4) == 0 ? day() : null, null)
        .withPage(pick(List.of(SortOrder.values())), 5, null)
        .withFacets(
            new FacetsWanted(
                EnumSet.allOf(Facet.class),
                random.nextBoolean() ? 2 : 100,
                pick(List.of(DateInterval.values()))));
  }

  private LocalDate day() {
    return LocalDate.of(2024, 2, 28).plusDays(random.nextInt(5));
  }

  private String words(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(pick(WORDS));
    }
    return String.join(" ", words);
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
