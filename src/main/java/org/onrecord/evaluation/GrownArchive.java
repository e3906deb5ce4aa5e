package org.onrecord.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import tools.jackson.databind.json.JsonMapper;

/**
 * As many articles as wanted, made of others: each with a new id, a day near that of the one it is
 * made after, and some of its paragraphs exchanged for those of another, so that neither copies nor
 * the words of one article come in numbers that no archive has. The same for the same seed.
 */
public record GrownArchive(List<Article> articles, long seed) {
  /** One paragraph in so many is another article's. */
  private static final int EXCHANGED = 3;

  /** How far a day may lie from that of the article before it. */
  private static final int DAYS = 1_000;

  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * An archive to be grown.
   *
   * @throws IllegalArgumentException if there is nothing to grow
   */
  public GrownArchive {
    articles = List.copyOf(articles);
    if (articles.isEmpty()) {
      throw new IllegalArgumentException("there is no article to make others of");
    }
  }

  /** The article with a number, from 0; the first ones are those that there are. */
  public Article article(int number) {
    Article before = articles.get(number % articles.size());
    int round = number / articles.size();
    if (round == 0) {
      return before;
    }
    Random random = new Random(seed * 31 + number);
    Article other = articles.get(random.nextInt(articles.size()));
    LocalDate day = before.date();
    return new Article(
        new ArticleId(before.id().value() + "-grown-" + round),
        before.title(),
        day == null ? null : day.plusDays(random.nextInt(2 * DAYS) - DAYS),
        null,
        before.outlet(),
        before.section(),
        before.author(),
        mixed(paragraphs(before), paragraphs(other), random),
        Map.of(),
        before.provenance());
  }

  private static List<String> paragraphs(Article article) {
    return List.of(article.body().split("\\R\\s*\\R", -1));
  }

  /** In another order, but for the first, which says what it is about. */
  private static String mixed(List<String> own, List<String> others, Random random) {
    List<String> paragraphs = new ArrayList<>();
    for (String paragraph : own) {
      boolean exchanged = !paragraphs.isEmpty() && random.nextInt(EXCHANGED) == 0;
      int place = paragraphs.isEmpty() ? 0 : 1 + random.nextInt(paragraphs.size());
      paragraphs.add(place, exchanged ? others.get(random.nextInt(others.size())) : paragraph);
    }
    return String.join("\n\n", paragraphs);
  }

  /** An article as a line of JSON that OnRecord reads. */
  public static String line(Article article) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", article.id().value());
    members.put("title", article.title());
    LocalDate day = article.date();
    members.put("date", day == null ? null : day.toString());
    members.put("outlet", article.outlet());
    members.put("section", article.section());
    members.put("author", article.author());
    members.put("body", article.body());
    members.values().removeIf(value -> value == null);
    return JSON.writeValueAsString(members);
  }
}
