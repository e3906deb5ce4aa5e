package org.onrecord.attribution.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onrecord.article.Excerpt;
import org.onrecord.article.TextSpan;
import org.onrecord.quotation.Quotation;
import org.onrecord.quotation.SpeechTitle;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.SegmentedArticle;

/** Where a transcript names its speakers. */
public final class LabelPlaces {
  private LabelPlaces() {}

  /**
   * Where speakers are named by labels and by a headline that says whose speech it is: by the
   * ordinal of the paragraph.
   */
  public static Map<Integer, Set<TextSpan>> places(
      SegmentedArticle article, List<Quotation> quotations) {
    Map<Integer, Set<TextSpan>> places = new HashMap<>();
    if (!article.paragraphs().isEmpty()) {
      Paragraph title = article.paragraphs().getFirst();
      List<TextSpan> speakers = SpeechTitle.of(title).speakers(title);
      if (!speakers.isEmpty()) {
        places.put(title.ordinal(), new HashSet<>(speakers));
      }
    }
    for (Quotation quotation : quotations) {
      Excerpt source = quotation.source();
      if (source != null && quotation.isTurn()) {
        places.computeIfAbsent(source.paragraph(), p -> new HashSet<>()).add(source.span());
      }
    }
    return places;
  }

  /** Those of a paragraph's names that stand where speakers are named, cut to those places. */
  public static List<NameMention> within(
      Paragraph paragraph, List<NameMention> found, Set<TextSpan> places) {
    List<NameMention> within = new ArrayList<>();
    for (NameMention name : found) {
      for (TextSpan place : places) {
        int end = name.first();
        while (end < name.end() && paragraph.tokens().get(end).end() <= place.end()) {
          end++;
        }
        boolean begins = paragraph.tokens().get(name.first()).start() >= place.start();
        if (begins && end > name.first()) {
          within.add(name.speaking(end));
          break;
        }
      }
    }
    return within;
  }
}
