package org.onrecord.app;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.onrecord.access.ApiKeys;
import org.onrecord.access.AuditLog;
import org.onrecord.alert.ArrivalSource;
import org.onrecord.alert.SavedSearches;
import org.onrecord.alert.SenderState;
import org.onrecord.alert.StandingSearches;
import org.onrecord.article.ArticleId;
import org.onrecord.correction.DecisionLogs;
import org.onrecord.http.IndexState;
import org.onrecord.ingest.ArticlePreparation;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.people.NameSource;
import org.onrecord.people.PeopleLog;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.ArticleFilter;
import org.onrecord.search.Readings;
import org.onrecord.search.SearchBackend;
import org.onrecord.verify.PassageSource;

/** The index that a service serves, whatever it is kept in. Safe for use by several threads. */
interface ServedIndex extends Closeable {

  /** An index as some readers see it. */
  record Seen(SearchBackend backend, PassageSource passages) {}

  /** As it is. */
  SearchBackend backend();

  /**
   * As readers see it of whom each may read some articles alone.
   *
   * @param filter which of them, asked by the thread that asks
   */
  Seen showing(Supplier<ArticleFilter> filter);

  /** Sees from now on what has been committed so far. */
  void refresh() throws IOException;

  /** The article, if it is shown, as it was before anything was decided about names. */
  Optional<ArchivedArticle> workedOut(ArticleId id) throws IOException;

  /** With what the articles were read. */
  Readings readings() throws IOException;

  /** When the next embargo ends; empty where nothing is embargoed. */
  Optional<Instant> nextDue(Set<ArticleId> but) throws IOException;

  /** Prepares articles for it. */
  ArticlePreparation preparing();

  /** Opens it for writing; what is committed is seen at once. */
  DocumentSink openForWriting(InstantSource clock) throws IOException;

  /**
   * How many bytes there is room for; {@link Long#MAX_VALUE} where that is not the service's care.
   */
  long room() throws IOException;

  /** Searches that stand, none at first. */
  StandingSearches standing(NameSource names, int expansion);

  /** What comes into it. */
  ArrivalSource arrivals();

  /**
   * Which of the services on it sends what saved searches find, and what it leaves to the next.
   *
   * @throws IOException if it cannot be told
   */
  SenderState sender() throws IOException;

  /**
   * The sink, by which what it commits is found among the arrivals.
   *
   * @param saved if there are none, nobody need be told
   * @param committed told of commits, where it need not be asked for them
   */
  DocumentSink announcing(DocumentSink sink, SavedSearches saved, Runnable committed);

  /** What editors decided about its names. */
  PeopleLog names();

  /** The keys by which it may be used. */
  ApiKeys keys(InstantSource clock);

  /** Where its logs lie. */
  DecisionLogs logs();

  /** What keeps who wrote what. */
  AuditLog audit(InstantSource clock);

  /**
   * How it is.
   *
   * @param free how many bytes are kept free
   * @param filled whether it is known to be the archive that is meant
   */
  IndexState state(long free, AtomicBoolean filled, IndexOnDisk.Advice advice);

  /** Tells in the log when a file is found damaged. */
  void watchDamage();
}
