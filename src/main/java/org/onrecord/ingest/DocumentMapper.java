package org.onrecord.ingest;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.PartyRef;
import org.onrecord.article.QuotedWords;
import org.onrecord.article.Sha256;
import org.onrecord.article.SpeakerRef;
import org.onrecord.attribution.AnonymityReader;
import org.onrecord.attribution.AttributedArticle;
import org.onrecord.attribution.AttributedArticle.PartyMention;
import org.onrecord.attribution.AttributedArticle.PersonMention;
import org.onrecord.ingest.CorrectedArticle.CorrectedQuotation;
import org.onrecord.registry.Registry;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ArticleLabels;
import org.onrecord.schema.NamedMention;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.StruckQuotation;
import org.onrecord.segment.Paragraph;

/**
 * From an article after its editors to the documents that are indexed: the article, its paragraphs,
 * its quotations.
 */
final class DocumentMapper {
  private static final int VERSION_DIGITS = 12;

  private final AttributedArticle attributed;
  private final ArticleHeader header;
  private final Map<Integer, List<CorrectedQuotation>> quotations;
  private final Map<Integer, List<PersonMention>> mentions;
  private final Map<Integer, List<PartyMention>> parties;
  private final Registry registry;
  private final QuotationMapper mapper;
  private final Map<QuotedWords, Integer> said = new HashMap<>();

  private DocumentMapper(CorrectedArticle corrected, Registry registry) {
    this.registry = registry;
    this.attributed = corrected.attributed();
    this.header = header(attributed.segmented().article());
    this.mapper =
        new QuotationMapper(
            new AnonymityReader(attributed.segmented()), new FactReader(registry, header.date()));
    this.quotations =
        corrected.quotations().stream().collect(groupingBy(q -> q.quotation().paragraph()));
    this.mentions = attributed.mentions().stream().collect(groupingBy(PersonMention::paragraph));
    this.parties = attributed.parties().stream().collect(groupingBy(PartyMention::paragraph));
  }

  /**
   * The article as it is indexed.
   *
   * @param registry what parties are called
   * @param readWith what the quotations were found with; null where that is not known
   */
  static ArchivedArticle archived(
      CorrectedArticle corrected, Registry registry, @Nullable String readWith) {
    return new DocumentMapper(corrected, registry).run(readWith);
  }

  /** The document of an article of which nothing is shown. */
  static ArticleDocument withoutText(Article article) {
    return new ArticleDocument(header(article), article, 0, 0);
  }

  private ArchivedArticle run(@Nullable String readWith) {
    List<ParagraphDocument> paragraphs =
        attributed.segmented().paragraphs().stream().map(this::paragraph).toList();
    int count = paragraphs.stream().mapToInt(paragraph -> paragraph.quotations().size()).sum();
    return new ArchivedArticle(
        new ArticleDocument(header, attributed.segmented().article(), paragraphs.size(), count)
            .readWith(readWith),
        paragraphs);
  }

  private static ArticleHeader header(Article article) {
    return new ArticleHeader(
        article.id(),
        version(article),
        article.title(),
        article.date(),
        article.outlet(),
        article.section(),
        article.url(),
        ArticleLabels.of(article).orElse(null));
  }

  /** Whether an article that is shown is the same as one that comes, wherever that comes from. */
  static boolean isSame(ArticleDocument held, Article article) {
    return held.held() == null
        && held.article().version().equals(version(article))
        && held.received().body().equals(article.body())
        && Objects.equals(held.received().title(), article.title())
        && Objects.equals(held.received().date(), article.date())
        && held.received().publication().equals(article.publication());
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
    if (!article.extra().isEmpty()) {
      all += "\u0000" + new TreeMap<>(article.extra());
    }
    return Sha256.hex(all, VERSION_DIGITS);
  }

  /**
   * A paragraph. Of the same words those struck are numbered too, so that the others keep their
   * ids.
   */
  private ParagraphDocument paragraph(Paragraph paragraph) {
    List<PersonMention> people = mentions.getOrDefault(paragraph.ordinal(), List.of());
    Set<PartyRef> named = namedParties(paragraph);
    List<PartiesNamed> places = PartiesNamed.of(named, registry);
    List<ArchivedQuotation> archived = new ArrayList<>();
    List<StruckQuotation> struck = new ArrayList<>();
    for (CorrectedQuotation quotation : quotations.getOrDefault(paragraph.ordinal(), List.of())) {
      ArchivedQuotation one = mapper.archived(this::address, quotation, paragraph, people, places);
      quotation
          .struck()
          .ifPresentOrElse(
              by -> struck.add(new StruckQuotation(one, by.by(), by.at(), by.note())),
              () -> archived.add(one));
    }
    return new ParagraphDocument(
        header,
        header.id().paragraph(paragraph.ordinal()),
        paragraph.ordinal(),
        paragraph.offset(),
        paragraph.text(),
        speakers(archived),
        parties(archived),
        people.stream()
            .map(mention -> new NamedMention(mention.span(), QuotationMapper.person(mention)))
            .toList(),
        List.copyOf(named),
        archived,
        struck);
  }

  private String address(String content) {
    QuotedWords words = QuotedWords.of(content);
    return header.id().quotation(words, said.merge(words, 1, Integer::sum));
  }

  private static List<SpeakerRef> speakers(List<ArchivedQuotation> quotations) {
    Set<SpeakerRef> speakers = new LinkedHashSet<>();
    for (ArchivedQuotation quotation : quotations) {
      if (quotation.isSaid()) {
        speakers.addAll(quotation.speakers());
      }
    }
    return List.copyOf(speakers);
  }

  private static List<PartyRef> parties(List<ArchivedQuotation> quotations) {
    Set<PartyRef> found = new LinkedHashSet<>();
    for (ArchivedQuotation quotation : quotations) {
      if (quotation.isSaid()) {
        found.addAll(quotation.parties());
      }
    }
    return List.copyOf(found);
  }

  private Set<PartyRef> namedParties(Paragraph paragraph) {
    Set<PartyRef> named = new LinkedHashSet<>();
    parties
        .getOrDefault(paragraph.ordinal(), List.of())
        .forEach(mention -> named.add(mention.party()));
    return named;
  }
}
