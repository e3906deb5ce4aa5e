package org.onrecord.cli.command;

import java.time.LocalDate;
import java.util.List;
import org.onrecord.article.ArticleId;
import org.onrecord.article.PartyRef;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.article.TextSpan;
import org.onrecord.query.WordedQuery;
import org.onrecord.schema.ArchiveField;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.Facet;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.Copies;
import org.onrecord.search.Explanation;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.Hit;
import org.onrecord.search.MatchMode;
import org.onrecord.search.PartyLabels;
import org.onrecord.search.SearchResult;
import org.onrecord.search.Snippet;

/** Answers to searches, for tests. */
final class Results {
  private static final ArticleHeader ARTICLE =
      new ArticleHeader(
          new ArticleId("road-1"),
          "v1",
          "Minister promises a road",
          LocalDate.of(2024, 11, 7),
          "Valley Gazette",
          null,
          null);
  private static final String TEXT =
      "The minister spoke. “The road will be built,” Jane Doe said. So be it.";

  private Results() {}

  static SearchResult nothing() {
    return new SearchResult("everything", MatchMode.ALL, false, 0, 3, List.of(), List.of(), null);
  }

  /** A paragraph in which "road" and "Doe" were found. */
  static SearchResult paragraph() {
    Snippet text =
        new Snippet(
            ArchiveField.TEXT,
            TEXT.substring(20, 60),
            20,
            List.of(new TextSpan(5, 9), new TextSpan(31, 34)));
    Snippet speaker = new Snippet(ArchiveField.SPEAKER, "Jane Doe", 0, List.of(new TextSpan(5, 8)));
    ParagraphDocument paragraph =
        new ParagraphDocument(
            ARTICLE,
            "road-1~p1",
            1,
            0,
            TEXT,
            List.of(),
            List.of(),
            List.of(),
            List.of(quotation()));
    FacetCounts party =
        new FacetCounts.Values(
            Facet.PARTY,
            List.of(
                new FacetCounts.Value("Road Party", "road", 2, true),
                new FacetCounts.Value("Bridge Party", "bridge", 1, false)),
            3,
            0);
    return new SearchResult(
        "road AND doe",
        MatchMode.ALL,
        false,
        2,
        3,
        List.of(new Hit.ParagraphHit(paragraph, 1.5f, List.of(text, speaker))),
        List.of(party),
        null);
  }

  /** A quotation, found by any of the words only in its speaker's name. */
  static SearchResult quote() {
    Snippet speaker = new Snippet(ArchiveField.SPEAKER, "Jane Doe", 0, List.of(new TextSpan(5, 8)));
    return new SearchResult(
        "bridge OR doe",
        MatchMode.ANY,
        true,
        1,
        3,
        List.of(
            new Hit.QuoteHit(new QuoteDocument(ARTICLE, quotation(), TEXT), 1, List.of(speaker))),
        List.of(),
        null);
  }

  /** A quotation that two other articles have as well. */
  static SearchResult copied() {
    ArticleHeader other =
        new ArticleHeader(new ArticleId("copy"), "v", null, null, "Ferry News", null, null);
    ArticleHeader nowhere =
        new ArticleHeader(new ArticleId("wire"), "v", null, null, null, null, null);
    Copies copies =
        new Copies(
            2,
            List.of(
                new Copies.Copy("copy~p1~q1", 1, other),
                new Copies.Copy("wire~p1~q1", 1, nowhere)));
    return new SearchResult(
        new Explanation(WordedQuery.of("everything"), ""),
        MatchMode.ALL,
        false,
        List.of(),
        List.of(),
        List.of(),
        1,
        3,
        3,
        List.of(
            new Hit.QuoteHit(new QuoteDocument(ARTICLE, quotation(), TEXT), 1, List.of(), copies)),
        List.of(),
        PartyLabels.NONE,
        null);
  }

  private static ArchivedQuotation quotation() {
    return new ArchivedQuotation(
        "road-1~p1~q1",
        1,
        "The road\u001b[31m will be built",
        List.of(new TextSpan(21, 43)),
        QuotationKind.DIRECT,
        true,
        null,
        null,
        new SpeakerRef("Jane Doe", "jane-doe", SpeakerType.PERSON),
        new PartyRef("road", "Road Party"),
        null,
        List.of(),
        0.9,
        "marks");
  }
}
