package org.onrecord.attribution.source;

import java.util.List;
import java.util.Map;
import org.onrecord.attribution.cast.Cast;
import org.onrecord.attribution.cast.Focus;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.SegmentedArticle;

/**
 * All that is known of one article while its sources are resolved; what was said so far grows.
 *
 * @param named the names by the ordinal of their paragraph, in order
 */
public record Scene(
    SegmentedArticle article,
    Map<Integer, List<NameMention>> named,
    Cast cast,
    Nominals nominals,
    Focus focus,
    Bodies bodies,
    BodySources bodySources,
    Conversation conversation,
    Antecedents antecedents) {
  /** The rule of a place that stands for who governs there. */
  static final String GOVERNMENT = "a place for its government";

  List<NameMention> names(Paragraph paragraph) {
    return named.getOrDefault(paragraph.ordinal(), List.of());
  }

  List<NameMention> touching(Paragraph paragraph, int first, int end) {
    return NameMention.touching(names(paragraph), first, end);
  }

  /** The organisation of a name, or a place for its government. */
  Source organisation(NameMention name) {
    boolean place = name.kind() == NameMention.Kind.PLACE;
    String rule = place ? GOVERNMENT : "organisation named";
    double confidence = name.kind() == NameMention.Kind.UNKNOWN ? 0.5 : 0.9;
    return Source.body(bodies.called(name.name()), rule, confidence);
  }
}
