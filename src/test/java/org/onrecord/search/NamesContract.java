package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onrecord.article.ArticleId;
import org.onrecord.article.SpeakerGender;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.people.ArchivedPerson;
import org.onrecord.people.ArticleCondition;
import org.onrecord.people.NameDecision;
import org.onrecord.people.PeopleLog;
import org.onrecord.people.RefusedDecisionException;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.DocumentFacets;
import org.onrecord.schema.Facet;

/** What editors decide about names is what everything that reads an index shows, and at once. */
public abstract class NamesContract extends BackendContract {
  private static final SpeakerRef RUTH = person("Ruth Alder");
  private static final SpeakerRef R_ALDER = person("R Alder");
  private static final SpeakerRef MARTA = person("Marta Quill");
  private static final SpeakerRef FURIOUS = person("Furious");

  private SearchService service;

  /** What was decided about the names of the engine's index. */
  protected abstract PeopleLog log();

  /** How many archives are drawn, and how many decisions in each. */
  protected int seeds() {
    return 3;
  }

  private static SpeakerRef person(String name) {
    return new SpeakerRef(
        name, name.toLowerCase(Locale.ROOT).replace(' ', '-'), SpeakerType.PERSON);
  }

  protected int decisions() {
    return 8;
  }

  @BeforeEach
  final void fill() throws IOException {
    service = new SearchService(backend(), FacetAliases.NONE);
    index(
        article("a")
            .in("Herald", "news")
            .paragraph("Alder said the bridge stays, and Quill waits.")
            .mention("Quill", "Marta Quill")
            .said("the bridge stays", "Ruth Alder", "GRN"),
        article("b")
            .in("Tribune", "news")
            .on("2024-12-01")
            .paragraph("She said the pier goes. They say the ferry waits.")
            .said("the pier goes", "R Alder", "GRN")
            .said("the ferry waits", "Ruth Alder", "GRN"),
        article("c")
            .in("Herald", "news")
            .on("2025-01-01")
            .paragraph("Residents said the toll is wrong.")
            .said("the toll is wrong", "Furious", "RED")
            .paragraph("Of R Alder, nobody said the mast stands.")
            .mention("R Alder", "R Alder")
            .said("the mast stands", "Marta Quill", "RED"));
  }

  private int decide(NameDecision decision) throws Exception {
    return log().decide(decision, "R. Elm", null, InstantSource.system()).number();
  }

  private SearchResult answer(SearchRequest request) throws IOException {
    return service.search(request);
  }

  private List<String> said(String speaker) throws IOException {
    return found(quotes("").withFilters(Map.of(Facet.SPEAKER, List.of(speaker))));
  }

  protected final int quotationsOf(String speaker) throws IOException {
    return said(speaker).size();
  }

  private List<String> found(SearchRequest request) throws IOException {
    List<String> ids = new ArrayList<>();
    for (Hit hit : answer(request).hits()) {
      switch (hit) {
        case Hit.QuoteHit quote -> ids.add(quote.quote().quotation().id());
        case Hit.ParagraphHit paragraph -> ids.add(paragraph.paragraph().id());
      }
    }
    return ids.stream().sorted().toList();
  }

  private String counts(Facet facet, SearchRequest request) throws IOException {
    for (FacetCounts counts : answer(request).facets()) {
      if (counts instanceof FacetCounts.Values values && values.facet() == facet) {
        List<String> told = new ArrayList<>();
        values.values().stream()
            .sorted((one, other) -> one.value().compareTo(other.value()))
            .forEach(value -> told.add(value.value() + "=" + value.count()));
        return String.join(" ", told)
            + " others="
            + values.others()
            + " missing="
            + values.missing();
      }
    }
    throw new AssertionError("no " + facet);
  }

  private @Nullable String speaker(String quotation) throws IOException {
    return speaker(service, quotation);
  }

  private static @Nullable String speaker(SearchService in, String quotation) throws IOException {
    SpeakerRef who = in.quote(quotation).orElseThrow().quotation().speaker();
    return who == null ? null : who.name() + "/" + who.id();
  }

  @Test
  void mergedNameCountsAsTheOther() throws Exception {
    assertEquals(
        "Furious=1 Marta Quill=1 R Alder=1 Ruth Alder=2 others=0 missing=0",
        counts(Facet.SPEAKER, quotes("")));
    int merge = decide(new NameDecision.Merge(R_ALDER, RUTH));
    List<String> all = List.of("a~p1~q1", "b~p1~q1", "b~p1~q2");
    assertEquals(all, said("Ruth Alder"));
    assertEquals(all, said("r alder"));
    assertEquals("Ruth Alder/ruth-alder", speaker("b~p1~q1"));
    assertEquals(
        "Furious=1 Marta Quill=1 Ruth Alder=3 others=0 missing=0",
        counts(Facet.SPEAKER, quotes("")));
    assertEquals(
        "Furious=1 Marta Quill=1 Ruth Alder=2 others=0 missing=0",
        counts(Facet.SPEAKER, SearchRequest.of("")));
    assertEquals(
        List.of("b~p1"), found(SearchRequest.of("ruth pier")), "found by the name that it has now");
    assertEquals(List.of("b~p1~q1"), found(quotes("speaker:\"Ruth Alder\" pier")));
    assertEquals(
        List.of("c~p2"),
        found(SearchRequest.of("").withFilters(Map.of(Facet.MENTION, List.of("Ruth Alder")))));
    assertEquals("Ruth Alder/ruth-alder", mentioned("c~p2"));
    assertEquals(List.of("Ruth Alder"), completed("alder"));
    assertEquals(List.of("Ruth Alder=3"), listed(Facet.SPEAKER, "ald"));
    decide(new NameDecision.Undo(merge));
    asBefore();
  }

  private String mentioned(String paragraph) throws IOException {
    SpeakerRef who = service.paragraph(paragraph).orElseThrow().mentions().getFirst().who();
    return who.name() + "/" + who.id();
  }

  private List<String> completed(String typed) throws IOException {
    return service.complete(typed, 10).stream()
        .filter(one -> one.kind() == Completion.Kind.PERSON)
        .map(Completion::text)
        .toList();
  }

  private List<String> listed(Facet facet, String prefix) throws IOException {
    return service.facet(quotes(""), new FacetListing(facet, prefix, 10, null)).values().stream()
        .map(value -> value.value() + "=" + value.count())
        .toList();
  }

  private void asBefore() throws IOException {
    assertEquals(
        "Furious=1 Marta Quill=1 R Alder=1 Ruth Alder=2 others=0 missing=0",
        counts(Facet.SPEAKER, quotes("")));
    assertEquals(List.of("b~p1~q1"), said("R Alder"));
    assertEquals(List.of("a~p1~q1", "b~p1~q2"), said("Ruth Alder"));
    assertEquals("R Alder/r-alder", speaker("b~p1~q1"));
    assertEquals("Furious/furious", speaker("c~p1~q1"));
    assertEquals("R Alder/r-alder", mentioned("c~p2"));
    assertEquals(2, answer(quotes("").withFilters(Map.of(Facet.PARTY, List.of("red")))).total());
  }

  @Test
  void chainLeadsToItsEnd() throws Exception {
    decide(new NameDecision.Merge(R_ALDER, RUTH));
    int second = decide(new NameDecision.Merge(RUTH, MARTA));
    assertEquals(List.of("a~p1~q1", "b~p1~q1", "b~p1~q2", "c~p2~q1"), said("Marta Quill"));
    assertEquals("Marta Quill/marta-quill", speaker("b~p1~q1"));
    decide(new NameDecision.Undo(second));
    assertEquals("Ruth Alder/ruth-alder", speaker("b~p1~q1"));
  }

  @Test
  void renamedNameIsShownAndFoundByBoth() throws Exception {
    int rename = decide(new NameDecision.Rename(RUTH, "Dame Ruth Alder"));
    assertEquals(
        "Dame Ruth Alder=2 Furious=1 Marta Quill=1 R Alder=1 others=0 missing=0",
        counts(Facet.SPEAKER, quotes("")));
    assertEquals(List.of("a~p1~q1", "b~p1~q2"), said("Dame Ruth Alder"));
    assertEquals(List.of("a~p1~q1", "b~p1~q2"), said("Ruth Alder"));
    assertEquals(List.of("a~p1~q1", "b~p1~q2"), found(quotes("dame ruth")));
    assertEquals("Dame Ruth Alder/ruth-alder", speaker("a~p1~q1"));
    decide(new NameDecision.Undo(rename));
    asBefore();
  }

  @Test
  void struckNameIsNobodyAndItsWordsStay() throws Exception {
    assertEquals(List.of("c~p1~q1"), found(quotes("furious")));
    int strike = decide(new NameDecision.Strike(FURIOUS));
    assertNull(speaker("c~p1~q1"));
    assertNull(service.quote("c~p1~q1").orElseThrow().quotation().party());
    assertEquals("the toll is wrong", service.quote("c~p1~q1").orElseThrow().quotation().content());
    assertEquals(
        "Marta Quill=1 R Alder=1 Ruth Alder=2 others=0 missing=1",
        counts(Facet.SPEAKER, quotes("")));
    assertEquals(List.of(), said("Furious"));
    assertEquals(List.of(), found(quotes("furious")));
    assertEquals(List.of(), found(quotes("furi*")));
    assertEquals(List.of(), found(quotes("speaker:furious")));
    assertEquals(List.of("c~p1~q1"), found(quotes("toll")));
    assertEquals(List.of(), completed("fur"));
    assertEquals(
        List.of("c~p2~q1"), found(quotes("").withFilters(Map.of(Facet.PARTY, List.of("red")))));
    assertEquals("GRN=3 RED=1 others=0 missing=1", counts(Facet.PARTY, quotes("")));
    assertEquals("GRN=2 RED=1 others=0 missing=1", counts(Facet.PARTY, SearchRequest.of("")));
    decide(new NameDecision.Undo(strike));
    asBefore();
  }

  @Test
  void partedNameIsSomebodyElseInSomeArticles() throws Exception {
    SpeakerRef other = person("Ruth Alder (Tribune)");
    int part =
        decide(
            new NameDecision.Part(
                RUTH, other, new ArticleCondition(List.of(), "tribune", null, null)));
    assertEquals(List.of("a~p1~q1"), said("Ruth Alder"));
    assertEquals(List.of("b~p1~q2"), said("Ruth Alder (Tribune)"));
    assertEquals("Ruth Alder/ruth-alder", speaker("a~p1~q1"));
    assertEquals("Ruth Alder (Tribune)/" + other.id(), speaker("b~p1~q2"));
    assertEquals(
        "Furious=1 Marta Quill=1 R Alder=1 Ruth Alder=1 Ruth Alder (Tribune)=1 others=0 missing=0",
        counts(Facet.SPEAKER, quotes("")));
    decide(new NameDecision.Undo(part));
    asBefore();
    decide(
        new NameDecision.Part(
            RUTH, MARTA, new ArticleCondition(List.of(new ArticleId("b")), null, null, null)));
    assertEquals(List.of("b~p1~q2"), found(quotes("speaker:quill ferry")));
    assertEquals(List.of(), found(quotes("speaker:ruth ferry")));
  }

  @Test
  void whatIsTakenInLaterIsReadTheSameWay() throws Exception {
    decide(new NameDecision.Merge(R_ALDER, RUTH));
    index(
        article("d")
            .paragraph("One said the sluice opens.")
            .said("the sluice opens", "R Alder", ""));
    assertEquals("Ruth Alder/ruth-alder", speaker("d~p1~q1"));
    assertTrue(said("Ruth Alder").contains("d~p1~q1"));
    sink().delete(new ArticleId("d"));
    sink().commit();
    assertFalse(said("Ruth Alder").contains("d~p1~q1"));
  }

  @Test
  void everybodyIsListedAsTheyLie() throws Exception {
    decide(new NameDecision.Merge(R_ALDER, RUTH));
    List<ArchivedPerson> people = service.people();
    assertEquals(
        List.of("furious 1 0", "marta-quill 1 1", "r-alder 1 1", "ruth-alder 2 0"),
        people.stream().map(p -> p.id() + " " + p.spoken() + " " + p.mentioned()).toList());
    assertEquals(1, service.articlesWithBoth("r-alder", "marta-quill"));
    assertEquals(0, service.articlesWithBoth("furious", "ruth-alder"));
  }

  /** Whatever is decided: a facet counts what its value selects, and what the records say. */
  @Test
  void countsAreWhatSelectingReturns() throws Exception {
    String[] names = {"Ada Bell", "Ben Oru", "Cleo Marsh", "Dan Bell", "Eve Stone", "Furious"};
    for (long seed = 1; seed <= seeds(); seed++) {
      Random random = new Random(seed);
      for (int i = 0; i < 30; i++) {
        SampleArticle article =
            article("r" + i)
                .in(random.nextBoolean() ? "Herald" : "Tribune", "news")
                .on("2024-0" + (1 + random.nextInt(9)) + "-01");
        for (int p = 0; p < 3; p++) {
          String text = "The tide comes in and the bridge stays as long as the pier stands.";
          article.paragraph(text + (random.nextInt(3) == 0 ? "" : " And " + i + p));
          article.said(
              "the bridge stays",
              names[random.nextInt(names.length)],
              random.nextBoolean() ? "GRN" : "RED");
          article.known(
              SpeakerGender.values()[random.nextInt(4)],
              random.nextBoolean() ? new String[] {"Mayor", "Clerk"} : new String[0]);
          article.said("the pier stands", names[random.nextInt(names.length)], "");
        }
        index(article);
      }
      for (int i = 0; i < decisions(); i++) {
        SpeakerRef one = person(names[random.nextInt(names.length)]);
        SpeakerRef other = person(names[random.nextInt(names.length)]);
        NameDecision decision =
            switch (random.nextInt(4)) {
              case 0 -> new NameDecision.Merge(one, other);
              case 1 -> new NameDecision.Rename(one, "Lord " + one.name());
              case 2 ->
                  new NameDecision.Part(
                      one, other, new ArticleCondition(List.of(), "Herald", null, null));
              default -> new NameDecision.Strike(one);
            };
        try {
          decide(decision);
        } catch (RefusedDecisionException _) {
          continue;
        }
        for (CopyMode copies : CopyMode.values()) {
          check(quotes("").withCopies(copies), "seed " + seed + " " + copies);
          check(SearchRequest.of("").withCopies(copies), "seed " + seed + " " + copies);
        }
      }
    }
  }

  private void check(SearchRequest request, String told) throws IOException {
    SearchRequest all =
        request.withFacets(Set.of(Facet.SPEAKER, Facet.PARTY, Facet.ROLE, Facet.GENDER), 100);
    for (FacetCounts counts : answer(all).facets()) {
      FacetCounts.Values values = (FacetCounts.Values) counts;
      assertEquals(0, values.others(), told);
      assertEquals(without(request, values.facet()), values.missing(), told + values);
      Map<String, Long> listed = new TreeMap<>();
      service
          .facet(request, new FacetListing(values.facet(), "", 100, null))
          .values()
          .forEach(value -> listed.put(value.value(), value.count()));
      Map<String, Long> shown = new TreeMap<>();
      for (FacetCounts.Value value : values.values()) {
        shown.put(value.value(), value.count());
        SearchResult selected =
            answer(
                request
                    .withFilters(Map.of(values.facet(), List.of(value.key())))
                    .withPage(request.sort(), 100, null));
        assertEquals(selected.total(), value.count(), told + " " + value);
        for (Hit hit : selected.hits()) {
          assertTrue(has(hit, values.facet(), value.value()), told + " " + value + " " + hit);
        }
      }
      assertEquals(listed, shown, told);
    }
  }

  /** How many hits have no value. */
  private long without(SearchRequest request, Facet facet) throws IOException {
    long without = 0;
    String after = null;
    do {
      SearchResult page = answer(request.withPage(request.sort(), 100, after));
      without += page.hits().stream().filter(hit -> names(hit, facet).isEmpty()).count();
      after = page.next();
    } while (after != null);
    return without;
  }

  private static boolean has(Hit hit, Facet facet, String name) {
    return names(hit, facet).contains(name);
  }

  private static List<String> names(Hit hit, Facet facet) {
    ArchiveDocument document =
        switch (hit) {
          case Hit.QuoteHit quote -> quote.quote();
          case Hit.ParagraphHit paragraph -> paragraph.paragraph();
        };
    return DocumentFacets.values(facet, document).stream().map(DocumentFacets.Value::name).toList();
  }
}
