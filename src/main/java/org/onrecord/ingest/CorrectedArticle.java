package org.onrecord.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.AttributedArticle;
import org.onrecord.attribution.AttributedQuotation;
import org.onrecord.attribution.Reattribution;
import org.onrecord.correction.Correction;
import org.onrecord.correction.ParagraphAnchors;
import org.onrecord.correction.QuotationAnchor;
import org.onrecord.correction.QuotationDecision;
import org.onrecord.correction.Standing;
import org.onrecord.correction.Standings;
import org.onrecord.quotation.Quotation;
import org.onrecord.registry.Registry;
import org.onrecord.segment.Paragraph;

/**
 * An article after its editors.
 *
 * @param attributed as it was worked out from its text
 * @param quotations its quotations in the same order, struck ones too, each with what holds of it
 */
record CorrectedArticle(AttributedArticle attributed, List<CorrectedQuotation> quotations) {
  CorrectedArticle {
    quotations = List.copyOf(quotations);
  }

  /**
   * A quotation after its editors.
   *
   * @param workedOut as it was worked out from the text
   * @param corrected as it is shown; the same where nothing was corrected
   * @param correction the latest correction that holds
   */
  record CorrectedQuotation(
      AttributedQuotation workedOut,
      AttributedQuotation corrected,
      @Nullable Correction correction) {

    Quotation quotation() {
      return workedOut.quotation();
    }

    /** The decision that it is no quotation, if that holds. */
    Optional<Correction> struck() {
      return Optional.ofNullable(correction)
          .filter(c -> c.decision() instanceof QuotationDecision.NotAQuotation);
    }
  }

  static CorrectedArticle of(
      AttributedArticle attributed, Registry registry, List<Correction> corrections) {
    List<AttributedQuotation> quotations = attributed.quotations();
    if (corrections.isEmpty()) {
      return new CorrectedArticle(
          attributed, quotations.stream().map(q -> new CorrectedQuotation(q, q, null)).toList());
    }
    Standings standings = Standings.of(anchors(attributed), corrections);
    Reattribution reattribution = new Reattribution(registry, attributed);
    List<CorrectedQuotation> corrected = new ArrayList<>();
    for (int i = 0; i < quotations.size(); i++) {
      corrected.add(corrected(quotations.get(i), standings.of(i), reattribution));
    }
    return new CorrectedArticle(attributed, corrected);
  }

  private static List<QuotationAnchor> anchors(AttributedArticle attributed) {
    Map<Integer, ParagraphAnchors> paragraphs = new HashMap<>();
    List<QuotationAnchor> anchors = new ArrayList<>();
    for (AttributedQuotation attributedQuotation : attributed.quotations()) {
      Quotation quotation = attributedQuotation.quotation();
      Paragraph paragraph = attributed.segmented().paragraph(quotation.paragraph());
      anchors.add(
          paragraphs
              .computeIfAbsent(
                  paragraph.ordinal(), ordinal -> new ParagraphAnchors(ordinal, paragraph.text()))
              .anchor(quotation.segments()));
    }
    return anchors;
  }

  private static CorrectedQuotation corrected(
      AttributedQuotation workedOut, Standing standing, Reattribution reattribution) {
    AttributedQuotation corrected = workedOut;
    if (standing.speaker() != null
        && standing.speaker().decision() instanceof QuotationDecision.SpeakerIs speaker) {
      corrected = reattribution.withSpeaker(corrected, speaker.name(), speaker.type());
    }
    if (standing.party() != null) {
      corrected =
          standing.party().decision() instanceof QuotationDecision.PartyIs party
              ? reattribution.withParty(corrected, party.name())
              : reattribution.withoutParty(corrected);
    }
    return new CorrectedQuotation(workedOut, corrected, standing.latest());
  }
}
