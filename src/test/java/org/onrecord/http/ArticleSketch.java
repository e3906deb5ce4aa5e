package org.onrecord.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Excerpt;
import org.onrecord.article.PartyRef;
import org.onrecord.article.Provenance;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.CorrectionMark;
import org.onrecord.schema.NamedMention;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.StruckQuotation;

/** An article drawn by hand for a test, its quotations and mentions found by their words. */
public final class ArticleSketch {
  private final ArticleHeader header;
  private final List<ParagraphDocument> paragraphs = new ArrayList<>();

  public ArticleSketch(ArticleHeader header) {
    this.header = header;
    if (header.title() != null) {
      paragraphs.add(paragraph(0, header.title()));
    }
  }

  public static ArticleHeader header(String id, @Nullable String title, String date) {
    return new ArticleHeader(
        new ArticleId(id), "v1-" + id.hashCode(), title, LocalDate.parse(date), null, null, null);
  }

  public static SpeakerRef person(String name) {
    return new SpeakerRef(
        name, name.toLowerCase(Locale.ROOT).replace(' ', '-'), SpeakerType.PERSON);
  }

  /** Says of a paragraph that {@code words} stand for somebody. */
  public record Named(String words, SpeakerRef who) {}

  /** What is said in a paragraph; the content's pieces are parted by {@code |}. */
  public record Said(
      String content,
      QuotationKind kind,
      boolean marked,
      @Nullable String cue,
      @Nullable String source,
      @Nullable SpeakerRef speaker,
      @Nullable PartyRef party,
      @Nullable PartyRef formerParty,
      double confidence) {}

  public ArticleSketch add(String text, List<Named> mentions, Said... said) {
    int ordinal = (int) paragraphs.stream().filter(p -> p.ordinal() > 0).count() + 1;
    ParagraphDocument bare = paragraph(ordinal, text);
    List<NamedMention> named =
        mentions.stream().map(m -> new NamedMention(find(text, m.words()), m.who())).toList();
    List<ArchivedQuotation> quotations = new ArrayList<>();
    for (Said one : said) {
      quotations.add(quotation(text, ordinal, quotations.size() + 1, one, named));
    }
    paragraphs.add(
        new ParagraphDocument(
            header,
            bare.id(),
            ordinal,
            0,
            text,
            Stream.of(said).map(Said::speaker).filter(s -> s != null).distinct().toList(),
            Stream.of(said).map(Said::party).filter(p -> p != null).distinct().toList(),
            named,
            quotations));
    return this;
  }

  /** Says of the last quotation that it was corrected. */
  public ArticleSketch corrected(CorrectionMark correction) {
    ParagraphDocument last = paragraphs.removeLast();
    List<ArchivedQuotation> quotations = new ArrayList<>(last.quotations());
    ArchivedQuotation one = quotations.removeLast();
    quotations.add(
        new ArchivedQuotation(
            one.id(),
            one.paragraph(),
            one.content(),
            one.segments(),
            one.kind(),
            one.marked(),
            one.cue(),
            one.source(),
            one.polarity(),
            one.speaker(),
            one.party(),
            one.formerParty(),
            one.others(),
            one.speaksFor(),
            one.anonymity(),
            one.mentions(),
            one.mentionedParties(),
            1,
            1,
            "sketch > corrected by an editor",
            correction));
    paragraphs.add(with(last, quotations, last.struck()));
    return this;
  }

  /** Says of the last quotation that it was struck. */
  public ArticleSketch struck(String by, Instant at, String note) {
    ParagraphDocument last = paragraphs.removeLast();
    List<ArchivedQuotation> quotations = new ArrayList<>(last.quotations());
    StruckQuotation struck = new StruckQuotation(quotations.removeLast(), by, at, note);
    paragraphs.add(with(last, quotations, List.of(struck)));
    return this;
  }

  private static ParagraphDocument with(
      ParagraphDocument paragraph,
      List<ArchivedQuotation> quotations,
      List<StruckQuotation> struck) {
    return new ParagraphDocument(
        paragraph.article(),
        paragraph.id(),
        paragraph.ordinal(),
        paragraph.offset(),
        paragraph.text(),
        paragraph.speakers(),
        paragraph.parties(),
        paragraph.mentions(),
        paragraph.mentionedParties(),
        quotations,
        struck);
  }

  public ArchivedArticle article() {
    List<String> texts = paragraphs.stream().map(ParagraphDocument::text).toList();
    Article received =
        new Article(
            header.id(),
            header.title(),
            header.date(),
            header.url(),
            header.outlet(),
            header.section(),
            null,
            String.join("\n\n", texts),
            Map.of("wire", "AFX"),
            new Provenance("sketch.txt", 0, 1, "text"));
    int quotations = paragraphs.stream().mapToInt(p -> p.quotations().size()).sum();
    return new ArchivedArticle(
        new ArticleDocument(header, received, paragraphs.size(), quotations), paragraphs);
  }

  private ParagraphDocument paragraph(int ordinal, String text) {
    return new ParagraphDocument(
        header,
        header.id().paragraph(ordinal),
        ordinal,
        0,
        text,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private ArchivedQuotation quotation(
      String text, int ordinal, int number, Said said, List<NamedMention> named) {
    List<TextSpan> segments =
        Stream.of(said.content().split("\\|", -1)).map(piece -> find(text, piece)).toList();
    return new ArchivedQuotation(
        header.id().paragraph(ordinal) + "~q" + number,
        ordinal,
        said.content().replace("|", " … "),
        segments,
        said.kind(),
        said.marked(),
        excerpt(text, ordinal, said.cue()),
        excerpt(text, ordinal, said.source()),
        said.speaker(),
        said.party(),
        said.formerParty(),
        named.stream()
            .filter(m -> segments.stream().anyMatch(s -> s.contains(m.span())))
            .map(NamedMention::who)
            .distinct()
            .toList(),
        said.confidence(),
        "sketch > by hand");
  }

  /** The words' place; where the paragraph lacks them, they are the headline's. */
  private @Nullable Excerpt excerpt(String text, int ordinal, @Nullable String words) {
    if (words == null) {
      return null;
    }
    if (text.contains(words)) {
      return new Excerpt(words, ordinal, find(text, words));
    }
    return new Excerpt(words, 0, find(String.valueOf(header.title()), words));
  }

  private static TextSpan find(String text, String words) {
    Matcher found = Pattern.compile("(?<!\\w)" + Pattern.quote(words) + "(?!\\w)").matcher(text);
    if (!found.find()) {
      throw new IllegalArgumentException("no \"" + words + "\" in: " + text);
    }
    return new TextSpan(found.start(), found.end());
  }
}
