package org.onrecord.page;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Pages;
import org.onrecord.article.SpeakerType;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.SpeakerRef;
import org.onrecord.search.PartyLabels;

/**
 * Who speaks, as the pages show it.
 *
 * @param name as the archive has it, or that nobody is named
 * @param initials up to three letters; a question mark for nobody in particular
 * @param slot the class of the colour
 * @param href the speaker's page; null for the unnamed
 * @param id the speaker's id; empty for the unnamed
 * @param party what is known of the party; null where it would say nothing
 */
public record SpeakerTag(
    String name,
    String initials,
    String slot,
    @Nullable String href,
    String id,
    @Nullable PartyTag party) {
  private static final Pattern INITIAL = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}'’])\\p{L}");
  private static final int MOST_INITIALS = 3;

  public static SpeakerTag of(ArchivedQuotation quotation, Slots slots) {
    return of(quotation, slots, PartyLabels.NONE);
  }

  /**
   * Who speaks.
   *
   * @param parties what parties are called where it is shown
   */
  static SpeakerTag of(ArchivedQuotation quotation, Slots slots, PartyLabels parties) {
    SpeakerRef speaker = quotation.speaker();
    return new SpeakerTag(
        name(speaker),
        initials(speaker),
        slots.style(speaker),
        speaker == null || speaker.id() == null ? null : Pages.speaker(speaker.id()),
        speaker == null || speaker.id() == null ? "" : speaker.id(),
        PartyTag.of(quotation, parties));
  }

  static String name(@Nullable SpeakerRef speaker) {
    return speaker == null ? "Unattributed" : speaker.name();
  }

  /** "IK" for Imran Khan. */
  static String initials(@Nullable SpeakerRef speaker) {
    if (speaker == null || speaker.type() == SpeakerType.UNNAMED) {
      return "?";
    }
    String letters =
        INITIAL
            .matcher(speaker.name())
            .results()
            .limit(MOST_INITIALS)
            .map(MatchResult::group)
            .collect(Collectors.joining());
    return letters.isEmpty() ? "?" : letters.toUpperCase(Locale.ROOT);
  }
}
