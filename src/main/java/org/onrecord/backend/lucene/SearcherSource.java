package org.onrecord.backend.lucene;

import java.io.IOException;
import java.util.function.Supplier;
import org.onrecord.backend.lucene.LuceneSearchBackend.SearchTime;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.backend.lucene.query.Deadline;
import org.onrecord.people.NameSource;
import org.onrecord.search.ArticleFilter;

/** Where a question finds its view of the index, and its deadline. What is acquired is released. */
interface SearcherSource {
  ArchiveSearcher acquire() throws IOException;

  void release(ArchiveSearcher searcher) throws IOException;

  /** What is asked of a view that was acquired, to be answered in time. */
  ViewSearch asked(ArchiveSearcher acquired, LuceneSearch search);

  /** When what is asked now must have been answered. */
  Deadline deadline();

  /**
   * The view that is current, under what editors decided about names; the whole time for each.
   *
   * @param filter which articles are shown to who asks
   */
  record Newest(
      CurrentSearcher current,
      NameSource names,
      DocumentCodec codec,
      SearchTime time,
      Supplier<ArticleFilter> filter)
      implements SearcherSource {
    /** The same, with these articles shown. */
    Newest showing(Supplier<ArticleFilter> other) {
      return new Newest(current, names, codec, time, other);
    }

    @Override
    public ArchiveSearcher acquire() throws IOException {
      ArchiveSearcher searcher = current.acquire();
      try {
        return searcher.showing(filter.get()).under(names.names(), codec);
      } catch (IOException | RuntimeException | Error e) {
        current.release(searcher);
        throw e;
      }
    }

    @Override
    public void release(ArchiveSearcher searcher) throws IOException {
      current.release(searcher);
    }

    @Override
    public ViewSearch asked(ArchiveSearcher acquired, LuceneSearch search) {
      return new ViewSearch(search, acquired.until(deadline()));
    }

    @Override
    public Deadline deadline() {
      return time.deadline();
    }
  }

  /** One view, which somebody keeps open, and one deadline; all is one question of it. */
  record Held(ArchiveSearcher searcher, Deadline deadline, ViewSearch question)
      implements SearcherSource {
    static Held of(ArchiveSearcher searcher, Deadline deadline, LuceneSearch search) {
      return new Held(searcher, deadline, new ViewSearch(search, searcher.until(deadline)));
    }

    @Override
    public ViewSearch asked(ArchiveSearcher acquired, LuceneSearch search) {
      return question;
    }

    @Override
    public ArchiveSearcher acquire() {
      searcher.hold();
      return searcher;
    }

    @Override
    public void release(ArchiveSearcher acquired) throws IOException {
      acquired.giveBack();
    }
  }
}
