package org.onrecord.backend.lucene.index;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleDetails;

/**
 * By what an article's members are found for which there is no field: {@code desk␟world}. Texts,
 * numbers and truths count, each of a list, and of an object its {@code name}.
 */
public final class MemberTerms {
  /** How many of an article there are; those that come first. */
  static final int MOST = 100;

  /** Of a member's name and of its value each, in characters; what is longer is not found. */
  static final int LONGEST = 200;

  private MemberTerms() {}

  static Set<String> of(Article article) {
    Set<String> terms = new LinkedHashSet<>();
    // What decides whether an article is given on is never left out.
    add(terms, ArticleDetails.DATA_MINING, article.extra().get(ArticleDetails.DATA_MINING));
    article.extra().forEach((name, value) -> add(terms, name, value));
    return terms;
  }

  private static void add(Set<String> terms, String name, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Collection<?> all -> all.forEach(each -> addOne(terms, name, each));
      default -> addOne(terms, name, value);
    }
  }

  private static void addOne(Set<String> terms, String name, @Nullable Object value) {
    @Nullable Object told = value instanceof Map<?, ?> object ? object.get("name") : value;
    if (told instanceof String || told instanceof Number || told instanceof Boolean) {
      String text = folded(told.toString());
      boolean fits = name.length() <= LONGEST && text.length() <= LONGEST && !text.isEmpty();
      if (fits && terms.size() < MOST) {
        terms.add(term(name, text));
      }
    }
  }

  /** By what a value is found; the case and how many blanks there are do not matter. */
  public static String term(String name, String value) {
    return folded(name) + FacetFields.SEPARATOR + folded(value);
  }

  private static String folded(String text) {
    return text.replace(FacetFields.SEPARATOR, ' ')
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }
}
