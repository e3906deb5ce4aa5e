package org.onrecord.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.TextSpan;

/**
 * A quotation with everything that was worked out about it.
 *
 * @param id the permalink id, {@code article~p4~q1}
 * @param paragraph the ordinal of its paragraph
 * @param content what is said; the pieces of an interrupted quotation are joined by " … "
 * @param segments where the content stands in the paragraph, in order, at least one; several where
 *     its cue interrupts it
 * @param marked whether quotation marks stand around it in the text
 * @param cue the words that report it (said, according to)
 * @param source the words that name who says it ("he"), perhaps in another paragraph
 * @param speaker whom the source stands for; null where the quotation is unattributed
 * @param party the speaker's party on the article's date
 * @param formerParty the party that the speaker is said to have left
 * @param mentions the people spoken about, in order of first mention
 * @param mentionedParties the parties that the content names, each once
 * @param confidence 0 to 1
 * @param rule the rules that decided: how it was found, how its speaker was, how the party was,
 *     parted by " > "
 * @param correction what an editor has corrected; null where nothing was
 */
public record ArchivedQuotation(
    String id,
    int paragraph,
    String content,
    List<TextSpan> segments,
    QuotationKind kind,
    boolean marked,
    @Nullable Excerpt cue,
    @Nullable Excerpt source,
    @Nullable SpeakerRef speaker,
    @Nullable PartyRef party,
    @Nullable PartyRef formerParty,
    List<SpeakerRef> mentions,
    List<PartyRef> mentionedParties,
    double confidence,
    String rule,
    @Nullable CorrectionMark correction) {
  public ArchivedQuotation {
    segments = List.copyOf(segments);
    mentions = List.copyOf(mentions);
    mentionedParties = List.copyOf(mentionedParties);
    if (segments.isEmpty()) {
      throw new IllegalArgumentException(id + " has no content");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          id + ": confidence " + confidence + " is not within 0 and 1");
    }
  }

  /** A quotation that names no party and that nobody has corrected. */
  public ArchivedQuotation(
      String id,
      int paragraph,
      String content,
      List<TextSpan> segments,
      QuotationKind kind,
      boolean marked,
      @Nullable Excerpt cue,
      @Nullable Excerpt source,
      @Nullable SpeakerRef speaker,
      @Nullable PartyRef party,
      @Nullable PartyRef formerParty,
      List<SpeakerRef> mentions,
      double confidence,
      String rule) {
    this(
        id,
        paragraph,
        content,
        segments,
        kind,
        marked,
        cue,
        source,
        speaker,
        party,
        formerParty,
        mentions,
        List.of(),
        confidence,
        rule,
        null);
  }

  /** From the first segment's start to the last one's end. */
  public TextSpan span() {
    return new TextSpan(segments.getFirst().start(), segments.getLast().end());
  }
}
