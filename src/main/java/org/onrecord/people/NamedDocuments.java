package org.onrecord.people;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.CorrectionMark;
import org.onrecord.schema.NamedMention;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.PartyRef;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.schema.SpeakerRef;
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
    Set<PartyRef> left = new LinkedHashSet<>();
    for (int i = 0; i < quotations.size(); i++) {
      PartyRef before = paragraph.quotations().get(i).party();
      if (before != null) {
        (quotations.get(i).party() == null ? gone : left).add(before);
      }
    }
    gone.removeAll(left);
    return paragraph.parties().stream().filter(party -> !gone.contains(party)).toList();
  }

  private StruckQuotation struck(StruckQuotation struck) {
    return new StruckQuotation(
        quotation(struck.quotation()), struck.by(), struck.at(), struck.note());
  }

  private ArchivedQuotation quotation(ArchivedQuotation quotation) {
    boolean nobody = quotation.speaker() != null && one(quotation.speaker()) == null;
    return new ArchivedQuotation(
        quotation.id(),
        quotation.paragraph(),
        quotation.content(),
        quotation.segments(),
        quotation.kind(),
        quotation.marked(),
        quotation.cue(),
        quotation.source(),
        one(quotation.speaker()),
        nobody ? null : quotation.party(),
        nobody ? null : quotation.formerParty(),
        all(quotation.mentions()),
        quotation.mentionedParties(),
        quotation.confidence(),
        quotation.rule(),
        mark(quotation.correction()));
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
