package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.onrecord.alert.AnnouncedArticle;
import org.onrecord.alert.Announcements;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.copies.CopyRegister;
import org.onrecord.backend.lucene.index.WrittenArticle;
import org.onrecord.ingest.ArticlePreparation;
import org.onrecord.ingest.ArticleSuccession;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.ingest.PreparedArticle;
import org.onrecord.people.NameSource;
import org.onrecord.people.Names;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;

/**
 * An archive on a cluster, open for writing; any number of programs may have it open, on any
 * machine, and none keeps anything of it. What was put in goes to the cluster in one {@link Epoch},
 * by which all of it is seen at once when it is committed, and nothing before; whoever is killed
 * meanwhile leaves nothing that counts. Only while documents are sent does one writer wait for
 * another. Safe for use by several threads.
 */
public final class OpenSearchArchive implements DocumentSink {
  /** As many documents are sent to the cluster before they are committed. */
  private static final int MOST_STAGED = 4_000;

  /** How many epochs that came to nothing are told apart; of older ones nothing is left. */
  private static final int MOST_ABORTED = 64;

  private final Epochs epochs;
  private final Terms terms;
  private final ClusterBlock.Preparation preparation;
  private final StagedArticles staged = new StagedArticles();
  private final Announcements arrived = new Announcements();
  private final Leftovers leftovers;
  private final ClusterCopies copyIndex = new ClusterCopies(this::baseView);
  private final CopyRegister copies = new CopyRegister(copyIndex);
  private final Set<Long> healed = new HashSet<>();
  private ArticleSuccession succession;
  private @Nullable Epoch base;

  /** Under which names the first of those that wait was prepared. */
  private @Nullable Names under;

  private @Nullable WritingTurn turn;
  private @Nullable EpochWriter writer;

  /**
   * How an archive is written.
   *
   * @param shards into how many parts its index is cut when it is made
   * @param replicas how many more times each part is kept
   * @param lease how long a writer may be silent before others go on
   * @param patience how long other writers are waited for
   */
  public record Terms(
      int shards, int replicas, Duration lease, Duration patience, InstantSource clock) {
    /** One shard, one replica. */
    public static final Terms DEFAULT =
        new Terms(1, 1, Duration.ofSeconds(15), Duration.ofMinutes(2), InstantSource.system());
  }

  private OpenSearchArchive(Epochs epochs, Terms terms, NameSource names) {
    this.preparation = new ClusterBlock.Preparation(names);
    this.epochs = epochs;
    this.terms = terms;
    this.leftovers = new Leftovers(epochs, terms.clock());
    this.succession = new ArticleSuccession(new Store(), terms.clock());
  }

  /**
   * Opens it, and makes it where there is none.
   *
   * @throws org.onrecord.search.ArchiveUnavailableException if it is of another version, or the
   *     cluster cannot be reached or does not let this program in
   */
  public static OpenSearchArchive open(Epochs epochs, Terms terms) throws IOException {
    return open(epochs, terms, NameSource.NONE);
  }

  /**
   * The same.
   *
   * @param names under which articles are found
   */
  public static OpenSearchArchive open(Epochs epochs, Terms terms, NameSource names)
      throws IOException {
    epochs.create(terms.shards(), terms.replicas());
    return openExisting(epochs, terms, names);
  }

  /**
   * Opens it.
   *
   * @throws org.onrecord.search.ArchiveUnavailableException as {@link #open}, and if there is none
   */
  public static OpenSearchArchive openExisting(Epochs epochs, Terms terms, NameSource names)
      throws IOException {
    epochs.view();
    return new OpenSearchArchive(epochs, terms, names);
  }

  @Override
  public PreparedArticle prepare(ArchivedArticle article) {
    return preparation.of(article);
  }

  /** Prepares articles for any archive of this kind. */
  public static ArticlePreparation preparing(NameSource names) {
    return new ClusterBlock.Preparation(names);
  }

  @Override
  public synchronized Replacement put(PreparedArticle article) throws IOException {
    staged.asked(article);
    Replacement done = succession.put(article);
    sendWhenMany();
    return done;
  }

  @Override
  public synchronized boolean delete(ArticleId id) throws IOException {
    staged.askedToDelete(id);
    boolean there = succession.delete(id);
    sendWhenMany();
    return there;
  }

  private void sendWhenMany() throws IOException {
    if (staged.size() >= MOST_STAGED) {
      send();
    }
  }

  /** What counts when the first article comes after a commit, by which all are decided about. */
  private Epoch base() throws IOException {
    if (base == null) {
      base = epochs.control().read().value();
    }
    return base;
  }

  private ClusterView baseView() throws IOException {
    return epochs.view(base());
  }

  private ClusterLookup lookup(Epoch epoch) {
    return new ClusterLookup(epochs.view(epoch));
  }

  /** The archive as its articles are decided about. */
  private final class Store implements ArticleSuccession.Store {
    private final Set<ArticleId> showing = new HashSet<>();
    private boolean purging;

    @Override
    public Optional<ArticleDocument> committed(ArticleId id) throws IOException {
      Epoch now = base();
      Optional<ArticleDocument> kept = now.isEmpty() ? Optional.empty() : lookup(now).kept(id);
      if (kept.isPresent() && kept.get().held() == null) {
        showing.add(id);
      }
      return kept;
    }

    @Override
    public Optional<ArchivedArticle> shown(ArticleId id) throws IOException {
      return lookup(base()).article(id);
    }

    @Override
    public void write(ArchivedArticle article, PreparedArticle prepared) throws IOException {
      purged(article.id());
      ClusterBlock block = StagedArticles.block(article, prepared, preparation);
      under = under == null ? block.names() : under;
      WrittenArticle keyed = copies.keyed(article, block.written());
      staged.write(article.id(), kind(article), block.documents(), keyed.keys());
      copies.wrote(article, keyed);
    }

    @Override
    public void remove(ArticleId id) throws IOException {
      purged(id);
      copies.deleted(id);
      showing.remove(id);
      staged.remove(id);
    }

    private AnnouncedArticle.Kind kind(ArchivedArticle article) {
      if (article.document().held() != null) {
        return AnnouncedArticle.Kind.GONE;
      }
      return showing.contains(article.id())
          ? AnnouncedArticle.Kind.CHANGED
          : AnnouncedArticle.Kind.SHOWN;
    }

    private void purged(ArticleId id) {
      if (purging) {
        staged.purge(id);
        purging = false;
      }
    }

    /** Of the article that is written or removed next. */
    @Override
    public void purge() {
      purging = true;
    }
  }

  /** Sends what came to the cluster, in a turn that goes on until it is committed. */
  private void send() throws IOException {
    if (turn == null) {
      begin();
    }
    Epoch before = base();
    EpochWriter to = Objects.requireNonNull(writer);
    for (var one : staged.outcomes().entrySet()) {
      to.write(one.getKey(), one.getValue().keyed());
      arrived.note(one.getKey(), one.getValue().kind());
    }
    // Where the cluster takes no writes it says so at once, of what is new.
    to.send();
    to.remove(staged.outcomes().keySet(), before);
    to.key(copyIndex.takeKeys(), before);
    to.send();
    staged.written();
  }

  private void begin() throws IOException {
    WritingTurn begun = WritingTurn.take(epochs.control(), terms.lease(), terms.patience());
    turn = begun;
    Epoch now = begun.before();
    EpochWriter to = new EpochWriter(epochs.index(now), begun.epoch());
    writer = to;
    heal(begun, to, now);
    Epoch decided = base();
    base = now;
    if (haveChanged(decided, now) || under != null && under != preparation.names()) {
      under = null;
      succession = new ArticleSuccession(new Store(), terms.clock());
      copies.refresh();
      staged.again(succession);
    }
  }

  /** Whether others have written what is staged, or the whole archive anew. */
  private boolean haveChanged(Epoch decided, Epoch now) throws IOException {
    return now.index() != decided.index()
        || now.committed() != decided.committed()
            && !lookup(now).changedSince(decided.committed(), staged.outcomes().keySet()).isEmpty();
  }

  private void heal(WritingTurn begun, EpochWriter to, Epoch now) throws IOException {
    Set<Long> ill = new TreeSet<>(now.aborted());
    ill.removeAll(healed);
    if (!ill.isEmpty()) {
      to.heal(ill);
      healed.addAll(ill);
    }
    if (now.aborted().size() > MOST_ABORTED) {
      List<Long> oldest = now.aborted().subList(0, MOST_ABORTED / 2);
      to.heal(Set.copyOf(oldest));
      begun.healed(oldest);
    }
  }

  @Override
  public synchronized void commit() throws IOException {
    if (staged.isEmpty() && turn == null) {
      succession = new ArticleSuccession(new Store(), terms.clock());
      base = null;
      return;
    }
    try {
      send();
      EpochWriter to = Objects.requireNonNull(writer);
      to.announce(ClusterArrivals.documents(arrived.take(), terms.clock().instant()));
      to.send();
      epochs.index(base()).refresh();
      Epoch after = Objects.requireNonNull(turn).commit();
      turn = null;
      leftovers.committed(after, staged.purged());
    } catch (IOException | RuntimeException e) {
      try {
        giveUp();
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
    giveUp();
  }

  /** Nothing is under way any more: all is committed, or was for nothing. */
  private void giveUp() throws IOException {
    WritingTurn left = turn;
    turn = null;
    writer = null;
    base = null;
    staged.clear();
    under = null;
    arrived.take();
    copies.refresh();
    succession = new ArticleSuccession(new Store(), terms.clock());
    if (left != null) {
      left.abort();
    }
  }

  @Override
  public Optional<ArchivedArticle> shown(ArticleId id) throws IOException {
    return succession.isUnderWay(id)
        ? Optional.empty()
        : new ClusterLookup(epochs.view()).article(id);
  }

  @Override
  public List<Article> due(int most, Set<ArticleId> but) throws IOException {
    return new ClusterLookup(epochs.view()).due(terms.clock().instant(), most, but);
  }

  @Override
  public synchronized boolean settled() throws IOException {
    leftovers.settle();
    return true;
  }

  @Override
  public synchronized void settle() throws IOException {
    leftovers.settle();
  }

  /** What was not committed is gone. */
  @Override
  public synchronized void close() throws IOException {
    giveUp();
  }
}
