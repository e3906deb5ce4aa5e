package org.onrecord.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.onrecord.attribution.Attributor;
import org.onrecord.quotation.ModelFile;
import org.onrecord.quotation.QuotationModel;
import org.onrecord.quotation.training.AnnotatedArticle;
import org.onrecord.quotation.training.QuotationTrainer;
import org.onrecord.registry.RegistryLoader;

/**
 * Scores quotations against annotated articles, and against their twins that have lost their marks.
 * An article and its twin share the id before {@code #}, and so the fold: what is scored was never
 * learnt from, with marks or without.
 */
public final class QuotationEvaluation {
  private final List<GoldArticle> articles;
  private final List<GoldArticle> twins;

  /**
   * An evaluation.
   *
   * @param articles with their marks: scored and, by folds, learnt from
   * @param twins without; empty where only articles with marks are to be scored
   * @throws IllegalArgumentException if a twin's article is not there
   */
  public QuotationEvaluation(List<GoldArticle> articles, List<GoldArticle> twins) {
    this.articles = List.copyOf(articles);
    this.twins = List.copyOf(twins);
    Map<String, Integer> places = places();
    for (GoldArticle twin : twins) {
      if (!places.containsKey(twin.baseId())) {
        throw new IllegalArgumentException("no article is the twin of " + twin.id());
      }
    }
  }

  private Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < articles.size(); i++) {
      places.put(articles.get(i).baseId(), i);
    }
    return places;
  }

  /**
   * Scores a model.
   *
   * @param model its file; empty for the one that comes with OnRecord
   * @throws IOException if the file cannot be read or holds no model
   */
  public EvaluationReport of(Optional<Path> model) throws IOException {
    Map<GoldArticle, List<SystemQuotation>> found = new ConcurrentHashMap<>();
    extract(ModelFile.readOrShipped(model), new Attributor(RegistryLoader.builtIn()), all(), found);
    return report(found);
  }

  /**
   * Scores models that learnt from other articles: article i is in fold i mod {@code folds}, and
   * each fold's articles are scored by a model of the other folds.
   *
   * @param folds from 2 to the number of articles
   * @param files of articles that every fold's model learns from too and that are not scored
   * @throws IllegalArgumentException if {@code folds} is out of range, or an article is both scored
   *     and in {@code files}
   * @throws IOException if a file cannot be read or holds something else
   */
  public EvaluationReport crossValidated(int folds, List<Path> files) throws IOException {
    if (folds < 2 || folds > articles.size()) {
      throw new IllegalArgumentException("from 2 to " + articles.size() + " folds, not " + folds);
    }
    Map<String, Integer> places = places();
    List<AnnotatedArticle> more = new ArrayList<>();
    for (Path file : files) {
      more.addAll(GoldReader.read(file));
    }
    refuseScored(more, places);
    Attributor attributor = new Attributor(RegistryLoader.builtIn());
    Map<GoldArticle, List<SystemQuotation>> found = new ConcurrentHashMap<>();
    IntStream.range(0, folds)
        .parallel()
        .forEach(
            fold -> {
              List<GoldArticle> scored =
                  all().stream().filter(a -> place(places, a) % folds == fold).toList();
              extract(model(fold, folds, more), attributor, scored, found);
            });
    return report(found);
  }

  private static int place(Map<String, Integer> places, GoldArticle article) {
    return Objects.requireNonNull(places.get(article.baseId()));
  }

  private static void refuseScored(List<AnnotatedArticle> more, Map<String, Integer> places) {
    for (AnnotatedArticle article : more) {
      if (places.containsKey(GoldArticle.baseId(article.article().id()))) {
        throw new IllegalArgumentException(
            article.article().id() + " is to be scored: a model may not learn from it");
      }
    }
  }

  private QuotationModel model(int without, int folds, List<AnnotatedArticle> more) {
    List<AnnotatedArticle> learnt = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      if (i % folds != without) {
        learnt.add(articles.get(i).annotated());
      }
    }
    learnt.addAll(more);
    return new QuotationTrainer().train(learnt);
  }

  private List<GoldArticle> all() {
    List<GoldArticle> all = new ArrayList<>(articles);
    all.addAll(twins);
    return all;
  }

  private static void extract(
      QuotationModel model,
      Attributor attributor,
      List<GoldArticle> articles,
      Map<GoldArticle, List<SystemQuotation>> found) {
    GoldExtraction extraction = new GoldExtraction(model, attributor);
    articles.forEach(article -> found.put(article, extraction.extract(article)));
  }

  /**
   * Scores what any system found.
   *
   * @param file as {@code onrecord extract} prints it
   * @throws IOException if it cannot be read
   */
  public EvaluationReport found(Path file) throws IOException {
    Map<String, List<SystemQuotation>> byId = SystemFile.read(file, all());
    Map<GoldArticle, List<SystemQuotation>> found = new HashMap<>();
    for (GoldArticle article : all()) {
      found.put(article, byId.getOrDefault(article.id(), List.of()));
    }
    return report(found);
  }

  private EvaluationReport report(Map<GoldArticle, List<SystemQuotation>> found) {
    Map<GoldArticle, List<SystemQuotation>> ordered = new LinkedHashMap<>();
    all().forEach(a -> ordered.put(a, Objects.requireNonNull(found.get(a))));
    Map<String, QuotationScores> scores = new LinkedHashMap<>();
    scores.put("marks", scores(articles, ordered));
    if (!twins.isEmpty()) {
      scores.put("marks_lost", scores(twins, ordered));
    }
    return new EvaluationReport(scores, ordered);
  }

  private static QuotationScores scores(
      List<GoldArticle> articles, Map<GoldArticle, List<SystemQuotation>> found) {
    QuotationScores scores = new QuotationScores();
    articles.forEach(a -> scores.add(a, found.getOrDefault(a, List.of())));
    return scores;
  }
}
