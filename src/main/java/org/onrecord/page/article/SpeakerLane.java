package org.onrecord.page.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.article.TextSpan;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Slots;
import org.onrecord.page.part.SpeakerTag;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.FurtherSpeaker;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.search.PartyLabels;

/**
 * A speaker of an article, and where in its whole length they speak.
 *
 * @param quotations how many
 * @param first the anchor of the first
 * @param spoken where, in shares of {@link #LENGTH}
 */
public record SpeakerLane(SpeakerTag speaker, int quotations, String first, List<Stretch> spoken) {
  /** The length of the drawing. */
  static final int LENGTH = 1200;

  private static final int LEAST = 4;
  private static final SpeakerTag NOBODY =
      new SpeakerTag("Unnamed or unattributed", "?", Slots.BY_HASH.style(null), null, "", null);

  public SpeakerLane {
    spoken = List.copyOf(spoken);
  }

  /** A stretch of the drawing. */
  public record Stretch(String x, String width) {}

  /** "1 quotation". */
  public String counted() {
    return Wording.count(quotations, "quotation", "quotations");
  }

  /** Every speaker, who speaks most first; all who have no name together, last. */
  static List<SpeakerLane> all(List<ParagraphDocument> paragraphs, Slots slots) {
    record Placed(ArchivedQuotation quotation, TextSpan span) {}
    Map<String, List<Placed>> bySpeaker = new LinkedHashMap<>();
    Map<String, SpeakerTag> tags = new HashMap<>();
    int total = 0;
    for (ParagraphDocument paragraph : paragraphs) {
      for (ArchivedQuotation quotation : paragraph.quotations()) {
        Placed placed = new Placed(quotation, quotation.span().shift(total));
        for (SpeakerRef who : lanes(quotation)) {
          String id = who.id() == null ? "" : who.id();
          tags.computeIfAbsent(id, _ -> tag(id, who, quotation, slots));
          bySpeaker.computeIfAbsent(id, _ -> new ArrayList<>()).add(placed);
        }
      }
      total += paragraph.text().length();
    }
    int whole = Math.max(1, total);
    return bySpeaker.entrySet().stream()
        .map(
            e ->
                new SpeakerLane(
                    tags.getOrDefault(e.getKey(), NOBODY),
                    e.getValue().size(),
                    TiedText.anchor(e.getValue().getFirst().quotation()),
                    e.getValue().stream().map(p -> stretch(p.span(), whole)).toList()))
        .sorted(
            Comparator.<SpeakerLane, Boolean>comparing(lane -> lane.speaker().id().isEmpty())
                .thenComparing(lane -> -lane.quotations()))
        .toList();
  }

  private static SpeakerTag tag(String id, SpeakerRef who, ArchivedQuotation first, Slots slots) {
    if (id.isEmpty()) {
      return NOBODY;
    }
    return Stream.concat(
            who.equals(first.speaker())
                ? Stream.of(new FurtherSpeaker(who, first.party(), first.formerParty()))
                : Stream.empty(),
            first.others().stream())
        .filter(speaker -> speaker.who().equals(who))
        .map(speaker -> SpeakerTag.of(speaker, slots, PartyLabels.NONE))
        .findFirst()
        .orElse(NOBODY);
  }

  /** Everybody who says it, nobody where nobody has a name; what is not said is nobody's. */
  private static List<SpeakerRef> lanes(ArchivedQuotation quotation) {
    if (!quotation.isSaid()) {
      return List.of();
    }
    List<SpeakerRef> speakers = quotation.speakers();
    return speakers.isEmpty()
        ? List.of(new SpeakerRef(NOBODY.name(), null, SpeakerType.UNNAMED))
        : speakers;
  }

  /** A stretch of the article's text in the drawing. */
  static Stretch stretch(TextSpan span, int whole) {
    return new Stretch(
        Wording.decimal((double) LENGTH * span.start() / whole),
        Wording.decimal(Math.max(LEAST, (double) LENGTH * span.length() / whole)));
  }
}
