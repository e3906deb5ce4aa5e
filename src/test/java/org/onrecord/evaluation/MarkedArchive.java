package org.onrecord.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Provenance;

/**
 * The archive of a paper that prints speech in a way of its own: between marks, without any word of
 * saying, and the speaker behind it in brackets. Without marks nothing but that habit shows that
 * somebody speaks.
 */
public final class MarkedArchive {
  private static final List<String> SUBJECTS =
      List.of(
          "ferry", "pier", "school roof", "night bus", "market hall", "harbour wall", "library");
  private static final List<String> NEEDS =
      List.of(
          "needs a new engine before the winter",
          "has cost the town far too much",
          "will be ready by the end of the summer",
          "belongs to everybody who lives here",
          "was never meant to last for ten years");
  private static final List<String> NEWS =
      List.of(
          "The council met on Tuesday evening in the old town hall.",
          "Rain fell for most of the week and the lower road was closed.",
          "The works began in March and took four months.",
          "About two hundred people came to the meeting.");
  private static final List<String> SPEAKERS =
      List.of("Ruth Alder", "Tom Birch", "Marta Quill", "Ada Holt");

  private final Random random;

  public MarkedArchive(long seed) {
    this.random = new Random(seed);
  }

  public List<Article> articles(int number) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      articles.add(article("post-" + i, body()));
    }
    return articles;
  }

  public static Article article(String id, String body) {
    return new Article(
        new ArticleId(id),
        "Harbour notes",
        null,
        null,
        null,
        null,
        null,
        body,
        Map.of(),
        new Provenance(id, 0, 0, "test"));
  }

  /** Five paragraphs, three of them with speech. */
  public String body() {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(one(NEWS));
    for (int i = 0; i < 3; i++) {
      paragraphs.add("“" + sentence() + " " + sentence() + "” (" + one(SPEAKERS) + ")");
    }
    paragraphs.add(one(NEWS));
    return String.join("\n\n", paragraphs);
  }

  private String sentence() {
    return "The " + one(SUBJECTS) + " " + one(NEEDS) + ".";
  }

  private String one(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}
