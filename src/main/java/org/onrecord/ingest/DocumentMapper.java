package org.onrecord.ingest;

import static java.util.stream.Collectors.groupingBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.SpeakerType;
import org.onrecord.article.TextSpan;
import org.onrecord.attribution.AttributedArticle;
import org.onrecord.attribution.AttributedArticle.PartyMention;
import org.onrecord.attribution.AttributedArticle.PersonMention;
import org.onrecord.attribution.AttributedQuotation;
import org.onrecord.attribution.Attribution;
import org.onrecord.attribution.PartyDecision.NamedParty;
import org.onrecord.quotation.Mention;
import org.onrecord.quotation.Quotation;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.Excerpt;
import org.onrecord.schema.NamedMention;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.PartyRef;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.schema.SpeakerRef;
import org.onrecord.segment.Paragraph;

/**
 * From an attributed article to the documents that are indexed: the article, its paragraphs, its
 * quotations.
 */
final class DocumentMapper {
  private static final int VERSION_DIGITS = 12;

  private final AttributedArticle attributed;
  private final ArticleHeader header;
  private final Map<Integer, List<AttributedQuotation>> quotations;
  private final Map<Integer, List<PersonMention>> mentions;
  private final Map<Integer, List<PartyMention>> parties;

  private DocumentMapper(AttributedArticle attributed) {
    this.attributed = attributed;
    this.header = header(attributed.segmented().article());
    this.quotations =
        attributed.quotations().stream().collect(groupingBy(q -> q.quotation().paragraph()));
    this.mentions = attributed.mentions().stream().collect(groupingBy(PersonMention::paragraph));
    this.parties = attributed.parties().stream().collect(groupingBy(PartyMention::paragraph));
  }

  static List<ArchiveDocument> documents(AttributedArticle attributed) {
    return new DocumentMapper(attributed).run();
  }

  private List<ArchiveDocument> run() {
    List<ArchiveDocument> documents = new ArrayList<>();
    Article article = attributed.segmented().article();
    List<Paragraph> paragraphs = attributed.segmented().paragraphs();
    documents.add(
        new ArticleDocument(header, article, paragraphs.size(), attributed.quotations().size()));
    for (Paragraph paragraph : paragraphs) {
      List<ArchivedQuotation> quotations = quotations(paragraph);
      documents.add(paragraph(paragraph, quotations));
      quotations.forEach(q -> documents.add(new QuoteDocument(header, q, paragraph.text())));
    }
    return documents;
  }

  private static ArticleHeader header(Article article) {
    return new ArticleHeader(
        article.id(),
        version(article),
        article.title(),
        article.date(),
        article.outlet(),
        article.section(),
        article.url());
  }

  /** A digest of everything in an article that a reader could see change. */
  private static String version(Article article) {
    String all =
        String.join(
            "\u0000",
            String.valueOf(article.title()),
            String.valueOf(article.date()),
            String.valueOf(article.outlet()),
            String.valueOf(article.section()),
            String.valueOf(article.url()),
            String.valueOf(article.author()),
            article.body());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, VERSION_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private List<ArchivedQuotation> quotations(Paragraph paragraph) {
    List<ArchivedQuotation> found = new ArrayList<>();
    for (AttributedQuotation quotation : quotations.getOrDefault(paragraph.ordinal(), List.of())) {
      found.add(archived(paragraph, quotation, found.size() + 1));
    }
    return found;
  }

  private ArchivedQuotation archived(
      Paragraph paragraph, AttributedQuotation attributedQuotation, int number) {
    Quotation quotation = attributedQuotation.quotation();
    String content =
        quotation.segments().stream()
            .map(segment -> segment.in(paragraph.text()))
            .collect(Collectors.joining(" … "));
    return new ArchivedQuotation(
        header.id().quotation(paragraph.ordinal(), number),
        paragraph.ordinal(),
        content,
        quotation.segments(),
        quotation.kind(),
        quotation.marked(),
        excerpt(quotation.cue()),
        excerpt(quotation.source()),
        speaker(attributedQuotation.attribution()),
        party(attributedQuotation.party().party()),
        party(attributedQuotation.party().former()),
        spokenAbout(paragraph, quotation),
        Math.round(attributedQuotation.confidence() * 100) / 100.0,
        attributedQuotation.rule());
  }

  private List<SpeakerRef> spokenAbout(Paragraph paragraph, Quotation quotation) {
    Set<SpeakerRef> people = new LinkedHashSet<>();
    for (PersonMention mention : mentions.getOrDefault(paragraph.ordinal(), List.of())) {
      if (isIn(quotation, mention.span())) {
        people.add(person(mention));
      }
    }
    return List.copyOf(people);
  }

  private static boolean isIn(Quotation quotation, TextSpan span) {
    return quotation.segments().stream().anyMatch(segment -> segment.contains(span));
  }

  private ParagraphDocument paragraph(Paragraph paragraph, List<ArchivedQuotation> quotations) {
    Set<SpeakerRef> speakers = new LinkedHashSet<>();
    for (ArchivedQuotation quotation : quotations) {
      if (quotation.speaker() != null && quotation.speaker().type() != SpeakerType.UNNAMED) {
        speakers.add(quotation.speaker());
      }
    }
    Set<PartyRef> named = new LinkedHashSet<>();
    for (PartyMention mention : parties.getOrDefault(paragraph.ordinal(), List.of())) {
      named.add(new PartyRef(mention.party().id(), mention.party().name()));
    }
    List<NamedMention> people =
        mentions.getOrDefault(paragraph.ordinal(), List.of()).stream()
            .map(mention -> new NamedMention(mention.span(), person(mention)))
            .toList();
    return new ParagraphDocument(
        header,
        header.id().paragraph(paragraph.ordinal()),
        paragraph.ordinal(),
        paragraph.offset(),
        paragraph.text(),
        List.copyOf(speakers),
        List.copyOf(named),
        people,
        quotations);
  }

  private static SpeakerRef person(PersonMention mention) {
    return new SpeakerRef(mention.name(), mention.id(), SpeakerType.PERSON);
  }

  private static @Nullable SpeakerRef speaker(Attribution attribution) {
    return switch (attribution) {
      case Attribution.ToPerson person ->
          new SpeakerRef(person.name(), person.id(), SpeakerType.PERSON);
      case Attribution.ToOrganisation organisation ->
          new SpeakerRef(organisation.name(), organisation.id(), SpeakerType.ORGANISATION);
      case Attribution.ToUnnamed unnamed ->
          new SpeakerRef(unnamed.description(), null, SpeakerType.UNNAMED);
      case Attribution.Unattributed none -> null;
    };
  }

  private static @Nullable PartyRef party(@Nullable NamedParty party) {
    return party == null ? null : new PartyRef(party.id(), party.name());
  }

  private static @Nullable Excerpt excerpt(@Nullable Mention mention) {
    return mention == null
        ? null
        : new Excerpt(mention.text(), mention.paragraph(), mention.span());
  }
}
