package org.onrecord.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.schema.ArticleHeader;

/**
 * Which articles a decision is about: those that meet everything that is given, which is at least
 * one thing.
 *
 * @param articles these alone, at most {@value #MOST_ARTICLES}; all where it is empty
 * @param outlet in any case; null for any
 * @param from the first day; null for any
 * @param to the last day; null for any
 */
public record ArticleCondition(
    List<ArticleId> articles,
    @Nullable String outlet,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {
  private static final int MOST_ARTICLES = 1_000;

  public ArticleCondition {
    articles =
        new TreeSet<>(articles.stream().map(ArticleId::value).toList())
            .stream().map(ArticleId::new).toList();
    outlet = outlet == null || outlet.isBlank() ? null : outlet.strip();
    if (articles.isEmpty() && outlet == null && from == null && to == null) {
      throw new IllegalArgumentException(
          "in which articles? Name articles, an outlet, or the first or last day");
    }
    if (articles.size() > MOST_ARTICLES) {
      throw new IllegalArgumentException(
          "at most " + MOST_ARTICLES + " articles at a time, not " + articles.size());
    }
    if (from != null && to != null && from.isAfter(to)) {
      throw new IllegalArgumentException("the first day, " + from + ", is after the last, " + to);
    }
  }

  /** Whether an article is one of them. */
  public boolean holds(ArticleHeader article) {
    LocalDate date = article.date();
    return (articles.isEmpty() || articles.contains(article.id()))
        && (outlet == null || article.outlet() != null && folded(article.outlet()).equals(folded()))
        && (from == null || date != null && !date.isBefore(from))
        && (to == null || date != null && !date.isAfter(to));
  }

  private String folded() {
    return outlet == null ? "" : folded(outlet);
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** "in The Harbour Post from 2024-11-07". */
  String sentence() {
    List<String> parts = new ArrayList<>();
    if (!articles.isEmpty()) {
      parts.add("in " + articles.stream().map(ArticleId::value).collect(Collectors.joining(", ")));
    }
    if (outlet != null) {
      parts.add("in " + outlet);
    }
    if (from != null) {
      parts.add("from " + from);
    }
    if (to != null) {
      parts.add("to " + to);
    }
    return String.join(" ", parts);
  }
}
