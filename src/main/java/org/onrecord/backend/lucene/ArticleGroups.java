package org.onrecord.backend.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.search.SortOrder;

/**
 * Hits by the article that they stand in. An article's documents lie side by side in one segment,
 * since they are written together, so one pass in the order of documents finds each article once.
 *
 * @param total how many articles there are
 * @param best the first of them in order
 */
record ArticleGroups(long total, List<Group> best) {

  /**
   * An article.
   *
   * @param doc its best hit; of equals the first
   * @param day counted from 1970-01-01
   */
  record Group(int doc, float score, long day, long hits) {}

  /** Collects the first {@code most} articles. */
  record Collecting(SortOrder sort, int most) implements CollectorManager<Articles, ArticleGroups> {
    @Override
    public Articles newCollector() {
      return new Articles(this);
    }

    @Override
    public ArticleGroups reduce(Collection<Articles> collectors) {
      List<Group> all = new ArrayList<>();
      collectors.forEach(collector -> all.addAll(collector.best));
      all.sort(order());
      return new ArticleGroups(
          collectors.stream().mapToLong(collector -> collector.total).sum(),
          List.copyOf(all.subList(0, Math.min(most, all.size()))));
    }

    private Comparator<Group> order() {
      Comparator<Group> first =
          switch (sort) {
            case RELEVANCE, RECENT -> Comparator.comparing(Group::score).reversed();
            case NEWEST -> Comparator.comparing(Group::day).reversed();
            case OLDEST -> Comparator.comparing(Group::day);
          };
      return first.thenComparing(Group::doc);
    }
  }

  /** The articles of some segments. */
  static final class Articles implements Collector {
    private final Collecting task;
    private final Comparator<Group> order;
    private final PriorityQueue<Group> best;
    private long total;

    private Articles(Collecting task) {
      this.task = task;
      this.order = task.order();
      this.best = new PriorityQueue<>(order.reversed());
    }

    @Override
    public ScoreMode scoreMode() {
      return task.most > 0 ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    }

    private void add(Group group) {
      total++;
      if (task.most == 0) {
        return;
      }
      best.add(group);
      if (best.size() > task.most) {
        best.poll();
      }
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      SortedDocValues articles = DocValues.getSorted(leaf.reader(), Fields.ARTICLE);
      SortedNumericDocValues days = DocValues.getSortedNumeric(leaf.reader(), Fields.DATE);
      return new LeafCollector() {
        private Scorable scorer = new NoScore();
        private int article = -1;
        private int doc;
        private float score;
        private long day;
        private long hits;

        @Override
        public void setScorer(Scorable given) {
          scorer = given;
        }

        @Override
        public void collect(int at) throws IOException {
          if (!articles.advanceExact(at)) {
            return;
          }
          float here = task.most > 0 ? scorer.score() : 0;
          if (articles.ordValue() != article) {
            finish();
            article = articles.ordValue();
            score = Float.NEGATIVE_INFINITY;
            day = days.advanceExact(at) ? days.nextValue() : Long.MIN_VALUE;
          }
          hits++;
          if (here > score) {
            score = here;
            doc = leaf.docBase + at;
          }
        }

        @Override
        public void finish() {
          if (hits > 0) {
            add(new Group(doc, score, day, hits));
            hits = 0;
          }
        }
      };
    }
  }

  /** Before the first hit there is no score to ask for. */
  private static final class NoScore extends Scorable {
    @Override
    public float score() {
      return 0;
    }
  }
}
