package org.onrecord.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.onrecord.article.Article;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.SpeakerType;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.Excerpt;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.PartyRef;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.schema.SpeakerRef;

/**
 * A simple analysis for tests: what stands between “ and ” is said by Jane Doe of the Road Party,
 * where her name stands in the paragraph, else by nobody; a second such piece in a paragraph
 * belongs to the same quotation. An article that holds the word "explode" breaks it.
 */
public final class FakeAnalyzer implements ArticleAnalyzer {
  private static final Pattern MARKED = Pattern.compile("“([^”]+)”");

  @Override
  public List<ArchiveDocument> analyze(Article article) {
    if (article.body().contains("explode")) {
      throw new IllegalStateException("it exploded");
    }
    ArticleHeader header =
        new ArticleHeader(
            article.id(), "v1", article.title(), article.date(), article.outlet(), null, null);
    List<ArchiveDocument> paragraphs = new ArrayList<>();
    List<ArchiveDocument> quotes = new ArrayList<>();
    if (article.title() != null) {
      paragraph(header, 0, 0, article.title(), paragraphs, quotes);
    }
    int offset = 0;
    int ordinal = 1;
    for (String text : article.body().split("\n\n", -1)) {
      paragraph(header, ordinal++, offset, text, paragraphs, quotes);
      offset += text.length() + 2;
    }
    List<ArchiveDocument> all = new ArrayList<>();
    all.add(new ArticleDocument(header, article, paragraphs.size(), quotes.size()));
    all.addAll(paragraphs);
    all.addAll(quotes);
    return all;
  }

  private static void paragraph(
      ArticleHeader header,
      int ordinal,
      int offset,
      String text,
      List<ArchiveDocument> paragraphs,
      List<ArchiveDocument> quotes) {
    List<TextSpan> segments = MARKED.matcher(text).results().map(FakeAnalyzer::inner).toList();
    List<ArchivedQuotation> quotations =
        segments.isEmpty() ? List.of() : List.of(quotation(header, ordinal, text, segments));
    paragraphs.add(
        new ParagraphDocument(
            header,
            header.id().paragraph(ordinal),
            ordinal,
            offset,
            text,
            List.of(),
            List.of(),
            List.of(),
            quotations));
    quotations.forEach(q -> quotes.add(new QuoteDocument(header, q, text)));
  }

  private static TextSpan inner(MatchResult match) {
    return new TextSpan(match.start(1), match.end(1));
  }

  private static ArchivedQuotation quotation(
      ArticleHeader header, int ordinal, String text, List<TextSpan> segments) {
    int name = text.indexOf("Jane Doe");
    boolean known = name >= 0;
    return new ArchivedQuotation(
        header.id().quotation(ordinal, 1),
        ordinal,
        String.join(" … ", segments.stream().map(s -> s.in(text)).toList()),
        segments,
        QuotationKind.DIRECT,
        true,
        known ? new Excerpt("said", ordinal, new TextSpan(0, 4)) : null,
        known ? new Excerpt("Jane Doe", ordinal, new TextSpan(name, name + 8)) : null,
        known ? new SpeakerRef("Jane Doe", "jane-doe", SpeakerType.PERSON) : null,
        known ? new PartyRef("road", "Road Party") : null,
        null,
        List.of(),
        0.5,
        "marks");
  }
}
