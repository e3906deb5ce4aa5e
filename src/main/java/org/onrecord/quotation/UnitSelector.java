package org.onrecord.quotation;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.article.QuotationKind;
import org.onrecord.quotation.QuotationExtractor.Decoded;
import org.onrecord.quotation.QuoteMarks.Marked;

/**
 * Of the units that were found in a paragraph, those that are quotations, with their edges and
 * kinds as the model has learnt them. Immutable and thread-safe.
 */
final class UnitSelector {
  /** What is less likely to be a quotation is left out. */
  private static final double LEAST_CONFIDENCE = 0.4;

  /** That where marks are lost and the judge is surer of less. */
  private static final double LEAST_LOST = 0.35;

  /** That of a sentence between double marks after a colon, which announces speech. */
  private static final double LEAST_ANNOUNCED = 0.15;

  private final QuotationModel model;

  UnitSelector(QuotationModel model) {
    this.model = model;
  }

  /** The units that are likely enough to be quotations, with their confidence. */
  Judged judged(Decoded decoded, ArticleViews views, int paragraph) {
    ContentFeatures features = decoded.features(views, paragraph);
    KindFeatures kinds = decoded.kinds(views, paragraph, decoded.units());
    List<Unit> units = new ArrayList<>();
    List<QuotationKind> told = new ArrayList<>();
    List<Double> confidence = new ArrayList<>();
    for (int i = 0; i < decoded.units().size(); i++) {
      double probability = model.judge(views.marked).probability(features.of(i));
      Unit unit = decoded.units().get(i);
      boolean announced = isAnnounced(views.views.get(paragraph), unit);
      double least = views.marked ? LEAST_CONFIDENCE : LEAST_LOST;
      if (probability >= (announced ? LEAST_ANNOUNCED : least)) {
        units.add(unit);
        told.add(views.marked ? unit.kind() : model.kinds.kind(kinds.of(i)));
        confidence.add(probability);
      }
    }
    List<Unit> edged = edged(decoded, units, views, paragraph);
    if (!views.marked) {
      edged = told(edged, told, views.views.get(paragraph).sentence);
    }
    return new Judged(decoded.labels(), edged, confidence);
  }

  /** "She put it plainly: “It is safe.”" */
  private static boolean isAnnounced(ParagraphView view, Unit unit) {
    int index = view.marks.spanOf(unit.first());
    if (index < 0) {
      return false;
    }
    Marked span = view.marks.spans().get(index);
    return span.doubled()
        && span.open() > 1
        && view.lower[span.open() - 1].equals(":")
        && span.open() >= unit.first() - 1
        && span.close() < view.size
        && span.close() - unit.end() <= 1
        && endsSentence(view.lower[span.close() - 1]);
  }

  private static boolean endsSentence(String text) {
    return text.equals(".") || text.equals("?") || text.equals("!");
  }

  /** Units whose marks are lost, each of its kind; what goes over a sentence's end is verbatim. */
  private static List<Unit> told(List<Unit> units, List<QuotationKind> kinds, int[] sentence) {
    List<Unit> told = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      boolean sentences = sentence[unit.first()] != sentence[unit.end() - 1];
      told.add(unit.of(sentences ? QuotationKind.DIRECT : kinds.get(i)));
    }
    return told;
  }

  /** The units with their edges where they are likeliest, from the first to the last. */
  private List<Unit> edged(Decoded decoded, List<Unit> units, ArticleViews views, int paragraph) {
    if (units.isEmpty()) {
      return units;
    }
    List<Unit> edged = new ArrayList<>(units);
    EdgeFeatures features = decoded.edges(views, paragraph, edged);
    for (int i = 0; i < edged.size(); i++) {
      Unit unit = edged.get(i);
      if (!unit.rule().equals(MarkRepair.ADDED)) {
        int first = model.edges.start(features, edged, i);
        Unit begun =
            first == unit.first()
                ? unit
                : UnitDecoder.moved(views, decoded.labels(), unit, first, unit.end());
        edged.set(i, begun);
        int end = model.edges.end(features, edged, i);
        if (end != begun.end()) {
          edged.set(i, UnitDecoder.moved(views, decoded.labels(), begun, begun.first(), end));
        }
      }
    }
    return edged;
  }

  /** A paragraph's labels, and the units that are quotations with how sure that is, 0 to 1. */
  record Judged(Label[] labels, List<Unit> units, List<Double> confidence) {}
}
