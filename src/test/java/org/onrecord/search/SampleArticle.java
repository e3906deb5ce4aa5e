package org.onrecord.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.PartyRef;
import org.onrecord.article.Polarity;
import org.onrecord.article.Provenance;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.SpeakerGender;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ArticleLabels;
import org.onrecord.schema.FurtherSpeaker;
import org.onrecord.schema.NamedMention;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.SpeakerFacts;

/**
 * An article made by hand, with its quotations said rather than found. Each method returns the
 * article itself.
 */
public final class SampleArticle {
  private final ArticleId id;
  private final List<Paragraph> paragraphs = new ArrayList<>();
  private @Nullable String title;
  private @Nullable LocalDate date = LocalDate.of(2024, 11, 7);
  private @Nullable String outlet;
  private @Nullable String section;
  private @Nullable ArticleLabels labels;
  private @Nullable String url;
  private final Map<String, Object> members = new LinkedHashMap<>();

  private SampleArticle(String id) {
    this.id = new ArticleId(id);
  }

  private static final class Paragraph {
    private final String text;
    private final List<NamedMention> mentions = new ArrayList<>();
    private final List<ArchivedQuotation> quotations = new ArrayList<>();
    private final Map<PartyRef, TextSpan> named = new LinkedHashMap<>();

    Paragraph(String text) {
      this.text = text;
    }

    Stream<ArchivedQuotation> said() {
      return quotations.stream().filter(ArchivedQuotation::isSaid);
    }

    TextSpan find(String words) {
      int start = text.indexOf(words);
      if (start < 0) {
        throw new IllegalArgumentException(words + " is not in " + text);
      }
      return new TextSpan(start, start + words.length());
    }
  }

  public static SampleArticle article(String id) {
    return new SampleArticle(id);
  }

  public SampleArticle on(String day) {
    date = LocalDate.parse(day);
    return this;
  }

  public SampleArticle undated() {
    date = null;
    return this;
  }

  public SampleArticle at(String address) {
    url = address;
    return this;
  }

  /** It is labelled so by its feed. */
  public SampleArticle labelled(
      List<String> authors, List<String> tags, @Nullable String language) {
    labels = new ArticleLabels(authors, tags, language);
    return this;
  }

  public SampleArticle member(String name, Object value) {
    members.put(name, value);
    return this;
  }

  public SampleArticle title(String text) {
    title = text;
    return this;
  }

  public SampleArticle in(String outletName, String sectionName) {
    outlet = outletName;
    section = sectionName;
    return this;
  }

  public SampleArticle paragraph(String text) {
    paragraphs.add(new Paragraph(text));
    return this;
  }

  /** The last paragraph's words stand for a person. */
  public SampleArticle mention(String words, String person) {
    Paragraph last = paragraphs.getLast();
    last.mentions.add(new NamedMention(last.find(words), person(person)));
    return this;
  }

  /** The last paragraph's words name a party, with an id made from it. */
  public SampleArticle names(String party) {
    return names(party, party(party));
  }

  /** The last paragraph's words name a party. */
  public SampleArticle names(String words, PartyRef party) {
    Paragraph last = paragraphs.getLast();
    last.named.put(party, last.find(words));
    return this;
  }

  /** The last paragraph's words are said by a person; a blank party is none. */
  public SampleArticle said(String content, String speaker, String party) {
    return said(content, speaker, party.isBlank() ? null : party(party));
  }

  /** The last paragraph's words are said by a person of this party. */
  public SampleArticle said(String content, String speaker, @Nullable PartyRef of) {
    return quotation(content, person(speaker), of, null, QuotationKind.DIRECT);
  }

  /** The last paragraph's words are reported of somebody who has left a party. */
  public SampleArticle saidByFormer(String content, String speaker, String party) {
    return quotation(content, person(speaker), null, party(party), QuotationKind.INDIRECT);
  }

  /** The last paragraph's words are said by somebody without a name. */
  public SampleArticle saidByUnnamed(String content, String who) {
    return quotation(
        content,
        new SpeakerRef(who, null, SpeakerType.UNNAMED),
        null,
        null,
        QuotationKind.INDIRECT);
  }

  private SampleArticle quotation(
      String content,
      SpeakerRef speaker,
      @Nullable PartyRef party,
      @Nullable PartyRef former,
      QuotationKind kind) {
    Paragraph last = paragraphs.getLast();
    int ordinal = paragraphs.size();
    TextSpan span = last.find(content);
    List<SpeakerRef> about =
        last.mentions.stream()
            .filter(mention -> span.contains(mention.span()))
            .map(NamedMention::who)
            .distinct()
            .toList();
    last.quotations.add(
        new ArchivedQuotation(
            id.paragraph(ordinal) + "~q" + (last.quotations.size() + 1),
            ordinal,
            content,
            List.of(span),
            kind,
            false,
            null,
            null,
            Polarity.AFFIRMED,
            speaker,
            party,
            former,
            List.of(),
            null,
            null,
            about,
            last.named.entrySet().stream()
                .filter(named -> span.contains(named.getValue()))
                .map(Map.Entry::getKey)
                .toList(),
            0.9,
            0.9,
            "sample",
            null));
    return this;
  }

  /** What was said last is told so. */
  public SampleArticle told(Polarity polarity) {
    return changed(q -> with(q, polarity, q.others(), q.speaksFor(), q.confidence(), 0.9));
  }

  /** What was said last is said by this person as well. */
  public SampleArticle with(String other, String party) {
    FurtherSpeaker further = new FurtherSpeaker(person(other), party(party), null);
    return changed(q -> with(q, q.polarity(), List.of(further), q.speaksFor(), 0.9, 0.9));
  }

  /** Who spoke last speaks for an organisation. */
  public SampleArticle speakingFor(String name) {
    SpeakerRef who = new SpeakerRef(name, person(name).id(), SpeakerType.ORGANISATION);
    return changed(q -> with(q, q.polarity(), q.others(), who, 0.9, 0.9));
  }

  /** The registry knows this of the one who said the last words. */
  public SampleArticle known(SpeakerGender gender, String... offices) {
    return changed(
        q ->
            with(
                q,
                q.marked(),
                List.of(
                    new SpeakerFacts(
                        Objects.requireNonNull(q.speaker()), gender, List.of(offices)))));
  }

  /** What was said last stands in quotation marks. */
  public SampleArticle marked() {
    return changed(q -> with(q, true, q.facts()));
  }

  /** What was said last is so sure, and so sure is who said it. */
  public SampleArticle sure(double confidence, double speakerConfidence) {
    return changed(
        q -> with(q, q.polarity(), q.others(), q.speaksFor(), confidence, speakerConfidence));
  }

  private SampleArticle changed(UnaryOperator<ArchivedQuotation> change) {
    List<ArchivedQuotation> quotations = paragraphs.getLast().quotations;
    quotations.add(change.apply(quotations.removeLast()));
    return this;
  }

  private static ArchivedQuotation with(
      ArchivedQuotation q,
      Polarity polarity,
      List<FurtherSpeaker> others,
      @Nullable SpeakerRef speaksFor,
      double confidence,
      double speakerConfidence) {
    return new ArchivedQuotation(
        q.id(),
        q.paragraph(),
        q.content(),
        q.segments(),
        q.kind(),
        q.marked(),
        q.cue(),
        q.source(),
        polarity,
        q.speaker(),
        q.party(),
        q.formerParty(),
        others,
        speaksFor,
        q.anonymity(),
        q.mentions(),
        q.mentionedParties(),
        confidence,
        speakerConfidence,
        q.rule(),
        q.correction());
  }

  private static ArchivedQuotation with(
      ArchivedQuotation q, boolean marked, List<SpeakerFacts> facts) {
    return new ArchivedQuotation(
        q.id(),
        q.paragraph(),
        q.content(),
        q.segments(),
        q.kind(),
        marked,
        q.cue(),
        q.source(),
        q.polarity(),
        q.speaker(),
        q.party(),
        q.formerParty(),
        q.others(),
        q.speaksFor(),
        q.anonymity(),
        q.mentions(),
        q.mentionedParties(),
        q.confidence(),
        q.speakerConfidence(),
        q.rule(),
        q.correction(),
        facts);
  }

  public ArticleId id() {
    return id;
  }

  /** What an index holds of it. */
  public List<ArchiveDocument> documents() {
    return archived().documents();
  }

  /** What an index is given of it. */
  public ArchivedArticle archived() {
    String body = String.join("\n\n", paragraphs.stream().map(p -> p.text).toList());
    ArticleHeader header =
        new ArticleHeader(
            id,
            Integer.toHexString((title + body).hashCode()),
            title,
            date,
            outlet,
            section,
            url,
            labels);
    List<ParagraphDocument> texts = new ArrayList<>();
    int quotes = 0;
    if (title != null) {
      texts.add(
          new ParagraphDocument(
              header, id.paragraph(0), 0, 0, title, List.of(), List.of(), List.of(), List.of()));
    }
    int offset = 0;
    for (Paragraph p : paragraphs) {
      int ordinal = paragraphs.indexOf(p) + 1;
      texts.add(
          new ParagraphDocument(
              header,
              id.paragraph(ordinal),
              ordinal,
              offset,
              p.text,
              p.said().flatMap(q -> q.speakers().stream()).distinct().toList(),
              p.said().flatMap(q -> q.parties().stream()).distinct().toList(),
              p.mentions,
              List.copyOf(p.named.keySet()),
              p.quotations,
              List.of()));
      quotes += p.quotations.size();
      offset += p.text.length() + 2;
    }
    return new ArchivedArticle(
        new ArticleDocument(header, received(body), texts.size(), quotes), texts);
  }

  private Article received(String body) {
    return new Article(
        id,
        title,
        date,
        null,
        outlet,
        section,
        null,
        body,
        members,
        new Provenance("-", 0, 0, "text"));
  }

  private static SpeakerRef person(String name) {
    return new SpeakerRef(
        name, name.toLowerCase(Locale.ROOT).replace(' ', '-'), SpeakerType.PERSON);
  }

  static PartyRef party(String name) {
    return new PartyRef(name.toLowerCase(Locale.ROOT).replace(' ', '-'), name);
  }
}
