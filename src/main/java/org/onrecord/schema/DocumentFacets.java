package org.onrecord.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.onrecord.article.PartyRef;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;

/**
 * What a document is narrowed by: its values of each facet. An article as a whole has none, and a
 * day is no value that is counted by its name.
 */
public final class DocumentFacets {
  private DocumentFacets() {}

  /**
   * A value of a facet.
   *
   * @param key by what it is told apart: an id where the {@linkplain Facet#isById() facet's values
   *     have one}, else its name
   * @param name what a reader sees
   */
  public record Value(String key, String name) {
    static Value of(String name) {
      return new Value(name, name);
    }

    static Value of(PartyRef party) {
      return new Value(party.id(), party.name());
    }
  }

  /** The distinct values of a facet. */
  public static List<Value> values(Facet facet, ArchiveDocument document) {
    if (document instanceof ArticleDocument) {
      return List.of();
    }
    Stream<Value> values =
        switch (facet) {
          case TYPE -> Stream.of(Value.of(type(document).label()));
          case OUTLET -> Stream.ofNullable(document.article().outlet()).map(Value::of);
          case SECTION -> Stream.ofNullable(document.article().section()).map(Value::of);
          case AUTHOR -> labels(document).flatMap(all -> all.authors().stream()).map(Value::of);
          case TAG -> labels(document).flatMap(all -> all.tags().stream()).map(Value::of);
          case LANGUAGE ->
              labels(document).flatMap(all -> Stream.ofNullable(all.language())).map(Value::of);
          case KIND -> quotations(document).stream().map(said -> Value.of(said.kind().label()));
          case POLARITY ->
              quotations(document).stream().map(said -> Value.of(said.polarity().label()));
          case MARKED ->
              quotations(document).stream().map(said -> Value.of(Boolean.toString(said.marked())));
          // "A spokesman" is nobody to narrow a search by.
          case SPEAKER ->
              people(facet, document).stream()
                  .filter(who -> who.type() != SpeakerType.UNNAMED)
                  .map(who -> Value.of(who.name()));
          case MENTION, SPEAKS_FOR ->
              people(facet, document).stream().map(who -> Value.of(who.name()));
          case PARTY -> parties(document).stream().map(Value::of);
          case MENTIONED_PARTY -> mentionedParties(document).stream().map(Value::of);
          case FORMER_PARTY ->
              said(document).flatMap(one -> one.formerParties().stream()).map(Value::of);
          case ROLE ->
              said(document)
                  .flatMap(one -> one.facts().stream())
                  .flatMap(who -> who.offices().stream())
                  .map(Value::of);
          case GENDER ->
              said(document)
                  .flatMap(one -> one.genders().stream())
                  .map(gender -> Value.of(gender.label()));
          case DATE -> Stream.of();
        };
    return values.distinct().toList();
  }

  /** The people and organisations of a facet, named or not; none where it has no such. */
  public static List<SpeakerRef> people(Facet facet, ArchiveDocument document) {
    return switch (facet) {
      case SPEAKER -> speakers(document);
      case MENTION -> mentions(document);
      case SPEAKS_FOR ->
          quotations(document).stream()
              .map(ArchivedQuotation::speaksFor)
              .filter(Objects::nonNull)
              .toList();
      case TYPE,
          PARTY,
          MENTIONED_PARTY,
          OUTLET,
          SECTION,
          AUTHOR,
          TAG,
          LANGUAGE,
          KIND,
          POLARITY,
          MARKED,
          FORMER_PARTY,
          ROLE,
          GENDER,
          DATE ->
          List.of();
    };
  }

  /** The distinct names of a facet's people. */
  public static List<String> names(Facet facet, ArchiveDocument document) {
    return people(facet, document).stream().map(SpeakerRef::name).distinct().toList();
  }

  /** For which parties a document's speakers speak. */
  public static Set<PartyRef> parties(ArchiveDocument document) {
    return switch (document) {
      case ArticleDocument _ -> Set.of();
      case ParagraphDocument paragraph -> {
        Set<PartyRef> parties = new LinkedHashSet<>(paragraph.parties());
        paragraph.quotations().stream()
            .filter(ArchivedQuotation::isSaid)
            .forEach(quotation -> parties.addAll(quotation.parties()));
        yield parties;
      }
      case QuoteDocument quote -> new LinkedHashSet<>(quote.quotation().parties());
    };
  }

  private static List<PartyRef> mentionedParties(ArchiveDocument document) {
    return switch (document) {
      case ArticleDocument _ -> List.of();
      case ParagraphDocument paragraph -> paragraph.mentionedParties();
      case QuoteDocument quote -> quote.quotation().mentionedParties();
    };
  }

  private static List<SpeakerRef> speakers(ArchiveDocument document) {
    return switch (document) {
      case ArticleDocument _ -> List.of();
      case ParagraphDocument paragraph -> paragraph.speakers();
      case QuoteDocument(var _, ArchivedQuotation said, var _) ->
          Stream.concat(
                  Stream.ofNullable(said.speaker()),
                  said.others().stream().map(FurtherSpeaker::who))
              .distinct()
              .toList();
    };
  }

  private static List<SpeakerRef> mentions(ArchiveDocument document) {
    return switch (document) {
      case ArticleDocument _ -> List.of();
      case ParagraphDocument paragraph ->
          paragraph.mentions().stream().map(NamedMention::who).toList();
      case QuoteDocument quote -> quote.quotation().mentions();
    };
  }

  private static Stream<ArticleLabels> labels(ArchiveDocument document) {
    return Stream.ofNullable(document.article().labels());
  }

  private static List<ArchivedQuotation> quotations(ArchiveDocument document) {
    return switch (document) {
      case ArticleDocument _ -> List.of();
      case ParagraphDocument paragraph -> paragraph.quotations();
      case QuoteDocument quote -> List.of(quote.quotation());
    };
  }

  /** The quotations by which a document has a speaker: of a paragraph what is said in it. */
  private static Stream<ArchivedQuotation> said(ArchiveDocument document) {
    return quotations(document).stream()
        .filter(one -> document instanceof QuoteDocument || one.isSaid());
  }

  private static DocumentType type(ArchiveDocument document) {
    return document instanceof QuoteDocument ? DocumentType.QUOTE : DocumentType.PARAGRAPH;
  }
}
