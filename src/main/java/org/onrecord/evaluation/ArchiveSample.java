package org.onrecord.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.onrecord.article.Article;
import org.onrecord.quotation.training.SelfAnnotator;

/**
 * Articles of an archive that nobody annotated, from which a model can learn: those that have
 * speech between quotation marks, each text once. Where there are more than wanted, they are drawn
 * at random, every one with the same chance; the same articles in the same order and the same seed
 * give the same sample. Not thread-safe.
 */
public final class ArchiveSample {
  private final int limit;
  private final Random random;
  private final List<Article> drawn = new ArrayList<>();
  private final Set<String> texts = new HashSet<>();
  private long read;
  private long marked;

  /**
   * An empty sample.
   *
   * @param limit the most articles to keep, at least 1
   */
  public ArchiveSample(int limit, long seed) {
    if (limit < 1) {
      throw new IllegalArgumentException("at least one article, not " + limit);
    }
    this.limit = limit;
    this.random = new Random(seed);
  }

  /** Takes an article, or passes it over (Vitter's algorithm R). */
  public void add(Article article) {
    read++;
    if (!SelfAnnotator.hasMarkedSpeech(article) || texts.contains(article.body())) {
      return;
    }
    marked++;
    if (drawn.size() < limit) {
      drawn.add(article);
      texts.add(article.body());
      return;
    }
    long place = random.nextLong(marked);
    if (place < limit) {
      Article out = drawn.set((int) place, article);
      texts.remove(out.body());
      texts.add(article.body());
    }
  }

  /** How many articles there were. */
  public long read() {
    return read;
  }

  /** How many of them had speech between marks and were not the same as one in the sample. */
  public long marked() {
    return marked;
  }

  public List<Article> articles() {
    return List.copyOf(drawn);
  }
}
