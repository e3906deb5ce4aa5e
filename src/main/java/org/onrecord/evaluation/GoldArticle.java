package org.onrecord.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.quotation.training.AnnotatedArticle;
import org.onrecord.quotation.training.AnnotatedArticle.AnnotatedQuotation;

/**
 * An article whose quotations and speakers were marked by a person.
 *
 * @param annotated what a model of quotations learns of it
 * @param quotations what the scores need of it, in the same order
 */
public record GoldArticle(AnnotatedArticle annotated, List<GoldQuotation> quotations) {
  private static final String TWIN = "#nomarks";

  public GoldArticle {
    quotations = List.copyOf(quotations);
    if (quotations.size() != annotated.quotations().size()) {
      throw new IllegalArgumentException("two annotations of " + annotated.article().id());
    }
  }

  String id() {
    return annotated.article().id().value();
  }

  /** The id before {@code #}: an article and its twin that has lost its marks share it. */
  String baseId() {
    return baseId(annotated.article().id());
  }

  static String baseId(ArticleId id) {
    int hash = id.value().indexOf('#');
    return hash < 0 ? id.value() : id.value().substring(0, hash);
  }

  String body() {
    return annotated.article().body();
  }

  /** The same article with every double quotation mark deleted; its id ends in #nomarks. */
  public GoldArticle withoutMarks() {
    AnnotatedArticle stripped = annotated.withoutMarks();
    List<GoldQuotation> moved = new ArrayList<>();
    for (int i = 0; i < quotations.size(); i++) {
      AnnotatedQuotation place = stripped.quotations().get(i);
      moved.add(quotations.get(i).at(place.content(), place.source()));
    }
    return new GoldArticle(
        new AnnotatedArticle(twin(stripped.article()), stripped.quotations()), moved);
  }

  private Article twin(Article article) {
    return new Article(
        new ArticleId(id() + TWIN),
        article.title(),
        article.date(),
        article.url(),
        article.outlet(),
        article.section(),
        article.author(),
        article.body(),
        article.extra(),
        article.provenance());
  }
}
