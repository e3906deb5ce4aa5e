package org.onrecord.quotation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Excerpt;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.TextSpan;
import org.onrecord.quotation.ChainModel.Marginals;
import org.onrecord.quotation.SourceRanker.Choice;
import org.onrecord.quotation.Transcript.Turn;
import org.onrecord.quotation.Unit.Range;
import org.onrecord.quotation.UnitSelector.Judged;
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

  /** What the second look adds to a stretch of content: e to the fourth times its odds. */
  private static final float BONUS = 4 * ChainModel.TEMPERATURE;

  private static final double IN_HEADLINE = 0.7;

  private final QuotationModel model;
  private final UnitSelector selector;
  private final PosTagger tagger = new PosTagger();

  public QuotationExtractor(QuotationModel model) {
    this.model = model;
    this.selector = new UnitSelector(model);
  }

  /** The quotations in the order of the text; they do not overlap. */
  public List<Quotation> extract(SegmentedArticle article) {
    ArticleViews views = new ArticleViews(article, tagger, model.cueRates);
    List<Quotation> quotations = new ArrayList<>();
    HeadlineReport headline = headline(views);
    for (int i = 0; i < views.views.size(); i++) {
      ParagraphView view = views.views.get(i);
      List<Turn> turns = views.turns.get(i);
      if (!turns.isEmpty()) {
        turns.forEach(turn -> Turns.quotation(views, view, turn).ifPresent(quotations::add));
      } else if (i == 0 && headline != null) {
        quotations.add(reported(view, headline));
      } else if (view.size > 0) {
        Decoded decoded = decode(model.chain(views.marked), views, i);
        quotations.addAll(
            new Assembler(view, selector.judged(decoded, views, i), quotations, !views.marked)
                .assemble());
      }
    }
    return PolarityReader.read(quotations, views.views);
  }

  private static @Nullable HeadlineReport headline(ArticleViews views) {
    List<ParagraphView> all = views.views;
    boolean has = !all.isEmpty() && all.getFirst().paragraph.isHeadline();
    return has ? HeadlineReport.of(all.getFirst(), all.subList(1, all.size())) : null;
  }

  private static Quotation reported(ParagraphView view, HeadlineReport headline) {
    Range content = headline.content();
    boolean marked = view.marks.spanOf(content.first()) >= 0;
    boolean whole = marked && view.marks.spanOf(content.end() - 1) >= 0;
    int inset = whole && content.end() - content.first() > 2 ? 1 : 0;
    return new Quotation(
        view.paragraph.ordinal(),
        List.of(view.paragraph.span(content.first() + inset, content.end() - inset)),
        whole ? QuotationKind.DIRECT : marked ? QuotationKind.MIXED : QuotationKind.INDIRECT,
        marked,
        mention(view, headline.cue()),
        mention(view, headline.source()),
        IN_HEADLINE,
        "headline with a colon");
  }

  static Excerpt mention(ParagraphView view, Range range) {
    TextSpan span = view.paragraph.span(range.first(), range.end());
    return new Excerpt(span.in(view.paragraph.text()), view.paragraph.ordinal(), span);
  }

  /**
   * A paragraph's labels and units.
   *
   * @param marginals how sure the tagger is of each token
   */
  public record Decoded(Label[] labels, List<Unit> units, Marginals marginals) {
    public ContentFeatures features(ArticleViews views, int paragraph) {
      return new ContentFeatures(
          views.views.get(paragraph),
          views.surroundings.get(paragraph),
          labels,
          units,
          marginals,
          !views.marked);
    }

    public KindFeatures kinds(ArticleViews views, int paragraph, List<Unit> among) {
      return new KindFeatures(
          views.views.get(paragraph), views.surroundings.get(paragraph), labels, among, marginals);
    }

    public EdgeFeatures edges(ArticleViews views, int paragraph, List<Unit> among) {
      return new EdgeFeatures(views.views.get(paragraph), labels, among, marginals, !views.marked);
    }
  }

  public static Decoded decode(ChainModel chain, ArticleViews views, int paragraph) {
    ParagraphView view = views.views.get(paragraph);
    float[] scores = chain.scores(views.templates(paragraph), view.size);
    Label[] labels = chain.viterbi(scores, view.size);
    Label[] next = chain.viterbi(scores, view.size, BONUS);
    List<Unit> units = UnitDecoder.units(views, paragraph, labels, next);
    Marginals marginals =
        units.isEmpty()
            ? Marginals.none(view.size)
            : chain.marginals(scores, view.size, ChainModel.TEMPERATURE);
    return new Decoded(labels, units, marginals);
  }

  /** Makes the quotations of one paragraph out of its units. */
  private final class Assembler {
    private final ParagraphView view;
    private final Judged judged;
    private final List<Quotation> earlier;
    private final SourceFeatures templates;

    Assembler(ParagraphView view, Judged judged, List<Quotation> earlier, boolean lost) {
      this.view = view;
      this.judged = judged;
      this.earlier = earlier;
      List<Range> candidates = SourceCandidates.of(view, judged.labels(), judged.units());
      this.templates = new SourceFeatures(view, judged.labels(), judged.units(), candidates, lost);
    }

    List<Quotation> assemble() {
      List<Quotation> found = new ArrayList<>();
      Unit before = null;
      for (int i = 0; i < judged.units().size(); i++) {
        Unit unit = judged.units().get(i);
        Choice choice = model.ranker.choose(templates, unit);
        Range apart = choice.source() == null ? null : apart(choice.source(), unit);
        Excerpt source = apart != null ? mention(view, apart) : carried(found, unit);
        Quotation quotation = quotation(unit, judged.confidence().get(i), source, choice);
        if (before != null && continues(before, unit, found.getLast(), quotation)) {
          found.set(found.size() - 1, joined(found.getLast(), quotation));
        } else {
          found.add(quotation);
        }
        before = unit;
      }
      return found;
    }

    /** What of a source is not the unit's own words, whose edge may have been moved; or null. */
    private @Nullable Range apart(Range source, Unit unit) {
      if (source.end() <= unit.first() || source.first() >= unit.end()) {
        return source;
      }
      int end = unit.first();
      while (end > source.first() && !Character.isLetter(view.lower[end - 1].charAt(0))) {
        end--;
      }
      return end > source.first() ? new Range(source.first(), end) : null;
    }

    private Quotation quotation(
        Unit unit, double confidence, @Nullable Excerpt source, Choice choice) {
      TextSpan span = view.paragraph.span(unit.first(), unit.end());
      String rule = choice.source() != null ? unit.rule() : unit.rule() + Quotation.CARRIED_OVER;
      return new Quotation(
          view.paragraph.ordinal(),
          List.of(span),
          unit.kind(),
          unit.marked(),
          unit.cue() == null ? null : mention(view, unit.cue()),
          source,
          confidence,
          source == null ? unit.rule() : rule);
    }

    /**
     * The source of the quotation before, where it stands in this paragraph or shortly before it.
     */
    private @Nullable Excerpt carried(List<Quotation> found, Unit unit) {
      Quotation last =
          !found.isEmpty() ? found.getLast() : earlier.isEmpty() ? null : earlier.getLast();
      boolean near = last != null && view.paragraph.ordinal() - last.paragraph() <= CARRY;
      return near && last != null && (unit.cue() == null || unit.direct()) ? last.source() : null;
    }

    /** Whether only a cue and a source part the two, within one sentence: "X," NAME said, "y". */
    private boolean continues(Unit before, Unit unit, Quotation last, Quotation next) {
      return before.kind() == unit.kind()
          && before.direct() == unit.direct()
          && (before.direct() || isParenthetical(before, unit))
          && view.sentence[before.end() - 1] == view.sentence[unit.first()]
          && unit.first() - before.end() <= 14
          && last.source() != null
          && last.source().equals(next.source())
          && last.source().paragraph() == view.paragraph.ordinal()
          && last.source().span().start() >= last.span().end();
    }

    /** Whether commas stand on both sides of what parts the two: "It is, she said, safe". */
    private boolean isParenthetical(Unit before, Unit unit) {
      return before.cue() != null
          && before.cue().equals(unit.cue())
          && view.lower[before.end()].equals(",")
          && view.lower[unit.first() - 1].equals(",");
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
          Math.max(first.confidence(), second.confidence()),
          first.rule());
    }
  }
}
