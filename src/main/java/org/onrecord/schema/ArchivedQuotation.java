package org.onrecord.schema;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Excerpt;
import org.onrecord.article.PartyRef;
import org.onrecord.article.Polarity;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.SpeakerGender;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.article.TextSpan;

/**
 * A quotation with everything that was worked out about it.
 *
 * @param id the permalink id, {@code article~q-3f9a1c7b2d}
 * @param paragraph the ordinal of its paragraph
 * @param content what is said; the pieces of an interrupted quotation are joined by " … "
 * @param segments where the content stands in the paragraph, in order, at least one; several where
 *     its cue interrupts it
 * @param marked whether quotation marks stand around it in the text
 * @param cue the words that report it (said, according to)
 * @param source the words that name who says it ("he"), perhaps in another paragraph
 * @param polarity whether it is affirmed, denied, asked and so on; of what is not said, it is
 *     nobody who says it, and the speaker is whom the text tells not to
 * @param speaker whom the source stands for, of several the first; null where the quotation is
 *     unattributed
 * @param party the speaker's party on the article's date
 * @param formerParty the party that the speaker is said to have left
 * @param others who else says it, in the order of the text
 * @param speaksFor the organisation that the speaker, named or not, speaks for; null where the text
 *     does not say
 * @param anonymity the words that say why the speaker is not named ("on condition of anonymity
 *     because …"); null where there are none
 * @param mentions the people spoken about, in order of first mention
 * @param mentionedParties the parties that the content names, each once
 * @param confidence how sure it is that these words are said, 0 to 1
 * @param speakerConfidence how sure it is who says them, 0 to 1; 0 where nobody is found
 * @param rule the rules that decided: how it was found, how its speaker was, how the party was,
 *     parted by " > "
 * @param correction what an editor has corrected; null where nothing was
 * @param facts what is known of those people who say it whom the registry has
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
    Polarity polarity,
    @Nullable SpeakerRef speaker,
    @Nullable PartyRef party,
    @Nullable PartyRef formerParty,
    List<FurtherSpeaker> others,
    @Nullable SpeakerRef speaksFor,
    @Nullable Excerpt anonymity,
    List<SpeakerRef> mentions,
    List<PartyRef> mentionedParties,
    double confidence,
    double speakerConfidence,
    String rule,
    @Nullable CorrectionMark correction,
    List<SpeakerFacts> facts) {
  public ArchivedQuotation {
    polarity = Objects.requireNonNullElse(polarity, Polarity.AFFIRMED);
    others = List.copyOf(others);
    segments = List.copyOf(segments);
    mentions = List.copyOf(mentions);
    mentionedParties = List.copyOf(mentionedParties);
    facts = List.copyOf(facts);
    if (segments.isEmpty()) {
      throw new IllegalArgumentException(id + " has no content");
    }
    requireShare(id, confidence);
    requireShare(id, speakerConfidence);
  }

  private static void requireShare(String id, double confidence) {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          id + ": confidence " + confidence + " is not within 0 and 1");
    }
  }

  /** What people say of whom the registry knows nothing. */
  public ArchivedQuotation(
      String id,
      int paragraph,
      String content,
      List<TextSpan> segments,
      QuotationKind kind,
      boolean marked,
      @Nullable Excerpt cue,
      @Nullable Excerpt source,
      Polarity polarity,
      @Nullable SpeakerRef speaker,
      @Nullable PartyRef party,
      @Nullable PartyRef formerParty,
      List<FurtherSpeaker> others,
      @Nullable SpeakerRef speaksFor,
      @Nullable Excerpt anonymity,
      List<SpeakerRef> mentions,
      List<PartyRef> mentionedParties,
      double confidence,
      double speakerConfidence,
      String rule,
      @Nullable CorrectionMark correction) {
    this(
        id,
        paragraph,
        content,
        segments,
        kind,
        marked,
        cue,
        source,
        polarity,
        speaker,
        party,
        formerParty,
        others,
        speaksFor,
        anonymity,
        mentions,
        mentionedParties,
        confidence,
        speakerConfidence,
        rule,
        correction,
        List.of());
  }

  /**
   * What one speaker affirms who is as sure as the words, and that names no party and that nobody
   * has corrected.
   */
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
        Polarity.AFFIRMED,
        speaker,
        party,
        formerParty,
        List.of(),
        null,
        null,
        mentions,
        List.of(),
        confidence,
        speaker == null ? 0 : confidence,
        rule,
        null);
  }

  /** The same at another address. */
  public ArchivedQuotation at(String newId) {
    return at(newId, paragraph, cue, source, anonymity);
  }

  /**
   * The same in another article, to which its paragraph went alone: of the words that stand in
   * other paragraphs nothing is left.
   */
  public ArchivedQuotation moved(String newId, int newParagraph) {
    return at(
        newId,
        newParagraph,
        moved(cue, newParagraph),
        moved(source, newParagraph),
        moved(anonymity, newParagraph));
  }

  private @Nullable Excerpt moved(@Nullable Excerpt words, int newParagraph) {
    return words == null || words.paragraph() != paragraph
        ? null
        : new Excerpt(words.text(), newParagraph, words.span());
  }

  private ArchivedQuotation at(
      String newId,
      int newParagraph,
      @Nullable Excerpt newCue,
      @Nullable Excerpt newSource,
      @Nullable Excerpt newAnonymity) {
    return new ArchivedQuotation(
        newId,
        newParagraph,
        content,
        segments,
        kind,
        marked,
        newCue,
        newSource,
        polarity,
        speaker,
        party,
        formerParty,
        others,
        speaksFor,
        newAnonymity,
        mentions,
        mentionedParties,
        confidence,
        speakerConfidence,
        rule,
        correction,
        facts);
  }

  /** Everybody with a name who says it, the first one first; none where nobody has a name. */
  public List<SpeakerRef> speakers() {
    Stream<SpeakerRef> first =
        Stream.ofNullable(speaker).filter(who -> who.type() != SpeakerType.UNNAMED);
    return Stream.concat(first, others.stream().map(FurtherSpeaker::who)).distinct().toList();
  }

  /** The parties of those who say it, each once. */
  public List<PartyRef> parties() {
    return Stream.concat(
            Stream.ofNullable(party),
            others.stream().map(FurtherSpeaker::party).filter(Objects::nonNull))
        .distinct()
        .toList();
  }

  /** The parties that those who say it are said to have left, each once. */
  public List<PartyRef> formerParties() {
    return Stream.concat(
            Stream.ofNullable(formerParty),
            others.stream().map(FurtherSpeaker::formerParty).filter(Objects::nonNull))
        .distinct()
        .toList();
  }

  /** The genders of the people with a name who say it, each once. */
  public List<SpeakerGender> genders() {
    return speakers().stream()
        .filter(who -> who.type() == SpeakerType.PERSON)
        .map(
            who ->
                facts.stream()
                    .filter(one -> one.who().equals(who))
                    .map(SpeakerFacts::gender)
                    .findFirst()
                    .orElse(SpeakerGender.UNKNOWN))
        .distinct()
        .toList();
  }

  public boolean isAffirmed() {
    return polarity == Polarity.AFFIRMED;
  }

  /** Whether it is anybody's words at all, in whatever manner. */
  public boolean isSaid() {
    return polarity.isSaid();
  }

  /** How sure it is that it is said by the one who is named, if anybody is, 0 to 1. */
  public double certainty() {
    return speaker == null ? confidence : Math.min(confidence, speakerConfidence);
  }

  /** From the first segment's start to the last one's end. */
  public TextSpan span() {
    return new TextSpan(segments.getFirst().start(), segments.getLast().end());
  }
}
