package org.onrecord.attribution;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.cast.PartyDecision;
import org.onrecord.attribution.cast.Represented;
import org.onrecord.attribution.source.Attribution;
import org.onrecord.quotation.Quotation;

/**
 * A quotation with who says it and for which party.
 *
 * @param attribution who says it; of several who say it together the first
 * @param party of the first
 * @param others who else says it, in the order of the text: people and organisations with a name
 * @param speaksFor whom the speaker, named or not, speaks for; null where the text does not say
 * @param speakerConfidence how sure it is that the speaker says it, if it is said; 0 to 1, and 0
 *     where nobody is found
 */
public record AttributedQuotation(
    Quotation quotation,
    Attribution attribution,
    PartyDecision party,
    List<Speaker> others,
    @Nullable Represented speaksFor,
    double speakerConfidence) {
  public AttributedQuotation {
    others = List.copyOf(others);
  }

  /** What one speaker says who speaks for nobody else. */
  public AttributedQuotation(Quotation quotation, Attribution attribution, PartyDecision party) {
    this(quotation, attribution, party, List.of(), null, attribution.confidence());
  }

  /** One of those who say it, and for which party. */
  public record Speaker(Attribution attribution, PartyDecision party) {}

  /** Everybody with a name who says it, the first one first; none where nobody has a name. */
  public List<Speaker> speakers() {
    return Stream.concat(Stream.of(new Speaker(attribution, party)), others.stream())
        .filter(speaker -> speaker.attribution().isNamed())
        .toList();
  }

  /** How sure it is that these words are said, whoever says them; 0 to 1. */
  public double confidence() {
    return quotation.confidence();
  }

  /** Whether a speaker was found, named or not. */
  public boolean isAttributed() {
    return !(attribution instanceof Attribution.Unattributed);
  }

  /** How sure the rule that found the speaker is by itself, 0 to 1. */
  public double believed() {
    return attribution.confidence();
  }

  /** The rules that decided, parted by " &gt; ". */
  public String rule() {
    return quotation.rule() + " > " + attribution.rule() + " > " + party.rule();
  }
}
