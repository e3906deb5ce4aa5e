package org.onrecord.evaluation;

import java.util.Locale;

/** Scores as a table in plain text. */
final class ScoresText {
  private final StringBuilder text = new StringBuilder();

  private ScoresText() {}

  static String of(String name, QuotationScores scores) {
    ScoresText table = new ScoresText();
    table.extraction(name, scores);
    table.kinds(scores);
    table.speakers(scores.speakers);
    table.calibration(scores.calibration);
    return table.text.toString();
  }

  private void extraction(String name, QuotationScores scores) {
    Rates rates = scores.extraction.rates().values().iterator().next();
    line(
        "%s: %d articles, %d quotations annotated, %d found (and %d in don't-care zones)",
        name,
        scores.extraction.articles(),
        rates.gold(),
        rates.system(),
        scores.extraction.ignored());
    line("  %-18s %5s %5s %5s", "content", "P", "R", "F1");
    scores
        .extraction
        .rates()
        .forEach(
            (criterion, r) ->
                line("  %-18s %s %s %s", criterion, f(r.precision()), f(r.recall()), f(r.f1())));
    line("  right kind of those found %s  %s", f(scores.kindRight.ratio()), scores.confusion);
  }

  private void kinds(QuotationScores scores) {
    line(
        "  %-9s %5s %5s %5s %5s %5s  exactR  strict loose  e2eR",
        "kind", "gold", "found", "P", "R", "F1");
    for (KindScores kind : scores.byKind) {
      line(
          "  %-9s %5d %5d %s %s %s  %s   %s  %s %s",
          kind.kind.label(),
          kind.gold(),
          kind.right.all(),
          f(kind.right.ratio()),
          f(kind.recall()),
          f(kind.f1()),
          f(kind.exactRecall()),
          f(kind.speakerStrict.ratio()),
          f(kind.speakerLoose.ratio()),
          f(kind.endToEndRecall()));
    }
  }

  private void speakers(SpeakerScores speakers) {
    group("persons", speakers.persons);
    group("all", speakers.all);
    speakers.byBasis.forEach(
        (basis, group) ->
            line(
                "    %-18s %5d of %5d found: strict %s loose %s e2eR %s",
                basis,
                group.strict.all(),
                group.gold(),
                f(group.strict.ratio()),
                f(group.loose.ratio()),
                f(group.endToEndRecall())));
    line(
        "  source's words %s of %d, party %s of %d",
        f(speakers.mention.ratio()),
        speakers.mention.all(),
        f(speakers.party.ratio()),
        speakers.party.all());
  }

  private void group(String name, SpeakerScores.Group group) {
    Rates strict = group.endToEnd(group.strict);
    line(
        "  speaker, %-8s strict %s loose %s answered %s of %d; end to end P %s R %s F1 %s",
        name,
        f(group.strict.ratio()),
        f(group.loose.ratio()),
        f(group.answered.ratio()),
        group.strict.all(),
        f(strict.precision()),
        f(strict.recall()),
        f(strict.f1()));
  }

  private void calibration(Calibration calibration) {
    reliability("words", calibration.words());
    reliability("speaker", calibration.speaker());
    calibration
        .byLevel()
        .forEach(
            (level, bin) ->
                line(
                    "  %-6s words and person right %s of %5d",
                    level.label(), f(bin.right()), bin.size()));
  }

  private void reliability(String name, Reliability reliability) {
    line("  confidence of the %s is off by %s on average", name, f(reliability.expectedError()));
    for (Reliability.Bin bin : reliability.bins()) {
      if (bin.size() > 0) {
        line("    %s: right %s of %5d", f(bin.confidence()), f(bin.right()), bin.size());
      }
    }
  }

  private static String f(double value) {
    return Double.isNaN(value) ? "  -  " : String.format(Locale.ROOT, "%5.3f", value);
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
