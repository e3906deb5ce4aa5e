package org.onrecord.ingest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Excerpt;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.article.TextSpan;
import org.onrecord.attribution.AnonymityReader;
import org.onrecord.attribution.AttributedArticle.PersonMention;
import org.onrecord.attribution.AttributedQuotation;
import org.onrecord.attribution.AttributedQuotation.Speaker;
import org.onrecord.attribution.cast.Represented;
import org.onrecord.attribution.source.Attribution;
import org.onrecord.correction.Correction;
import org.onrecord.ingest.CorrectedArticle.CorrectedQuotation;
import org.onrecord.quotation.Quotation;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.CorrectionMark;
import org.onrecord.schema.FurtherSpeaker;
import org.onrecord.schema.SpeakerFacts;
import org.onrecord.segment.Paragraph;

/** From a quotation after its editors to what the index holds of it. */
final class QuotationMapper {
  private final AnonymityReader anonymity;
  private final FactReader facts;

  /** For the quotations of one article. */
  QuotationMapper(AnonymityReader anonymity, FactReader facts) {
    this.anonymity = anonymity;
    this.facts = facts;
  }

  /**
   * The quotation as it lies in the index.
   *
   * @param address gives its permalink id by its content
   * @param people who is named in the paragraph
   * @param parties the parties named in it, and where
   */
  ArchivedQuotation archived(
      UnaryOperator<String> address,
      CorrectedQuotation corrected,
      Paragraph paragraph,
      List<PersonMention> people,
      List<PartiesNamed> parties) {
    Quotation quotation = corrected.quotation();
    AttributedQuotation shown = corrected.corrected();
    String content =
        quotation.segments().stream()
            .map(segment -> segment.in(paragraph.text()))
            .collect(Collectors.joining(" … "));
    CorrectionMark mark = mark(corrected);
    return new ArchivedQuotation(
        address.apply(content),
        paragraph.ordinal(),
        content,
        quotation.segments(),
        quotation.kind(),
        quotation.marked(),
        quotation.cue(),
        quotation.source(),
        quotation.polarity(),
        speaker(shown.attribution()),
        shown.party().party(),
        shown.party().former(),
        others(shown),
        represented(shown.speaksFor()),
        unnamed(shown),
        spokenAbout(people, quotation),
        parties.stream()
            .filter(party -> party.within(quotation.segments(), paragraph.text()))
            .map(PartiesNamed::party)
            .toList(),
        mark == null ? rounded(shown.confidence()) : 1,
        mark == null ? rounded(shown.speakerConfidence()) : 1,
        shown.rule(),
        mark,
        facts(shown));
  }

  private List<SpeakerFacts> facts(AttributedQuotation shown) {
    return shown.speakers().stream()
        .map(Speaker::attribution)
        .filter(Attribution.ToPerson.class::isInstance)
        .map(Attribution.ToPerson.class::cast)
        .flatMap(person -> facts.of(person).stream())
        .distinct()
        .toList();
  }

  private static double rounded(double share) {
    return Math.round(share * 100) / 100.0;
  }

  private static List<FurtherSpeaker> others(AttributedQuotation shown) {
    List<FurtherSpeaker> others = new ArrayList<>();
    for (Speaker other : shown.others()) {
      SpeakerRef who = speaker(other.attribution());
      if (who != null && who.type() != SpeakerType.UNNAMED) {
        others.add(new FurtherSpeaker(who, other.party().party(), other.party().former()));
      }
    }
    return others;
  }

  private static @Nullable SpeakerRef represented(@Nullable Represented represented) {
    return represented == null
        ? null
        : new SpeakerRef(represented.name(), represented.id(), SpeakerType.ORGANISATION);
  }

  /** Why the article does not name the speaker, where it says so. */
  private @Nullable Excerpt unnamed(AttributedQuotation shown) {
    return shown.attribution().isNamed()
        ? null
        : anonymity.of(shown.quotation(), shown.attribution().speakerName()).orElse(null);
  }

  private static @Nullable CorrectionMark mark(CorrectedQuotation corrected) {
    Correction correction = corrected.correction();
    AttributedQuotation before = corrected.workedOut();
    return correction == null || corrected.struck().isPresent()
        ? null
        : new CorrectionMark(
            correction.by(),
            correction.at(),
            correction.note(),
            speaker(before.attribution()),
            before.party().party(),
            before.party().former());
  }

  private static List<SpeakerRef> spokenAbout(List<PersonMention> people, Quotation quotation) {
    Set<SpeakerRef> about = new LinkedHashSet<>();
    for (PersonMention mention : people) {
      if (isIn(quotation, mention.span())) {
        about.add(person(mention));
      }
    }
    return List.copyOf(about);
  }

  private static boolean isIn(Quotation quotation, TextSpan span) {
    return quotation.segments().stream().anyMatch(segment -> segment.contains(span));
  }

  static SpeakerRef person(PersonMention mention) {
    return new SpeakerRef(mention.name(), mention.id(), SpeakerType.PERSON);
  }

  private static @Nullable SpeakerRef speaker(Attribution attribution) {
    return switch (attribution) {
      case Attribution.ToPerson person -> FactReader.speaker(person);
      case Attribution.ToOrganisation organisation ->
          new SpeakerRef(organisation.name(), organisation.id(), SpeakerType.ORGANISATION);
      case Attribution.ToUnnamed unnamed ->
          new SpeakerRef(unnamed.description(), null, SpeakerType.UNNAMED);
      case Attribution.Unattributed none -> null;
    };
  }
}
