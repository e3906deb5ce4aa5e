package org.onrecord.backend.lucene.index;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.onrecord.article.Publication.Hold;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.DocumentFacets;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.schema.FormerAddress;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;

/** Turns the schema's documents into Lucene's. Safe for use by several threads. */
public final class DocumentFields {
  /** What {@link Fields#TYPE} says of an article. */
  public static final String ARTICLE_TYPE = "article";

  /** Of the place in a paragraph: 2 million characters. */
  private static final int PLACE_BITS = 21;

  /** Words with their positions; where these are in the text is read off the text. */
  private static final FieldType WORDS = TextField.TYPE_NOT_STORED;

  /** Positions alone. */
  private static final FieldType PLACES = places();

  private final StoredRecords records;
  private final FacetFields facets;
  private final ThreadLocal<TextWords.Reader> readers =
      ThreadLocal.withInitial(TextWords.Reader::new);

  public DocumentFields(DocumentCodec codec, FacetFields facets) {
    this.records = new StoredRecords(codec);
    this.facets = facets;
  }

  private static FieldType places() {
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }

  /** An article's documents as they lie in the index, side by side, but for their keys. */
  public List<Document> of(ArchivedArticle article, WrittenArticle written) throws IOException {
    List<byte[]> stored = records.of(article);
    List<Document> block = unstored(article, written);
    for (int i = 0; i < block.size(); i++) {
      block.get(i).add(new StoredField(Fields.RECORD, stored.get(i)));
    }
    return block;
  }

  /** The same, found as those are, without the records that are read when they are found. */
  public List<Document> unstored(ArchivedArticle article, WrittenArticle written)
      throws IOException {
    Set<String> members = MemberTerms.of(article.received());
    Map<String, PackedTerms> names = new HashMap<>();
    List<Document> block = new ArrayList<>();
    for (ArchiveDocument document : article.documents()) {
      Document fields = of(document, written, names);
      if (!(document instanceof ArticleDocument)) {
        members.forEach(term -> fields.add(new StringField(Fields.EXTRA, term, Field.Store.NO)));
      }
      block.add(fields);
    }
    return block;
  }

  /** The documents with the keys of those that have copies; those without are the same. */
  public static List<Document> keyed(
      List<Document> block, ArchivedArticle article, WrittenArticle written) {
    if (written.keys().isEmpty()) {
      return block;
    }
    List<ArchiveDocument> documents = article.documents();
    List<Document> keyed = new ArrayList<>(block);
    for (int i = 0; i < documents.size(); i++) {
      Long key = written.key(documents.get(i)).orElse(null);
      if (key != null) {
        Document fields = new Document();
        block.get(i).forEach(fields::add);
        fields.add(new NumericDocValuesField(Fields.PASSAGE, key));
        keyed.set(i, fields);
      }
    }
    return keyed;
  }

  /** By what a document of an article that is about to be written is found, and counted. */
  public Document of(ArchiveDocument document, WrittenArticle written) throws IOException {
    return of(document, written, new HashMap<>());
  }

  private Document of(
      ArchiveDocument document, WrittenArticle written, Map<String, PackedTerms> names)
      throws IOException {
    Document fields = new Document();
    ArticleHeader article = document.article();
    fields.add(new StringField(Fields.ARTICLE, article.id().value(), Field.Store.NO));
    fields.add(new SortedDocValuesField(Fields.ARTICLE, new BytesRef(article.id().value())));
    switch (document) {
      case ArticleDocument one when one.held() != null -> addHeld(fields, one, one.held());
      case ArticleDocument one -> addArticle(fields, one, written.sketch());
      case ParagraphDocument paragraph -> addParagraph(fields, paragraph, names);
      case QuoteDocument quote -> addQuote(fields, quote, names);
    }
    return facets.build(fields);
  }

  /** The words of a passage alone: what tells where a query's words stand in it. */
  public Document words(ArchiveDocument passage, String text) throws IOException {
    Document fields = new Document();
    addWords(fields, readers.get().of(text));
    addNames(fields, passage, new HashMap<>());
    return fields;
  }

  /** What of an article decides which of its passages stand under a headline, and under which. */
  public Document headline(ArticleHeader article) throws IOException {
    Document fields = new Document();
    addType(fields, ARTICLE_TYPE);
    addTitle(fields, article);
    return fields;
  }

  private void addArticle(Document fields, ArticleDocument article, long[] sketch)
      throws IOException {
    addType(fields, ARTICLE_TYPE);
    addTitle(fields, article.article());
    if (article.readWith() != null) {
      fields.add(new StringField(Fields.READ_WITH, article.readWith(), Field.Store.NO));
    }
    article.former().stream()
        .filter(FormerAddress::isGone)
        .mapToLong(one -> one.until().toEpochMilli())
        .max()
        .ifPresent(gone -> fields.add(new LongField(Fields.GONE, gone, Field.Store.NO)));
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

  private void addParagraph(
      Document fields, ParagraphDocument paragraph, Map<String, PackedTerms> names)
      throws IOException {
    addHeader(fields, DocumentType.PARAGRAPH, paragraph.article());
    addPlace(fields, paragraph.id(), paragraph.ordinal(), 0);
    addText(fields, paragraph, paragraph.text(), names);
    addFacets(fields, paragraph);
    addConfidences(fields, paragraph.quotations());
  }

  private static void addFacets(Document fields, ArchiveDocument document) {
    for (Facet facet : Facet.values()) {
      FacetFields.add(fields, facet, DocumentFacets.values(facet, document));
      FacetFields.addIds(fields, facet, DocumentFacets.people(facet, document));
    }
  }

  /** How sure quotations are, by which they and their paragraph are narrowed too. */
  private static void addConfidences(Document fields, List<ArchivedQuotation> quotations) {
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

  private void addQuote(Document fields, QuoteDocument quote, Map<String, PackedTerms> names)
      throws IOException {
    ArchivedQuotation quotation = quote.quotation();
    addHeader(fields, DocumentType.QUOTE, quote.article());
    addPlace(fields, quotation.id(), quotation.paragraph(), place(quotation.span()));
    addText(fields, quote, quotation.content(), names);
    addFacets(fields, quote);
    addConfidences(fields, List.of(quotation));
    fields.add(new NumericDocValuesField(Fields.CERTAINTY, percent(quotation.certainty())));
    SaidTerm.of(quotation)
        .ifPresent(term -> fields.add(new StringField(Fields.SAID, term, Field.Store.NO)));
    if (!quotation.isSaid()) {
      fields.add(new StringField(Fields.UNSAID, quotation.polarity().label(), Field.Store.NO));
    }
  }

  private static void addHeader(Document fields, DocumentType type, ArticleHeader article) {
    addType(fields, type.label());
    if (article.date() != null) {
      fields.add(new LongField(Fields.DATE, article.date().toEpochDay(), Field.Store.NO));
    }
    if (article.url() != null) {
      UrlTerms.of(article.url())
          .forEach(term -> fields.add(new StringField(Fields.URL, term, Field.Store.NO)));
    }
  }

  private static void addType(Document fields, String type) {
    fields.add(new StringField(Fields.TYPE, type, Field.Store.NO));
  }

  private void addTitle(Document fields, ArticleHeader article) throws IOException {
    if (article.title() != null) {
      TextWords words = readers.get().of(article.title());
      fields.add(new TermsField(Fields.TITLE, words.stems(), WORDS));
      fields.add(new TermsField(Fields.TITLE_EXACT, words.exact(), WORDS));
    }
  }

  private static void addPlace(Document fields, String id, int paragraph, long within) {
    fields.add(new StringField(Fields.ID, id, Field.Store.NO));
    fields.add(
        new NumericDocValuesField(Fields.PLACE, ((long) paragraph << (2 * PLACE_BITS)) + within));
  }

  /** Where in its paragraph a quotation begins, then how far it reaches; more than 0. */
  private static long place(TextSpan span) {
    long most = (1L << PLACE_BITS) - 1;
    return (Math.min(span.start() + 1L, most) << PLACE_BITS) + Math.min(span.length(), most);
  }

  /** How many characters a quotation has, by its place; 0 of a paragraph. */
  public static int lengthAt(long place) {
    return (int) (place & (1L << PLACE_BITS) - 1);
  }

  private void addText(
      Document fields, ArchiveDocument document, String text, Map<String, PackedTerms> names)
      throws IOException {
    TextWords words = readers.get().ofSentences(text);
    addWords(fields, words);
    fields.add(new TermsField(Fields.SENTENCE, words.starts(), PLACES));
    addNames(fields, document, names);
  }

  private static void addWords(Document fields, TextWords words) {
    fields.add(new TermsField(Fields.TEXT, words.stems(), WORDS));
    fields.add(new TermsField(Fields.EXACT, words.exact(), WORDS));
  }

  private void addNames(Document fields, ArchiveDocument document, Map<String, PackedTerms> names)
      throws IOException {
    addNames(fields, Fields.SPEAKER, DocumentFacets.names(Facet.SPEAKER, document), names);
    addNames(fields, Fields.MENTION, DocumentFacets.names(Facet.MENTION, document), names);
  }

  /**
   * Adds names.
   *
   * @param read the names of the article that were read before; it grows
   */
  private void addNames(
      Document fields, String field, Collection<String> added, Map<String, PackedTerms> read)
      throws IOException {
    for (String name : added) {
      PackedTerms terms = read.get(name);
      if (terms == null) {
        terms = readers.get().of(name).exact();
        read.put(name, terms);
      }
      fields.add(new TermsField(field, terms, WORDS));
    }
  }
}
