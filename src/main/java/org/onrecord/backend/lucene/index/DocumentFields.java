package org.onrecord.backend.lucene.index;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;
import org.onrecord.article.PartyRef;
import org.onrecord.article.Publication.Hold;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.schema.FurtherSpeaker;
import org.onrecord.schema.NamedMention;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import tools.jackson.core.JacksonException;

/** Turns the schema's documents into Lucene's. Safe for use by several threads. */
public final class DocumentFields {
  /** What {@link Fields#TYPE} says of an article. */
  public static final String ARTICLE_TYPE = "article";

  /** Words with the offsets that highlighting needs. */
  private static final FieldType HIGHLIGHTED = highlighted();

  /** Positions alone. */
  private static final FieldType PLACES = places();

  private final DocumentCodec codec;
  private final FacetFields facets;
  private final Analyzer analyzer = NewsAnalyzer.create();

  public DocumentFields(DocumentCodec codec, FacetFields facets) {
    this.codec = codec;
    this.facets = facets;
  }

  private static FieldType highlighted() {
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.freeze();
    return type;
  }

  private static FieldType places() {
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }

  /** The document as it lies in the index, of an article that is about to be written. */
  public Document of(ArchiveDocument document, WrittenArticle written) throws IOException {
    Document fields = new Document();
    ArticleHeader article = document.article();
    fields.add(new StringField(Fields.ARTICLE, article.id().value(), Field.Store.NO));
    fields.add(new SortedDocValuesField(Fields.ARTICLE, new BytesRef(article.id().value())));
    fields.add(new StoredField(Fields.RECORD, codec.encode(document)));
    switch (document) {
      case ArticleDocument one when one.held() != null -> addHeld(fields, one, one.held());
      case ArticleDocument one -> addArticle(fields, one, written.sketch());
      case ParagraphDocument paragraph -> addParagraph(fields, paragraph);
      case QuoteDocument quote -> addQuote(fields, quote);
    }
    written
        .key(document)
        .ifPresent(key -> fields.add(new NumericDocValuesField(Fields.PASSAGE, key)));
    return facets.build(fields);
  }

  private static void addArticle(Document fields, ArticleDocument article, long[] sketch) {
    addType(fields, ARTICLE_TYPE);
    if (article.readWith() != null) {
      fields.add(new StringField(Fields.READ_WITH, article.readWith(), Field.Store.NO));
    }
    for (long hash : sketch) {
      fields.add(new StringField(Fields.SKETCH, WrittenArticle.term(hash), Field.Store.NO));
    }
  }

  private static void addHeld(Document fields, ArticleDocument article, Hold hold) {
    addType(fields, ARTICLE_TYPE);
    fields.add(new StringField(Fields.HELD, hold.label(), Field.Store.NO));
    Instant due = article.received().publication().embargoed();
    if (hold == Hold.EMBARGOED && due != null) {
      fields.add(new LongField(Fields.DUE, due.toEpochMilli(), Field.Store.NO));
    }
  }

  private void addParagraph(Document fields, ParagraphDocument paragraph) throws IOException {
    addHeader(fields, DocumentType.PARAGRAPH, paragraph.article());
    addPlace(fields, paragraph.id(), paragraph.ordinal(), 0);
    if (paragraph.ordinal() > 0) {
      addTitle(fields, paragraph.article());
    }
    List<String> mentions = mentions(paragraph);
    List<String> speakers = names(paragraph.speakers());
    addText(fields, paragraph.text(), speakers, mentions);
    FacetFields.add(fields, Facet.SPEAKER, named(paragraph.speakers()));
    FacetFields.addIds(fields, Facet.SPEAKER, paragraph.speakers().stream());
    FacetFields.addIds(fields, Facet.MENTION, paragraph.mentions().stream().map(NamedMention::who));
    FacetFields.add(fields, Facet.MENTION, mentions);
    FacetFields.addParties(fields, Facet.PARTY, parties(paragraph));
    FacetFields.addParties(fields, Facet.MENTIONED_PARTY, paragraph.mentionedParties());
    addQuotations(fields, paragraph.quotations());
  }

  /** What quotations are narrowed by, on themselves and on their paragraph. */
  private static void addQuotations(Document fields, List<ArchivedQuotation> quotations) {
    FacetFields.add(fields, Facet.KIND, quotations.stream().map(q -> q.kind().label()).toList());
    FacetFields.add(
        fields, Facet.POLARITY, quotations.stream().map(q -> q.polarity().label()).toList());
    FacetFields.add(
        fields,
        Facet.SPEAKS_FOR,
        quotations.stream()
            .map(ArchivedQuotation::speaksFor)
            .filter(Objects::nonNull)
            .map(SpeakerRef::name)
            .toList());
    FacetFields.addIds(
        fields,
        Facet.SPEAKS_FOR,
        quotations.stream().map(ArchivedQuotation::speaksFor).filter(Objects::nonNull));
    for (ArchivedQuotation quotation : quotations) {
      fields.add(new IntField(Fields.CONFIDENCE, percent(quotation.confidence()), Field.Store.NO));
      fields.add(
          new IntField(
              Fields.SPEAKER_CONFIDENCE, percent(quotation.speakerConfidence()), Field.Store.NO));
    }
  }

  /** A share of 1 as a whole number. */
  public static int percent(double share) {
    return (int) Math.round(share * 100);
  }

  private void addQuote(Document fields, QuoteDocument quote) throws IOException {
    ArchivedQuotation quotation = quote.quotation();
    addHeader(fields, DocumentType.QUOTE, quote.article());
    addPlace(fields, quotation.id(), quotation.paragraph(), number(quotation.id()));
    addTitle(fields, quote.article());
    List<SpeakerRef> speakers = speakers(quote);
    List<String> mentions = names(quotation.mentions());
    addText(fields, quotation.content(), names(speakers), mentions);
    FacetFields.add(fields, Facet.SPEAKER, named(speakers));
    FacetFields.addIds(fields, Facet.SPEAKER, speakers.stream());
    FacetFields.addIds(fields, Facet.MENTION, quotation.mentions().stream());
    FacetFields.add(fields, Facet.MENTION, mentions);
    FacetFields.addParties(fields, Facet.PARTY, quotation.parties());
    FacetFields.addParties(fields, Facet.MENTIONED_PARTY, quotation.mentionedParties());
    addQuotations(fields, List.of(quotation));
    fields.add(new NumericDocValuesField(Fields.CERTAINTY, percent(quotation.certainty())));
    if (!quotation.isSaid()) {
      fields.add(new StringField(Fields.UNSAID, quotation.polarity().label(), Field.Store.NO));
    }
  }

  private static void addHeader(Document fields, DocumentType type, ArticleHeader article) {
    addType(fields, type.label());
    FacetFields.add(fields, Facet.TYPE, List.of(type.label()));
    if (article.date() != null) {
      fields.add(new LongField(Fields.DATE, article.date().toEpochDay(), Field.Store.NO));
    }
    if (article.outlet() != null) {
      FacetFields.add(fields, Facet.OUTLET, List.of(article.outlet()));
    }
    if (article.section() != null) {
      FacetFields.add(fields, Facet.SECTION, List.of(article.section()));
    }
  }

  private static void addType(Document fields, String type) {
    fields.add(new StringField(Fields.TYPE, type, Field.Store.NO));
  }

  private static void addTitle(Document fields, ArticleHeader article) {
    if (article.title() != null) {
      fields.add(new Field(Fields.TITLE, article.title(), HIGHLIGHTED));
      fields.add(new Field(Fields.TITLE_EXACT, article.title(), HIGHLIGHTED));
    }
  }

  private static void addPlace(Document fields, String id, int paragraph, int quotation) {
    fields.add(new StringField(Fields.ID, id, Field.Store.NO));
    fields.add(new NumericDocValuesField(Fields.PLACE, ((long) paragraph << 32) + quotation));
  }

  /** A quotation's number within its paragraph, by its permalink id. */
  private static int number(String id) {
    int mark = id.lastIndexOf("~q");
    try {
      return Integer.parseUnsignedInt(id, mark + 2, id.length(), 10);
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("no quotation's id: " + id, e);
    }
  }

  private void addText(
      Document fields, String text, Collection<String> speakers, Collection<String> mentions)
      throws IOException {
    fields.add(new Field(Fields.TEXT, text, HIGHLIGHTED));
    fields.add(new Field(Fields.EXACT, text, HIGHLIGHTED));
    fields.add(new Field(Fields.SENTENCE, SentenceStarts.of(analyzer, text), PLACES));
    speakers.forEach(name -> fields.add(new Field(Fields.SPEAKER, name, HIGHLIGHTED)));
    mentions.forEach(name -> fields.add(new Field(Fields.MENTION, name, HIGHLIGHTED)));
  }

  /** The record that a document of the index holds. */
  public static ArchiveDocument record(DocumentCodec codec, StoredFields stored, int doc)
      throws IOException {
    BytesRef json = stored.document(doc, Set.of(Fields.RECORD)).getBinaryValue(Fields.RECORD);
    if (json == null) {
      throw new CorruptIndexException("document " + doc + " has no record", "stored fields");
    }
    try {
      return codec.decode(BytesRef.deepCopyOf(json).bytes);
    } catch (JacksonException e) {
      throw new CorruptIndexException(
          "document " + doc + " is no record: " + e.getOriginalMessage(), "stored fields", e);
    }
  }

  /** The distinct names of those who speak in it, as they lie in {@link Fields#SPEAKER}. */
  public static List<String> speakerNames(ArchiveDocument document) {
    return switch (document) {
      case ArticleDocument _ -> List.of();
      case ParagraphDocument paragraph -> names(paragraph.speakers());
      case QuoteDocument quote -> names(speakers(quote));
    };
  }

  /** The distinct names of those spoken about in it, as they lie in {@link Fields#MENTION}. */
  public static List<String> mentionNames(ArchiveDocument document) {
    return switch (document) {
      case ArticleDocument _ -> List.of();
      case ParagraphDocument paragraph -> mentions(paragraph);
      case QuoteDocument quote -> names(quote.quotation().mentions());
    };
  }

  private static List<SpeakerRef> speakers(QuoteDocument quote) {
    SpeakerRef speaker = quote.quotation().speaker();
    Stream<SpeakerRef> others = quote.quotation().others().stream().map(FurtherSpeaker::who);
    return Stream.concat(Stream.ofNullable(speaker), others).distinct().toList();
  }

  private static List<String> mentions(ParagraphDocument paragraph) {
    return names(paragraph.mentions().stream().map(NamedMention::who).toList());
  }

  private static List<String> names(List<SpeakerRef> who) {
    return who.stream().map(SpeakerRef::name).distinct().toList();
  }

  /** Whoever has a name of their own: "a spokesman" is nobody to narrow a search by. */
  private static List<String> named(List<SpeakerRef> who) {
    return names(who.stream().filter(s -> s.type() != SpeakerType.UNNAMED).toList());
  }

  /** For which parties a document's speakers speak. */
  public static Set<PartyRef> parties(ArchiveDocument document) {
    return switch (document) {
      case ArticleDocument _ -> Set.of();
      case ParagraphDocument paragraph -> parties(paragraph);
      case QuoteDocument quote -> new LinkedHashSet<>(quote.quotation().parties());
    };
  }

  private static Set<PartyRef> parties(ParagraphDocument paragraph) {
    Set<PartyRef> parties = new LinkedHashSet<>(paragraph.parties());
    paragraph.quotations().stream()
        .filter(ArchivedQuotation::isSaid)
        .forEach(quotation -> parties.addAll(quotation.parties()));
    return parties;
  }
}
