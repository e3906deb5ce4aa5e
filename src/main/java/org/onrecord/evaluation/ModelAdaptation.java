package org.onrecord.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.onrecord.article.Article;
import org.onrecord.article.TextSpan;
import org.onrecord.quotation.Quotation;
import org.onrecord.quotation.QuotationExtractor;
import org.onrecord.quotation.QuotationModel;
import org.onrecord.quotation.training.AnnotatedArticle;
import org.onrecord.quotation.training.AnnotatedArticle.AnnotatedQuotation;
import org.onrecord.quotation.training.QuotationTrainer;
import org.onrecord.quotation.training.SelfAnnotator;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Segmenter;

/**
 * Adapts a model to an archive without annotations: it reads the articles with their marks, and
 * learns to find the same without them. Every tenth article is held back and read without marks by
 * the model before and after; how far that agrees with the reading with marks says whether it
 * helped. The same articles in the same order give the same model.
 */
public final class ModelAdaptation {
  /** So many articles are the least from which anything can be learnt and measured. */
  public static final int LEAST = 20;

  private static final int HELD_BACK = 10;

  private final QuotationModel before;
  private final QuotationModel after;
  private final List<AnnotatedArticle> learnt = new ArrayList<>();
  private final List<AnnotatedArticle> heldBack = new ArrayList<>();

  /**
   * Adapts a model; what it was just trained on is learnt again with the articles.
   *
   * @param articles with speech between marks, at least {@link #LEAST}
   */
  public ModelAdaptation(TrainedModel model, List<Article> articles) {
    if (articles.size() < LEAST) {
      throw new IllegalArgumentException("at least " + LEAST + " articles, not " + articles.size());
    }
    before = model.model;
    ThreadLocal<SelfAnnotator> annotators =
        ThreadLocal.withInitial(() -> new SelfAnnotator(before));
    List<AnnotatedArticle> annotated = map(articles, a -> annotators.get().annotate(a));
    for (int i = 0; i < annotated.size(); i++) {
      (i % HELD_BACK == HELD_BACK - 1 ? heldBack : learnt).add(annotated.get(i));
    }
    List<AnnotatedArticle> examples = new ArrayList<>(learnt);
    model.annotated.forEach(a -> examples.add(a.withoutMarks()));
    after = new QuotationTrainer().adapt(before, examples);
  }

  /** On all cores, in order. */
  private static <A, B> List<B> map(List<A> all, Function<A, B> change) {
    return all.parallelStream().map(change).toList();
  }

  /** The adapted model. */
  public TrainedModel model() {
    return new TrainedModel(after, List.of());
  }

  /** What was learnt from, and what came of it. */
  public AdaptationReport report() {
    List<Agreement> earlier = agreements(before);
    List<Agreement> later = agreements(after);
    return new AdaptationReport(
        learnt.size(),
        quotations(learnt),
        heldBack.size(),
        quotations(heldBack),
        Agreement.sum(earlier),
        Agreement.sum(later),
        PairedBootstrap.verdict(earlier, later));
  }

  private static int quotations(List<AnnotatedArticle> articles) {
    return (int)
        articles.stream()
            .flatMap(a -> a.quotations().stream())
            .filter(AnnotatedQuotation::core)
            .count();
  }

  /** Of each article that was held back. */
  private List<Agreement> agreements(QuotationModel model) {
    ThreadLocal<QuotationExtractor> extractors =
        ThreadLocal.withInitial(() -> new QuotationExtractor(model));
    return map(heldBack, a -> Agreement.of(new ArticleMatch(gold(a), found(a, extractors.get()))));
  }

  private static GoldArticle gold(AnnotatedArticle article) {
    List<GoldQuotation> quotations = new ArrayList<>();
    for (AnnotatedQuotation quotation : article.quotations()) {
      quotations.add(
          new GoldQuotation(
              quotation.content(),
              quotation.kind(),
              quotation.core(),
              null,
              false,
              "?",
              null,
              quotation.source(),
              null));
    }
    return new GoldArticle(article, quotations);
  }

  private static List<SystemQuotation> found(
      AnnotatedArticle article, QuotationExtractor extractor) {
    SegmentedArticle segmented = new Segmenter().segment(article.article());
    List<SystemQuotation> found = new ArrayList<>();
    for (Quotation quotation : extractor.extract(segmented)) {
      int offset = segmented.paragraph(quotation.paragraph()).offset();
      List<TextSpan> segments = quotation.segments().stream().map(s -> s.shift(offset)).toList();
      found.add(
          new SystemQuotation(
              segments,
              quotation.kind(),
              null,
              null,
              null,
              null,
              new SystemQuotation.Evidence(
                  quotation.confidence(), quotation.confidence(), quotation.rule(), "")));
    }
    return found;
  }
}
