package org.onrecord.quotation.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.quotation.ArticleViews;
import org.onrecord.quotation.ChainModel;
import org.onrecord.quotation.ContentFeatures;
import org.onrecord.quotation.ContentJudge;
import org.onrecord.quotation.EdgeFeatures;
import org.onrecord.quotation.EdgeRanker;
import org.onrecord.quotation.KindFeatures;
import org.onrecord.quotation.MarkRepair;
import org.onrecord.quotation.ParagraphView;
import org.onrecord.quotation.ParagraphView.CueRates;
import org.onrecord.quotation.QuotationExtractor;
import org.onrecord.quotation.QuotationExtractor.Decoded;
import org.onrecord.quotation.QuotationModel;
import org.onrecord.quotation.SourceCandidates;
import org.onrecord.quotation.SourceFeatures;
import org.onrecord.quotation.SourceRanker;
import org.onrecord.quotation.Unit;
import org.onrecord.quotation.Unit.Range;
import org.onrecord.quotation.training.AnnotatedArticle.AnnotatedQuotation;
import org.onrecord.quotation.training.Annotator.CueCounter;
import org.onrecord.quotation.training.ChainTrainer.Settings;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.PosTagger;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Segmenter;

/**
 * Makes a {@link QuotationModel} from annotated articles that have their marks; the examples of
 * lost marks are made by deleting them. The same articles in the same order give the same model.
 */
public final class QuotationTrainer {
  private static final Settings CHAIN = Settings.DEFAULT;
  private static final Settings HALF_CHAIN = new Settings(20, 10, 0, 1, 8);

  /** As the weights end halfway, what is learnt must be more than enough. */
  private static final Settings ADAPTATION = new Settings(6, 15, 150, 1, 0);

  private static final int EDGE_CUTOFF = 15;
  private static final int SOURCE_CUTOFF = 3;

  private final PosTagger tagger = new PosTagger();
  private final Segmenter segmenter = new Segmenter();

  /** What learns from units that a chain found. */
  private record UnitTrainers(
      JudgeTrainer judge, ChoiceTrainer edges, KindTrainer kinds, ChoiceTrainer ranker) {}

  /** An annotated article, segmented and viewed. */
  private record Prepared(
      AnnotatedArticle annotated, SegmentedArticle segmented, ArticleViews views) {}

  /** Trains on articles with marks. */
  public QuotationModel train(List<AnnotatedArticle> articles) {
    CueRates rates = cueRates(articles);
    List<Prepared> marked = prepare(articles, rates);
    List<Prepared> lost = prepare(articles.stream().map(MarkRemoval::of).toList(), rates);
    UnitTrainers trainers =
        new UnitTrainers(
            new JudgeTrainer(),
            new ChoiceTrainer(EDGE_CUTOFF),
            new KindTrainer(),
            new ChoiceTrainer(SOURCE_CUTOFF));
    unitExamples(marked, trainers);
    unitExamples(lost, trainers);
    ContentJudge judge = trainers.judge().train();
    return new QuotationModel(
        rates,
        chain(marked, CHAIN),
        chain(lost, CHAIN),
        judge,
        judge,
        new EdgeRanker(trainers.edges().train(7)),
        trainers.kinds().train(),
        new SourceRanker(trainers.ranker().train(7)));
  }

  /**
   * Goes on training a model's chain and judge of lost marks; all else stays as it is.
   *
   * @param lost articles that have lost their marks, as {@link SelfAnnotator} makes them
   */
  public QuotationModel adapt(QuotationModel model, List<AnnotatedArticle> lost) {
    ChainTrainer chains = new ChainTrainer(ADAPTATION, model.lost);
    for (AnnotatedArticle article : lost) {
      prepare(List.of(article), model.cueRates).forEach(one -> addExamples(one, chains));
    }
    ChainModel chain = chains.train();
    JudgeTrainer judge = new JudgeTrainer(model.lostJudge);
    for (AnnotatedArticle article : lost) {
      prepare(List.of(article), model.cueRates).forEach(one -> judgeExamples(one, chain, judge));
    }
    return new QuotationModel(
        model.cueRates,
        model.marked,
        chain,
        model.markedJudge,
        judge.train(),
        model.edges,
        model.kinds,
        model.ranker);
  }

  private static void judgeExamples(Prepared article, ChainModel chain, JudgeTrainer judge) {
    for (int i = 0; i < article.views().views.size(); i++) {
      ParagraphView view = article.views().views.get(i);
      if (view.size > 0) {
        Decoded decoded = QuotationExtractor.decode(chain, article.views(), i);
        ContentFeatures content = decoded.features(article.views(), i);
        for (int u = 0; u < decoded.units().size(); u++) {
          addJudged(article, view, decoded.units().get(u), content.of(u), judge);
        }
      }
    }
  }

  /** Learns whether a unit is a quotation; attitudes count neither way. */
  private static @Nullable AnnotatedQuotation addJudged(
      Prepared article, ParagraphView view, Unit unit, long[] features, JudgeTrainer judge) {
    List<AnnotatedQuotation> annotated = article.annotated().quotations();
    AnnotatedQuotation gold = matching(view.paragraph, unit, annotated);
    if (gold != null || !isIgnored(view.paragraph, unit, annotated)) {
      judge.add(features, gold != null);
    }
    return gold;
  }

  private CueRates cueRates(List<AnnotatedArticle> articles) {
    CueCounter counter = new CueCounter();
    for (AnnotatedArticle article : articles) {
      counter.add(segmenter.segment(article.article().withTitle(null)), article.quotations());
    }
    return counter.rates();
  }

  private List<Prepared> prepare(List<AnnotatedArticle> articles, CueRates rates) {
    List<Prepared> prepared = new ArrayList<>();
    for (AnnotatedArticle article : articles) {
      SegmentedArticle segmented = segmenter.segment(article.article().withTitle(null));
      prepared.add(new Prepared(article, segmented, new ArticleViews(segmented, tagger, rates)));
    }
    return prepared;
  }

  private static ChainModel chain(List<Prepared> articles, Settings settings) {
    ChainTrainer trainer = new ChainTrainer(settings);
    articles.forEach(article -> addExamples(article, trainer));
    return trainer.train();
  }

  private static void addExamples(Prepared article, ChainTrainer trainer) {
    for (int i = 0; i < article.views().views.size(); i++) {
      Paragraph paragraph = article.views().views.get(i).paragraph;
      trainer.add(
          article.views().templates(i),
          Annotator.labels(paragraph, article.annotated().quotations()));
    }
  }

  /**
   * Each half of the articles is labelled by a chain that was trained on the other, so that labels
   * err as they will.
   */
  private static void unitExamples(List<Prepared> articles, UnitTrainers trainers) {
    int half = articles.size() / 2;
    List<Prepared> first = articles.subList(0, half);
    List<Prepared> second = articles.subList(half, articles.size());
    if (first.isEmpty()) {
      return;
    }
    ChainModel bySecond = chain(second, HALF_CHAIN);
    first.forEach(article -> unitExamples(article, bySecond, trainers));
    ChainModel byFirst = chain(first, HALF_CHAIN);
    second.forEach(article -> unitExamples(article, byFirst, trainers));
  }

  private static void unitExamples(Prepared article, ChainModel chain, UnitTrainers trainers) {
    for (int i = 0; i < article.views().views.size(); i++) {
      ParagraphView view = article.views().views.get(i);
      if (view.size == 0) {
        continue;
      }
      Decoded decoded = QuotationExtractor.decode(chain, article.views(), i);
      List<Range> candidates = SourceCandidates.of(view, decoded.labels(), decoded.units());
      SourceFeatures templates =
          new SourceFeatures(
              view, decoded.labels(), decoded.units(), candidates, !article.views().marked);
      ContentFeatures content = decoded.features(article.views(), i);
      EdgeFeatures edges = decoded.edges(article.views(), i, decoded.units());
      KindFeatures kinds = decoded.kinds(article.views(), i, decoded.units());
      for (int u = 0; u < decoded.units().size(); u++) {
        Unit unit = decoded.units().get(u);
        AnnotatedQuotation gold = addJudged(article, view, unit, content.of(u), trainers.judge());
        int[] tokens = gold == null ? null : Annotator.tokens(view.paragraph, gold.content());
        if (gold != null && !article.views().marked) {
          trainers.kinds().add(kinds.of(u), gold.kind());
        }
        if (tokens != null && !unit.rule().equals(MarkRepair.ADDED)) {
          edgeExamples(edges, decoded.units(), u, trimmed(edges, tokens), trainers.edges());
        }
        int right = gold == null ? -1 : rightAnswer(view, gold, candidates);
        if (right >= 0) {
          List<long[]> answers = new ArrayList<>();
          answers.add(templates.none(unit));
          candidates.forEach(c -> answers.add(templates.of(unit, c)));
          trainers.ranker().add(answers, right);
        }
      }
    }
  }

  /** The beginning is learnt as it is found first, the end with the beginning that is right. */
  private static void edgeExamples(
      EdgeFeatures features, List<Unit> units, int index, int[] gold, ChoiceTrainer trainer) {
    Unit unit = units.get(index);
    int[] starts = features.starts(index);
    int start = indexOf(starts, gold[0]);
    if (start >= 0) {
      trainer.add(Arrays.stream(starts).mapToObj(i -> features.start(unit, i)).toList(), start);
    }
    int[] ends = features.ends(index);
    int end = indexOf(ends, gold[1]);
    if (end >= 0) {
      trainer.add(Arrays.stream(ends).mapToObj(e -> features.end(unit, e)).toList(), end);
    }
  }

  /** Annotated content without the marks and stops at its edges. */
  private static int[] trimmed(EdgeFeatures features, int[] tokens) {
    int first = tokens[0];
    int end = tokens[1];
    while (first < end && features.isPunctuation(first)) {
      first++;
    }
    while (end > first && features.isPunctuation(end - 1)) {
      end--;
    }
    return new int[] {first, end};
  }

  private static int indexOf(int[] places, int place) {
    for (int k = 0; k < places.length; k++) {
      if (places[k] == place) {
        return k;
      }
    }
    return -1;
  }

  /** Whether at least half of a unit is an attitude's content, which counts neither way. */
  private static boolean isIgnored(
      Paragraph paragraph, Unit unit, List<AnnotatedQuotation> quotations) {
    for (AnnotatedQuotation quotation : quotations) {
      int[] tokens = quotation.core() ? null : Annotator.tokens(paragraph, quotation.content());
      if (tokens != null) {
        int common = Math.min(tokens[1], unit.end()) - Math.max(tokens[0], unit.first());
        if (2 * common >= unit.end() - unit.first()) {
          return true;
        }
      }
    }
    return false;
  }

  private static @Nullable AnnotatedQuotation matching(
      Paragraph paragraph, Unit unit, List<AnnotatedQuotation> quotations) {
    for (AnnotatedQuotation quotation : quotations) {
      int[] tokens = quotation.core() ? Annotator.tokens(paragraph, quotation.content()) : null;
      if (tokens != null) {
        int common = Math.min(tokens[1], unit.end()) - Math.max(tokens[0], unit.first());
        int all = Math.max(tokens[1], unit.end()) - Math.min(tokens[0], unit.first());
        if (2 * common >= all) {
          return quotation;
        }
      }
    }
    return null;
  }

  /**
   * 0 where the source is not in this paragraph, else 1 + the candidate that overlaps it most; -1
   * where none does.
   */
  private static int rightAnswer(
      ParagraphView view, AnnotatedQuotation gold, List<Range> candidates) {
    int[] source = Annotator.sourceTokens(view.paragraph, gold);
    if (source == null) {
      return gold.source() == null ? -1 : 0;
    }
    int best = -1;
    int most = 0;
    for (int c = 0; c < candidates.size(); c++) {
      Range range = candidates.get(c);
      int common = Math.min(source[1], range.end()) - Math.max(source[0], range.first());
      if (common > most) {
        most = common;
        best = c + 1;
      }
    }
    return best;
  }
}
