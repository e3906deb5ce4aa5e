package org.onrecord.quotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.TextSpan;
import org.onrecord.quotation.SourceRanker.Choice;
import org.onrecord.quotation.Unit.Range;
import org.onrecord.segment.PosTagger;
import org.onrecord.segment.SegmentedArticle;

/**
 * Finds an article's quotations: a tagger labels the tokens, its labels become units of content, a
 * ranker picks each unit's source. Articles that have lost their marks have a tagger of their own.
 * Linear in the article's length. Not thread-safe (the part-of-speech tagger is not): one a thread,
 * on a shared {@link QuotationModel}.
 */
public final class QuotationExtractor {
  private static final int CARRY = 2;

  private final QuotationModel model;
  private final PosTagger tagger = new PosTagger();

  public QuotationExtractor(QuotationModel model) {
    this.model = model;
  }

  /** The quotations in the order of the text; they do not overlap. */
  public List<Quotation> extract(SegmentedArticle article) {
    ArticleViews views = new ArticleViews(article, tagger, model.cueRates);
    List<Quotation> quotations = new ArrayList<>();
    for (int i = 0; i < views.views.size(); i++) {
      ParagraphView view = views.views.get(i);
      if (view.size > 0) {
        Decoded decoded = decode(model.chain(views.marked), views, i);
        quotations.addAll(new Assembler(view, decoded, quotations, !views.marked).assemble());
      }
    }
    return quotations;
  }

  /** A paragraph's labels and units. */
  record Decoded(Label[] labels, List<Unit> units) {}

  static Decoded decode(ChainModel chain, ArticleViews views, int paragraph) {
    ParagraphView view = views.views.get(paragraph);
    float[] scores = chain.scores(views.templates(paragraph), view.size);
    Label[] labels = chain.viterbi(scores, view.size);
    if (Arrays.stream(labels).noneMatch(Label::isContent) && view.marks.spans().isEmpty()) {
      return new Decoded(labels, List.of());
    }
    float[] content = chain.contentProbability(scores, view.size, ContentConfidence.TEMPERATURE);
    return new Decoded(labels, UnitDecoder.units(view, paragraph, labels, content, !views.marked));
  }

  /** Makes the quotations of one paragraph out of its units. */
  private final class Assembler {
    private final ParagraphView view;
    private final Decoded decoded;
    private final List<Quotation> earlier;
    private final SourceFeatures templates;

    Assembler(ParagraphView view, Decoded decoded, List<Quotation> earlier, boolean lost) {
      this.view = view;
      this.decoded = decoded;
      this.earlier = earlier;
      List<Range> candidates = SourceCandidates.of(view, decoded.labels(), decoded.units());
      this.templates =
          new SourceFeatures(view, decoded.labels(), decoded.units(), candidates, lost);
    }

    List<Quotation> assemble() {
      List<Quotation> found = new ArrayList<>();
      Unit before = null;
      for (Unit unit : decoded.units()) {
        Choice choice = model.ranker.choose(templates, unit);
        Mention source = choice.source() != null ? mention(choice.source()) : carried(found, unit);
        Quotation quotation = quotation(unit, source, choice);
        if (before != null && continues(before, unit, found.getLast(), quotation)) {
          found.set(found.size() - 1, joined(found.getLast(), quotation));
        } else {
          found.add(quotation);
        }
        before = unit;
      }
      return found;
    }

    private Quotation quotation(Unit unit, @Nullable Mention source, Choice choice) {
      TextSpan span = view.paragraph.span(unit.first(), unit.end());
      String rule = choice.source() != null ? unit.rule() : unit.rule() + ", speaker carried over";
      return new Quotation(
          view.paragraph.ordinal(),
          List.of(span),
          unit.kind(),
          unit.marked(),
          unit.cue() == null ? null : mention(unit.cue()),
          source,
          unit.confidence(),
          source == null ? unit.rule() : rule);
    }

    /**
     * The source of the quotation before, where it stands in this paragraph or shortly before it.
     */
    private @Nullable Mention carried(List<Quotation> found, Unit unit) {
      Quotation last =
          !found.isEmpty() ? found.getLast() : earlier.isEmpty() ? null : earlier.getLast();
      boolean near = last != null && view.paragraph.ordinal() - last.paragraph() <= CARRY;
      return near && last != null && (unit.cue() == null || unit.direct()) ? last.source() : null;
    }

    private Mention mention(Range range) {
      TextSpan span = view.paragraph.span(range.first(), range.end());
      return new Mention(view.paragraph.ordinal(), span, span.in(view.paragraph.text()));
    }

    /** Whether only a cue and a source part the two, within one sentence: "X," NAME said, "y". */
    private boolean continues(Unit before, Unit unit, Quotation last, Quotation next) {
      return before.kind() == unit.kind()
          && before.direct()
          && unit.direct()
          && view.sentence[before.end() - 1] == view.sentence[unit.first()]
          && unit.first() - before.end() <= 14
          && last.source() != null
          && last.source().equals(next.source())
          && last.source().paragraph() == view.paragraph.ordinal()
          && last.source().span().start() >= last.span().end();
    }

    private Quotation joined(Quotation first, Quotation second) {
      List<TextSpan> segments = new ArrayList<>(first.segments());
      segments.addAll(second.segments());
      return new Quotation(
          first.paragraph(),
          segments,
          first.kind(),
          first.marked(),
          first.cue(),
          first.source(),
          Math.min(first.confidence(), second.confidence()),
          first.rule());
    }
  }
}
