package org.onrecord.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.onrecord.article.Polarity;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;

/** Small archives and requests by chance, the same ones for a seed. */
public final class RandomArchives {
  private static final List<String> WORDS =
      List.of("harbour", "budget", "vote", "river", "bridge", "school", "tax", "the", "of");
  private static final List<String> PEOPLE =
      List.of("Ada Bell", "Ben Oru", "Cleo Marsh", "Dan Bell", "Émile Roux", "Faye Oru");
  private static final List<String> PARTIES = List.of("GRN", "Blue-N", "United Front", "");
  private static final List<String> OUTLETS = List.of("Herald", "HERALD", "Tribune", "The Post");

  private final Random random;

  public RandomArchives(long seed) {
    random = new Random(seed);
  }

  public List<SampleArticle> articles(int count) {
    List<SampleArticle> articles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      articles.add(article("a" + i));
    }
    return articles;
  }

  public SampleArticle article(String id) {
    SampleArticle article = SampleArticle.article(id).on(day().toString());
    if (random.nextInt(4) > 0) {
      article.in(pick(OUTLETS), pick(List.of("news", "sport")));
    }
    if (random.nextBoolean()) {
      article.title(words(3));
    }
    if (random.nextBoolean()) {
      article.labelled(
          List.of(pick(PEOPLE), pick(PEOPLE)),
          List.of(pick(WORDS), words(2).toUpperCase(Locale.ROOT)),
          random.nextBoolean() ? pick(List.of("en-GB", "EN-gb", "fr")) : null);
    }
    int paragraphs = 1 + random.nextInt(4);
    for (int i = 0; i < paragraphs; i++) {
      paragraph(article);
    }
    return article;
  }

  private void paragraph(SampleArticle article) {
    String said = words(4);
    String other = words(3);
    article.paragraph("There " + said + ". He " + other + " here.");
    if (random.nextBoolean()) {
      article.mention("He", pick(PEOPLE));
    }
    if (random.nextInt(4) == 0) {
      article.names(
          random.nextBoolean() ? said : "There",
          SampleArticle.party(pick(List.of("GRN", "United Front"))));
    }
    if (random.nextInt(3) > 0) {
      article.said(said, pick(PEOPLE), pick(PARTIES));
    }
    switch (random.nextInt(4)) {
      case 0 -> article.saidByFormer(other, pick(PEOPLE), "GRN");
      case 1 -> article.saidByUnnamed(other, "a spokesman");
      default -> {
        return;
      }
    }
    if (random.nextInt(3) == 0) {
      article.told(pick(List.of(Polarity.values())));
    }
    if (random.nextInt(4) == 0) {
      article.speakingFor(pick(OUTLETS));
    }
    article.sure(random.nextInt(101) / 100.0, random.nextInt(101) / 100.0);
  }

  public SearchRequest request() {
    Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
    choose(filters, Facet.SPEAKER, PEOPLE);
    choose(filters, Facet.PARTY, List.of("grn", "blue-n", "nobody"));
    choose(filters, Facet.MENTIONED_PARTY, List.of("grn", "united-front"));
    choose(filters, Facet.OUTLET, List.of("herald", "Tribune"));
    choose(filters, Facet.AUTHOR, PEOPLE);
    choose(filters, Facet.TAG, WORDS);
    choose(filters, Facet.LANGUAGE, List.of("en-gb", "de"));
    choose(filters, Facet.KIND, List.of("direct", "indirect"));
    choose(filters, Facet.POLARITY, List.of("affirmed", "unsaid"));
    choose(filters, Facet.SPEAKS_FOR, OUTLETS);
    LocalDate from = random.nextInt(4) == 0 ? day() : null;
    LocalDate to = random.nextInt(4) == 0 ? day() : null;
    String q = random.nextInt(3) == 0 ? "" : words(1 + random.nextInt(2));
    return SearchRequest.of(q)
        .withTypes(types())
        .withQuery(q, random.nextBoolean() ? MatchMode.ALL : MatchMode.ANY)
        .withFilters(filters)
        .withDays(from, to)
        .withPage(pick(List.of(SortOrder.values())), 5, null)
        .withFacets(
            new FacetsWanted(
                EnumSet.allOf(Facet.class),
                random.nextBoolean() ? 3 : 100,
                pick(List.of(DateInterval.values()))))
        .withQuotations(
            new QuotationBounds(
                pick(List.of(UnsaidMode.values())),
                random.nextInt(3) == 0 ? random.nextInt(101) / 100.0 : 0,
                0));
  }

  private Set<DocumentType> types() {
    return switch (random.nextInt(3)) {
      case 0 -> Set.of(DocumentType.PARAGRAPH);
      case 1 -> Set.of(DocumentType.QUOTE);
      default -> Set.of(DocumentType.values());
    };
  }

  private void choose(Map<Facet, List<String>> filters, Facet facet, List<String> values) {
    switch (random.nextInt(6)) {
      case 0 -> filters.put(facet, List.of(pick(values)));
      case 1 -> filters.put(facet, List.of(pick(values), pick(values)));
      default -> {}
    }
  }

  private LocalDate day() {
    return LocalDate.of(2023, 11, 1).plusDays(random.nextInt(120));
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
