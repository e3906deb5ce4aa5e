package org.onrecord.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.onrecord.article.Article;
import org.onrecord.article.Excerpt;
import org.onrecord.article.PartyRef;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ParagraphDocument;

/**
 * A simple analysis for tests: what stands between “ and ” is said by Jane Doe of the Road Party,
 * where her name stands in the paragraph, else by nobody; a second such piece in a paragraph
 * belongs to the same quotation. An article that holds the word "explode" breaks it.
 */
public final class FakeAnalyzer implements ArticleAnalyzer {
  private static final Pattern MARKED = Pattern.compile("“([^”]+)”");

  @Override
  public ArchivedArticle analyze(Article article) {
    if (article.body().contains("explode")) {
      throw new IllegalStateException("it exploded");
    }
    ArticleHeader header =
        new ArticleHeader(
            article.id(), "v1", article.title(), article.date(), article.outlet(), null, null);
    List<ParagraphDocument> paragraphs = new ArrayList<>();
    if (article.title() != null) {
      paragraphs.add(paragraph(header, 0, 0, article.title()));
    }
    int offset = 0;
    int ordinal = 1;
    for (String text : article.body().split("\n\n", -1)) {
      paragraphs.add(paragraph(header, ordinal++, offset, text));
      offset += text.length() + 2;
    }
    int quotations = paragraphs.stream().mapToInt(each -> each.quotations().size()).sum();
    return new ArchivedArticle(
        new ArticleDocument(header, article, paragraphs.size(), quotations), paragraphs);
  }

  private static ParagraphDocument paragraph(
      ArticleHeader header, int ordinal, int offset, String text) {
    List<TextSpan> segments = MARKED.matcher(text).results().map(FakeAnalyzer::inner).toList();
    List<ArchivedQuotation> quotations =
        segments.isEmpty() ? List.of() : List.of(quotation(header, ordinal, text, segments));
    return new ParagraphDocument(
        header,
        header.id().paragraph(ordinal),
        ordinal,
        offset,
        text,
        List.of(),
        List.of(),
        List.of(),
        quotations);
  }

  private static TextSpan inner(MatchResult match) {
    return new TextSpan(match.start(1), match.end(1));
  }

  private static ArchivedQuotation quotation(
      ArticleHeader header, int ordinal, String text, List<TextSpan> segments) {
    int name = text.indexOf("Jane Doe");
    boolean known = name >= 0;
    return new ArchivedQuotation(
        header.id().paragraph(ordinal) + "~q1",
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
