package org.onrecord.backend.lucene.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Excerpt;
import org.onrecord.article.PartyRef;
import org.onrecord.article.SpeakerRef;
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

/**
 * Writes a paragraph as bytes: whatever its text says is not said again, and who is meant several
 * times is written once. {@link ParagraphReader} reads it. For one paragraph.
 */
final class ParagraphWriter {
  /** What stands between the pieces of an interrupted quotation. */
  static final String BETWEEN = " … ";

  private final RecordOutput out = new RecordOutput();
  private final List<SpeakerRef> people = new ArrayList<>();
  private final List<PartyRef> parties = new ArrayList<>();
  private final ParagraphDocument paragraph;

  private ParagraphWriter(ParagraphDocument paragraph) {
    this.paragraph = paragraph;
  }

  static byte[] bytes(ParagraphDocument paragraph) {
    ParagraphWriter writer = new ParagraphWriter(paragraph);
    writer.write();
    return writer.out.bytes();
  }

  private void write() {
    header(paragraph.article());
    id(paragraph.id());
    out.number(paragraph.ordinal());
    out.number(paragraph.offset());
    out.text(paragraph.text());
    out.each(paragraph.speakers(), this::person);
    out.each(paragraph.parties(), this::party);
    out.each(paragraph.mentions(), this::mention);
    out.each(paragraph.mentionedParties(), this::party);
    out.each(paragraph.quotations(), this::quotation);
    out.each(paragraph.struck(), this::struck);
    if (paragraph.article().labels() != null) {
      labels(paragraph.article().labels());
    }
  }

  /** At the end, and only where there are any. */
  private void labels(ArticleLabels labels) {
    out.each(labels.authors(), out::text);
    out.each(labels.tags(), out::text);
    out.optional(labels.language(), out::text);
    if (labels.publishedAt() != null) {
      out.text(labels.publishedAt());
    }
  }

  private void header(ArticleHeader article) {
    out.text(article.id().value());
    out.text(article.version());
    out.optional(article.title(), out::text);
    out.optional(article.date(), day -> out.signed(day.toEpochDay()));
    out.optional(article.outlet(), out::text);
    out.optional(article.section(), out::text);
    out.optional(article.url(), out::text);
  }

  /** A permalink, without the article's id where it begins with that. */
  private void id(String id) {
    boolean within = id.startsWith(paragraph.article().id().value());
    out.truth(within);
    out.text(within ? id.substring(paragraph.article().id().value().length()) : id);
  }

  private void person(SpeakerRef who) {
    int known = people.indexOf(who);
    out.number(known < 0 ? people.size() : known);
    if (known < 0) {
      people.add(who);
      out.text(who.name());
      out.optional(who.id(), out::text);
      out.number(who.type().ordinal());
    }
  }

  private void party(PartyRef party) {
    int known = parties.indexOf(party);
    out.number(known < 0 ? parties.size() : known);
    if (known < 0) {
      parties.add(party);
      out.text(party.id());
      out.text(party.name());
    }
  }

  private void mention(NamedMention mention) {
    span(mention.span());
    person(mention.who());
  }

  private void span(TextSpan span) {
    out.number(span.start());
    out.number(span.length());
  }

  /** Words of the paragraph by their place alone. */
  private void excerpt(Excerpt excerpt) {
    span(excerpt.span());
    boolean here =
        excerpt.paragraph() == paragraph.ordinal() && says(excerpt.span(), excerpt.text());
    out.truth(here);
    if (!here) {
      out.number(excerpt.paragraph());
      out.text(excerpt.text());
    }
  }

  private boolean says(TextSpan span, String words) {
    return span.end() <= paragraph.text().length() && span.in(paragraph.text()).equals(words);
  }

  private void quotation(ArchivedQuotation quotation) {
    id(quotation.id());
    out.number(quotation.paragraph());
    out.each(quotation.segments(), this::span);
    boolean said = content(quotation.segments(), paragraph.text()).equals(quotation.content());
    out.truth(said);
    if (!said) {
      out.text(quotation.content());
    }
    out.number(quotation.kind().ordinal());
    out.truth(quotation.marked());
    out.optional(quotation.cue(), this::excerpt);
    out.optional(quotation.source(), this::excerpt);
    out.number(quotation.polarity().ordinal());
    out.optional(quotation.speaker(), this::person);
    out.optional(quotation.party(), this::party);
    out.optional(quotation.formerParty(), this::party);
    out.each(quotation.others(), this::further);
    out.optional(quotation.speaksFor(), this::person);
    out.optional(quotation.anonymity(), this::excerpt);
    out.each(quotation.mentions(), this::person);
    out.each(quotation.mentionedParties(), this::party);
    out.share(quotation.confidence());
    out.share(quotation.speakerConfidence());
    out.text(quotation.rule());
    out.optional(quotation.correction(), this::correction);
    out.each(quotation.facts(), this::facts);
  }

  /** What the segments say; nothing that is said where one is not in the text. */
  static String content(List<TextSpan> segments, String text) {
    return segments.getLast().end() > text.length()
            || segments.stream().anyMatch(segment -> segment.end() > text.length())
        ? ""
        : segments.size() == 1
            ? segments.getFirst().in(text)
            : segments.stream().map(s -> s.in(text)).collect(Collectors.joining(BETWEEN));
  }

  private void further(FurtherSpeaker other) {
    person(other.who());
    out.optional(other.party(), this::party);
    out.optional(other.formerParty(), this::party);
  }

  private void facts(SpeakerFacts facts) {
    person(facts.who());
    out.number(facts.gender().ordinal());
    out.each(facts.offices(), out::text);
  }

  private void correction(CorrectionMark mark) {
    editor(mark.by(), mark.at(), mark.note());
    out.optional(mark.speaker(), this::person);
    out.optional(mark.party(), this::party);
    out.optional(mark.formerParty(), this::party);
  }

  private void struck(StruckQuotation struck) {
    quotation(struck.quotation());
    editor(struck.by(), struck.at(), struck.note());
  }

  private void editor(String by, Instant at, @Nullable String note) {
    out.text(by);
    out.signed(at.getEpochSecond());
    out.number(at.getNano());
    out.optional(note, out::text);
  }
}
