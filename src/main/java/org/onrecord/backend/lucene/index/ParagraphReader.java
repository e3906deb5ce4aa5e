package org.onrecord.backend.lucene.index;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Excerpt;
import org.onrecord.article.PartyRef;
import org.onrecord.article.Polarity;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.SpeakerGender;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ArticleLabels;
import org.onrecord.schema.CorrectionMark;
import org.onrecord.schema.FurtherSpeaker;
import org.onrecord.schema.NamedMention;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.SpeakerFacts;
import org.onrecord.schema.StruckQuotation;

/** Reads what {@link ParagraphWriter} wrote. For one paragraph. */
final class ParagraphReader {
  private static final QuotationKind[] KINDS = QuotationKind.values();
  private static final Polarity[] POLARITIES = Polarity.values();
  private static final SpeakerGender[] GENDERS = SpeakerGender.values();
  private static final SpeakerType[] TYPES = SpeakerType.values();

  private final RecordInput in;
  private final Form form;
  private final List<SpeakerRef> people = new ArrayList<>();
  private final List<PartyRef> parties = new ArrayList<>();
  private final ArticleHeader article;
  private final String id;
  private final int ordinal;
  private final int offset;
  private final String text;

  /** What bytes say. */
  enum Form {
    /** Of a quotation nothing that the registry knows of its speakers, up to schema 8. */
    WITHOUT_FACTS,
    WITH_FACTS
  }

  private ParagraphReader(RecordInput in, Form form) {
    this.in = in;
    this.form = form;
    this.article = header(in);
    this.id = id();
    this.ordinal = in.small();
    this.offset = in.small();
    this.text = in.text();
  }

  /**
   * The paragraph.
   *
   * @param start where its bytes begin
   */
  static ParagraphDocument read(byte[] bytes, int start, Form form) {
    return new ParagraphReader(new RecordInput(bytes, start), form).read();
  }

  private ParagraphDocument read() {
    List<SpeakerRef> speakers = in.each(this::person);
    List<PartyRef> spokenFor = in.each(this::party);
    List<NamedMention> mentions = in.each(this::mention);
    List<PartyRef> mentioned = in.each(this::party);
    List<ArchivedQuotation> quotations = in.each(this::quotation);
    List<StruckQuotation> struck = in.each(this::struck);
    return new ParagraphDocument(
        in.hasMore() ? article.labelled(labels()) : article,
        id,
        ordinal,
        offset,
        text,
        speakers,
        spokenFor,
        mentions,
        mentioned,
        quotations,
        struck);
  }

  private ArticleLabels labels() {
    return new ArticleLabels(
        in.each(in::text),
        in.each(in::text),
        in.optional(in::text),
        in.hasMore() ? in.text() : null);
  }

  private static ArticleHeader header(RecordInput in) {
    return new ArticleHeader(
        new ArticleId(in.text()),
        in.text(),
        in.optional(in::text),
        in.optional(() -> LocalDate.ofEpochDay(in.signed())),
        in.optional(in::text),
        in.optional(in::text),
        in.optional(in::text));
  }

  private String id() {
    return in.truth() ? article.id().value() + in.text() : in.text();
  }

  private SpeakerRef person() {
    int number = in.small();
    if (number == people.size()) {
      people.add(new SpeakerRef(in.text(), in.optional(in::text), TYPES[in.small()]));
    }
    return people.get(number);
  }

  private PartyRef party() {
    int number = in.small();
    if (number == parties.size()) {
      parties.add(new PartyRef(in.text(), in.text()));
    }
    return parties.get(number);
  }

  private NamedMention mention() {
    return new NamedMention(span(), person());
  }

  private TextSpan span() {
    int start = in.small();
    return new TextSpan(start, start + in.small());
  }

  private Excerpt excerpt() {
    TextSpan span = span();
    if (in.truth()) {
      return new Excerpt(span.in(text), ordinal, span);
    }
    int paragraph = in.small();
    return new Excerpt(in.text(), paragraph, span);
  }

  private ArchivedQuotation quotation() {
    String address = id();
    int paragraph = in.small();
    List<TextSpan> segments = in.each(this::span);
    return new ArchivedQuotation(
        address,
        paragraph,
        in.truth() ? ParagraphWriter.content(segments, text) : in.text(),
        segments,
        KINDS[in.small()],
        in.truth(),
        in.optional(this::excerpt),
        in.optional(this::excerpt),
        POLARITIES[in.small()],
        in.optional(this::person),
        in.optional(this::party),
        in.optional(this::party),
        in.each(this::further),
        in.optional(this::person),
        in.optional(this::excerpt),
        in.each(this::person),
        in.each(this::party),
        in.share(),
        in.share(),
        in.text(),
        in.optional(this::correction),
        facts());
  }

  private List<SpeakerFacts> facts() {
    return switch (form) {
      case WITHOUT_FACTS -> List.of();
      case WITH_FACTS ->
          in.each(() -> new SpeakerFacts(person(), GENDERS[in.small()], in.each(in::text)));
    };
  }

  private FurtherSpeaker further() {
    return new FurtherSpeaker(person(), in.optional(this::party), in.optional(this::party));
  }

  /** What an editor did. */
  private record Edited(String by, Instant at, @Nullable String note) {}

  private Edited edited() {
    return new Edited(
        in.text(), Instant.ofEpochSecond(in.signed(), in.number()), in.optional(in::text));
  }

  private CorrectionMark correction() {
    Edited edited = edited();
    return new CorrectionMark(
        edited.by(),
        edited.at(),
        edited.note(),
        in.optional(this::person),
        in.optional(this::party),
        in.optional(this::party));
  }

  private StruckQuotation struck() {
    ArchivedQuotation quotation = quotation();
    Edited edited = edited();
    return new StruckQuotation(quotation, edited.by(), edited.at(), edited.note());
  }
}
