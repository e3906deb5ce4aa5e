package org.onrecord.page.part;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.onrecord.article.Excerpt;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.article.SurenessLevel;
import org.onrecord.page.Wording;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.CorrectionMark;

/**
 * How sure a quotation is, its words and who says them, as a word with a reason that says which of
 * the two is in doubt.
 *
 * @param word Clear, Likely or Check
 * @param reason why, in words; holds no name that the archive does not give
 */
public record Sureness(String word, String reason) {
  public static Sureness of(ArchivedQuotation quotation) {
    return new Sureness(word(quotation), reason(quotation));
  }

  /** Of words that nobody is known to have said, nothing is clear but that they are a quotation. */
  private static String word(ArchivedQuotation quotation) {
    SurenessLevel level =
        quotation.speaker() == null ? SurenessLevel.CHECK : SurenessLevel.of(quotation.certainty());
    return level.label();
  }

  public boolean clear() {
    return word.equals("Clear");
  }

  public boolean likely() {
    return word.equals("Likely");
  }

  public boolean check() {
    return word.equals("Check");
  }

  /** "corrected by R. Elm on 23 Nov 2026". */
  public static String decided(String what, String by, Instant at) {
    return what + " by " + by + " on " + Wording.day(LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  /** Whether an editor found it right as it had been worked out. */
  public static boolean confirms(CorrectionMark correction, ArchivedQuotation quotation) {
    return Objects.equals(correction.speaker(), quotation.speaker())
        && Objects.equals(correction.party(), quotation.party())
        && Objects.equals(correction.formerParty(), quotation.formerParty());
  }

  private static String reason(ArchivedQuotation quotation) {
    CorrectionMark correction = quotation.correction();
    if (correction != null) {
      return decided(
          confirms(correction, quotation) ? "confirmed" : "corrected",
          correction.by(),
          correction.at());
    }
    boolean doubted = SurenessLevel.of(quotation.certainty()) != SurenessLevel.CLEAR;
    if (doubted && quotation.confidence() < quotation.speakerConfidence()) {
      return quotation.cue() == null
          ? "the words are in doubt: no cue in the sentence"
          : "the words are in doubt";
    }
    SpeakerRef speaker = quotation.speaker();
    if (speaker == null) {
      return quotation.source() == null
          ? "nobody is named as saying it"
          : "who “" + quotation.source().text() + "” is was not found out";
    }
    if (speaker.type() == SpeakerType.UNNAMED) {
      return "the article does not name who says it";
    }
    Excerpt source = quotation.source();
    if (source != null && names(source.text(), speaker.name())) {
      if (Voice.isDoubtful(quotation)) {
        return "“" + source.text() + "” may be somebody else";
      }
      if (source.paragraph() != quotation.paragraph()) {
        return source.paragraph() == 0
            ? "named in the headline"
            : "named in paragraph " + source.paragraph();
      }
      return quotation.cue() == null ? "named, but with no cue" : "named in the sentence";
    }
    if (quotation.cue() == null) {
      return "no cue in the sentence: carried on from what stands before";
    }
    List<String> names = quotation.speakers().stream().map(SpeakerRef::name).toList();
    String who = "taken to be " + (names.size() > 1 ? Wording.list(names, "and") : speaker.name());
    return source == null ? who : "“" + source.text() + "” " + who;
  }

  /** Whether the words hold the last part of the name. */
  private static boolean names(String words, String name) {
    String last = Arrays.asList(name.split("\\s+")).getLast().toLowerCase(Locale.ROOT);
    return words.toLowerCase(Locale.ROOT).contains(last);
  }
}
