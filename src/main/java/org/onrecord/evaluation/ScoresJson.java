package org.onrecord.evaluation;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Scores as JSON: docs, dontcare_sys, exact, iou50, cov30, cov80, overlap, token, type_acc,
 * by_type, speaker, end2end, mention, party, type_confusion and confidence; null where there is
 * nothing to divide by.
 */
final class ScoresJson {
  private static final double DIGITS = 1e4;

  private final DoubleUnaryOperator rounding;

  private ScoresJson(DoubleUnaryOperator rounding) {
    this.rounding = rounding;
  }

  static ObjectNode exact(QuotationScores scores) {
    return new ScoresJson(value -> value).of(scores);
  }

  /** To four digits, so that figures in a repository change only where something did. */
  static ObjectNode rounded(QuotationScores scores) {
    return new ScoresJson(value -> Math.round(value * DIGITS) / DIGITS).of(scores);
  }

  private ObjectNode of(QuotationScores scores) {
    ObjectNode node = object();
    ExtractionScores extraction = scores.extraction;
    node.put("docs", extraction.articles()).put("dontcare_sys", extraction.ignored());
    extraction.rates().forEach((name, rates) -> node.set(name, rates(rates)));
    put(node, "type_acc", scores.kindRight.ratio());
    ObjectNode byType = node.putObject("by_type");
    scores.byKind.forEach(kind -> byType.set(kind.kind.label(), kind(kind)));
    SpeakerScores speakers = scores.speakers;
    ObjectNode speaker = node.putObject("speaker");
    speaker.set("person", speakers(speakers.persons));
    speaker.set("all", speakers(speakers.all));
    ObjectNode byBasis = speaker.putObject("by_basis");
    speakers.byBasis.forEach((basis, group) -> byBasis.set(basis, basis(group)));
    ObjectNode endToEnd = node.putObject("end2end");
    endToEnd("person", speakers.persons, endToEnd);
    endToEnd("all", speakers.all, endToEnd);
    node.set("mention", share(speakers.mention));
    node.set("party", share(speakers.party));
    ObjectNode confusion = node.putObject("type_confusion");
    scores.confusion.forEach(confusion::put);
    node.set("confidence", calibration(scores.calibration));
    return node;
  }

  private ObjectNode rates(Rates rates) {
    ObjectNode node = object();
    put(node, "P", rates.precision());
    put(node, "R", rates.recall());
    put(node, "F1", rates.f1());
    return node.put("sys", rates.system()).put("gold", rates.gold());
  }

  private ObjectNode kind(KindScores kind) {
    ObjectNode node = object().put("gold", kind.gold()).put("sys", kind.right.all());
    put(node, "P", kind.right.ratio());
    put(node, "R", kind.recall());
    put(node, "F1", kind.f1());
    put(node, "exact_R", kind.exactRecall());
    put(node, "overlap_R", kind.overlapRecall());
    node.put("speaker_n", kind.speakerStrict.all());
    put(node, "speaker_strict", kind.speakerStrict.ratio());
    put(node, "speaker_loose", kind.speakerLoose.ratio());
    put(node, "mention_acc", kind.mention.ratio());
    put(node, "e2e_R", kind.endToEndRecall());
    return node;
  }

  private ObjectNode speakers(SpeakerScores.Group group) {
    ObjectNode node = object().put("n", group.strict.all());
    put(node, "strict", group.strict.ratio());
    put(node, "loose", group.loose.ratio());
    put(node, "answered", group.answered.ratio());
    return node;
  }

  private ObjectNode basis(SpeakerScores.Group group) {
    ObjectNode node = object().put("gold", group.gold()).put("n", group.strict.all());
    put(node, "strict", group.strict.ratio());
    put(node, "loose", group.loose.ratio());
    put(node, "e2e_R", group.endToEndRecall());
    return node;
  }

  private void endToEnd(String name, SpeakerScores.Group group, ObjectNode into) {
    into.set(name + "_strict", rates(group.endToEnd(group.strict)));
    into.set(name + "_loose", rates(group.endToEnd(group.loose)));
  }

  private ObjectNode share(Share share) {
    ObjectNode node = object().put("n", share.all());
    put(node, "acc", share.ratio());
    return node;
  }

  private ObjectNode calibration(Calibration calibration) {
    ObjectNode node = object();
    node.set("words", reliability(calibration.words()));
    node.set("speaker", reliability(calibration.speaker()));
    ObjectNode levels = node.putObject("sureness");
    calibration.byLevel().forEach((level, bin) -> levels.set(level.label(), bin(bin)));
    node.set("found_by", bins(calibration.byRule()));
    node.set("speaker_by", bins(calibration.bySpeakerRule()));
    return node;
  }

  private ObjectNode reliability(Reliability reliability) {
    ObjectNode node = object();
    put(node, "expected_error", reliability.expectedError());
    ObjectNode bins = node.putObject("bins");
    for (int i = 0; i < reliability.bins().size(); i++) {
      bins.set("." + i, bin(reliability.bins().get(i)));
    }
    return node;
  }

  private ObjectNode bins(Map<String, Reliability.Bin> bins) {
    ObjectNode node = object();
    bins.forEach((name, bin) -> node.set(name, bin(bin)));
    return node;
  }

  private ObjectNode bin(Reliability.Bin bin) {
    ObjectNode node = object().put("n", bin.size());
    put(node, "confidence", bin.confidence());
    put(node, "right", bin.right());
    return node;
  }

  private void put(ObjectNode node, String name, double value) {
    if (Double.isNaN(value)) {
      node.putNull(name);
    } else {
      node.put(name, rounding.applyAsDouble(value));
    }
  }

  private static ObjectNode object() {
    return JsonMapper.shared().createObjectNode();
  }
}
