package org.onrecord.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ParagraphDocument;

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
    int total = 0;
    for (ParagraphDocument paragraph : paragraphs) {
      for (ArchivedQuotation quotation : paragraph.quotations()) {
        bySpeaker
            .computeIfAbsent(key(quotation), _ -> new ArrayList<>())
            .add(new Placed(quotation, quotation.span().shift(total)));
      }
      total += paragraph.text().length();
    }
    int whole = Math.max(1, total);
    return bySpeaker.entrySet().stream()
        .map(
            e ->
                new SpeakerLane(
                    tag(e.getKey(), e.getValue().getFirst().quotation(), slots),
                    e.getValue().size(),
                    TiedText.anchor(e.getValue().getFirst().quotation()),
                    e.getValue().stream().map(p -> stretch(p.span(), whole)).toList()))
        .sorted(
            Comparator.<SpeakerLane, Boolean>comparing(lane -> lane.speaker().id().isEmpty())
                .thenComparing(lane -> -lane.quotations()))
        .toList();
  }

  private static SpeakerTag tag(String key, ArchivedQuotation first, Slots slots) {
    return key.isEmpty()
        ? new SpeakerTag("Unnamed or unattributed", "?", slots.style(null), null, "", null)
        : SpeakerTag.of(first, slots);
  }

  private static String key(ArchivedQuotation quotation) {
    return quotation.speaker() == null || quotation.speaker().id() == null
        ? ""
        : quotation.speaker().id();
  }

  /** A stretch of the article's text in the drawing. */
  static Stretch stretch(TextSpan span, int whole) {
    return new Stretch(
        Wording.decimal((double) LENGTH * span.start() / whole),
        Wording.decimal(Math.max(LEAST, (double) LENGTH * span.length() / whole)));
  }
}
