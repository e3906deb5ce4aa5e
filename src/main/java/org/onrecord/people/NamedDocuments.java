package org.onrecord.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.PartyRef;
import org.onrecord.article.SpeakerRef;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.CorrectionMark;
import org.onrecord.schema.FurtherSpeaker;
import org.onrecord.schema.NamedMention;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.schema.SpeakerFacts;
import org.onrecord.schema.StruckQuotation;

/**
 * What the index holds, under the names that editors decided on. A quotation whose speaker was
 * struck keeps its words and has neither a speaker nor a party; a mention that was struck is none.
 */
public final class NamedDocuments {
  private final Names names;
  private final ArticleHeader article;

  private NamedDocuments(Names names, ArticleHeader article) {
    this.names = names;
    this.article = article;
  }

  /** The document as it is to be read. */
  @SuppressWarnings("unchecked")
  public static <D extends ArchiveDocument> D of(D document, Names names) {
    return names.isEmpty()
        ? document
        : (D) new NamedDocuments(names, document.article()).read(document);
  }

  private ArchiveDocument read(ArchiveDocument document) {
    return switch (document) {
      case ArticleDocument held -> held;
      case ParagraphDocument paragraph -> paragraph(paragraph);
      case QuoteDocument quote ->
          new QuoteDocument(quote.article(), quotation(quote.quotation()), quote.context());
    };
  }

  private ParagraphDocument paragraph(ParagraphDocument paragraph) {
    List<NamedMention> mentions = new ArrayList<>();
    for (NamedMention mention : paragraph.mentions()) {
      names
          .of(mention.who(), article)
          .ifPresent(who -> mentions.add(new NamedMention(mention.span(), who)));
    }
    List<ArchivedQuotation> quotations =
        paragraph.quotations().stream().map(this::quotation).toList();
    return new ParagraphDocument(
        paragraph.article(),
        paragraph.id(),
        paragraph.ordinal(),
        paragraph.offset(),
        paragraph.text(),
        all(paragraph.speakers()),
        parties(paragraph, quotations),
        mentions,
        paragraph.mentionedParties(),
        quotations,
        paragraph.struck().stream().map(this::struck).toList());
  }

  /** Without those of struck speakers alone. */
  private static List<PartyRef> parties(
      ParagraphDocument paragraph, List<ArchivedQuotation> quotations) {
    Set<PartyRef> gone = new LinkedHashSet<>();
    paragraph.quotations().forEach(before -> gone.addAll(before.parties()));
    quotations.forEach(left -> gone.removeAll(left.parties()));
    return paragraph.parties().stream().filter(party -> !gone.contains(party)).toList();
  }

  private StruckQuotation struck(StruckQuotation struck) {
    return new StruckQuotation(
        quotation(struck.quotation()), struck.by(), struck.at(), struck.note());
  }

  /** Who is left of those who say it, the first one first; each once. */
  private List<FurtherSpeaker> left(ArchivedQuotation quotation) {
    Map<SpeakerRef, FurtherSpeaker> left = new LinkedHashMap<>();
    SpeakerRef first = quotation.speaker();
    if (first != null) {
      names
          .of(first, article)
          .ifPresent(
              who ->
                  left.put(
                      who, new FurtherSpeaker(who, quotation.party(), quotation.formerParty())));
    }
    for (FurtherSpeaker other : quotation.others()) {
      names
          .of(other.who(), article)
          .ifPresent(
              who ->
                  left.putIfAbsent(
                      who, new FurtherSpeaker(who, other.party(), other.formerParty())));
    }
    return List.copyOf(left.values());
  }

  private ArchivedQuotation quotation(ArchivedQuotation quotation) {
    List<FurtherSpeaker> left = left(quotation);
    FurtherSpeaker first = left.isEmpty() ? null : left.getFirst();
    return new ArchivedQuotation(
        quotation.id(),
        quotation.paragraph(),
        quotation.content(),
        quotation.segments(),
        quotation.kind(),
        quotation.marked(),
        quotation.cue(),
        quotation.source(),
        quotation.polarity(),
        first == null ? null : first.who(),
        first == null ? null : first.party(),
        first == null ? null : first.formerParty(),
        left.isEmpty() ? List.of() : left.subList(1, left.size()),
        one(quotation.speaksFor()),
        quotation.anonymity(),
        all(quotation.mentions()),
        quotation.mentionedParties(),
        quotation.confidence(),
        first == null ? 0 : quotation.speakerConfidence(),
        quotation.rule(),
        mark(quotation.correction()),
        facts(quotation));
  }

  /** Of whom editors made somebody else nothing is known. */
  private List<SpeakerFacts> facts(ArchivedQuotation quotation) {
    List<SpeakerFacts> facts = new ArrayList<>();
    for (SpeakerFacts known : quotation.facts()) {
      names
          .of(known.who(), article)
          .filter(who -> Objects.equals(who.id(), known.who().id()))
          .ifPresent(who -> facts.add(new SpeakerFacts(who, known.gender(), known.offices())));
    }
    return facts;
  }

  private @Nullable CorrectionMark mark(@Nullable CorrectionMark mark) {
    return mark == null
        ? null
        : new CorrectionMark(
            mark.by(),
            mark.at(),
            mark.note(),
            one(mark.speaker()),
            mark.party(),
            mark.formerParty());
  }

  private @Nullable SpeakerRef one(@Nullable SpeakerRef who) {
    return who == null ? null : names.of(who, article).orElse(null);
  }

  private List<SpeakerRef> all(List<SpeakerRef> people) {
    return people.stream()
        .map(who -> names.of(who, article))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }
}
