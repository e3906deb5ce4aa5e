package org.onrecord.attribution.training;

import java.util.List;
import org.onrecord.article.TextSpan;
import org.onrecord.segment.SegmentedArticle;

/**
 * An article and the names that somebody has marked in it.
 *
 * @param names in any order, perhaps nested
 * @param complete whether every name is marked; else what is not marked is unknown
 */
public record AnnotatedNames(SegmentedArticle article, List<Entity> names, boolean complete) {
  public AnnotatedNames {
    names = List.copyOf(names);
  }

  /**
   * A noun phrase with a name for its head, or the name itself.
   *
   * @param span in the article's body, UTF-16
   * @param head the word that the phrase hangs on, in the body
   */
  public record Entity(TextSpan span, TextSpan head, NameKind kind) {}
}
