package org.onrecord.page.part;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Pages;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.Facet;
import org.onrecord.schema.FurtherSpeaker;
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
 * @param doubtful whether it is only perhaps they who speak
 * @param others who speaks with them
 * @param speaksFor the organisation that they speak for; null where none is told
 * @param anonymity the article's words for why they are not named; null where there are none
 */
public record SpeakerTag(
    String name,
    String initials,
    String slot,
    @Nullable String href,
    String id,
    @Nullable PartyTag party,
    boolean doubtful,
    List<SpeakerTag> others,
    @Nullable RepresentedTag speaksFor,
    @Nullable String anonymity) {
  private static final Pattern INITIAL = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}'’])\\p{L}");
  private static final int MOST_INITIALS = 3;

  public SpeakerTag {
    others = List.copyOf(others);
  }

  /** Somebody of whom nothing more is told. */
  public SpeakerTag(
      String name,
      String initials,
      String slot,
      @Nullable String href,
      String id,
      @Nullable PartyTag party) {
    this(name, initials, slot, href, id, party, false, List.of(), null, null);
  }

  /**
   * An organisation that somebody speaks for.
   *
   * @param href a search for what is said for it
   */
  public record RepresentedTag(String name, String href) {}

  public static SpeakerTag of(ArchivedQuotation quotation, Slots slots) {
    return of(quotation, slots, PartyLabels.NONE);
  }

  /**
   * Who speaks.
   *
   * @param parties what parties are called where it is shown
   */
  public static SpeakerTag of(ArchivedQuotation quotation, Slots slots, PartyLabels parties) {
    SpeakerRef speaker = quotation.speaker();
    return new SpeakerTag(
        name(speaker),
        initials(speaker),
        slots.style(speaker),
        speaker == null || speaker.id() == null ? null : Pages.speaker(speaker.id()),
        speaker == null || speaker.id() == null ? "" : speaker.id(),
        PartyTag.of(quotation, parties),
        Voice.isDoubtful(quotation),
        quotation.others().stream().map(other -> of(other, slots, parties)).toList(),
        represented(quotation.speaksFor()),
        quotation.anonymity() == null ? null : quotation.anonymity().text());
  }

  /** One who speaks with others. */
  public static SpeakerTag of(FurtherSpeaker speaker, Slots slots, PartyLabels parties) {
    SpeakerRef who = speaker.who();
    return new SpeakerTag(
        who.name(),
        initials(who),
        slots.style(who),
        who.id() == null ? null : Pages.speaker(who.id()),
        who.id() == null ? "" : who.id(),
        PartyTag.of(who, speaker.party(), speaker.formerParty(), parties));
  }

  private static @Nullable RepresentedTag represented(@Nullable SpeakerRef who) {
    return who == null
        ? null
        : new RepresentedTag(who.name(), Address.quotations(Facet.SPEAKS_FOR, who.name()).page());
  }

  public static String name(@Nullable SpeakerRef speaker) {
    return speaker == null ? "Unattributed" : speaker.name();
  }

  /** "IK" for Imran Khan. */
  public static String initials(@Nullable SpeakerRef speaker) {
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
