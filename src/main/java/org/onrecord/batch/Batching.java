package org.onrecord.batch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.batch.BatchTable.Row;
import org.onrecord.search.Hit;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.SearchQuestion;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SearchService;
import org.onrecord.search.SearchTimeoutException;
import org.onrecord.search.SortOrder;
import org.onrecord.trend.SeriesKey;

/**
 * Counts the entries of a list, one after the other, so that it takes no more of a machine than one
 * reader's searches. Safe for use by several threads.
 */
public final class Batching {
  /** After this long, no further entry is begun. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final SearchService service;
  private final LongSupplier nanos;

  public Batching(SearchService service) {
    this(service, System::nanoTime);
  }

  Batching(SearchService service, LongSupplier nanos) {
    this.service = service;
    this.nanos = nanos;
  }

  /**
   * The table.
   *
   * @param search what all entries have in common: type, words, filters, days
   */
  public BatchTable of(BatchList list, SearchRequest search) throws IOException {
    long start = nanos.getAsLong();
    List<Row> rows = new ArrayList<>();
    for (BatchList.Entry entry : list.entries()) {
      rows.add(
          nanos.getAsLong() - start > LONGEST.toNanos()
              ? faulty(
                  entry,
                  "not counted: the list took longer than "
                      + LONGEST.toSeconds()
                      + " seconds; ask for the rest by itself")
              : row(entry, search));
    }
    return new BatchTable(list.columns(), rows);
  }

  private static Row faulty(BatchList.Entry entry, @Nullable String fault) {
    return new Row(entry, 0, null, null, fault);
  }

  private Row row(BatchList.Entry entry, SearchRequest search) throws IOException {
    if (entry.keys().isEmpty()) {
      return faulty(entry, "nothing to count: the cell is empty");
    }
    SearchRequest narrowed = search;
    for (SeriesKey key : entry.keys()) {
      if (key.collidesWith(narrowed)) {
        return faulty(entry, "the search is narrowed by " + key.kind() + " already");
      }
      narrowed = key.in(narrowed);
    }
    try (SearchQuestion question = service.understand(edge(narrowed, SortOrder.OLDEST))) {
      SearchResult oldest = question.result();
      // Any of the words would be something else than what was asked for.
      if (oldest.relaxed() || oldest.total() == 0) {
        return faulty(entry, null);
      }
      SearchResult newest = question.again(edge(narrowed, SortOrder.NEWEST)).result();
      return new Row(entry, oldest.total(), dated(oldest), dated(newest), null);
    } catch (InvalidRequestException e) {
      return faulty(entry, String.valueOf(e.getMessage()));
    } catch (SearchTimeoutException e) {
      return faulty(entry, "not counted: the search took too long");
    }
  }

  private static SearchRequest edge(SearchRequest search, SortOrder order) {
    return search.withPage(order, 1, null).withFacets(Set.of(), 1);
  }

  private static @Nullable Hit dated(SearchResult result) {
    return result.hits().stream()
        .filter(hit -> hit.article().date() != null)
        .findFirst()
        .orElse(null);
  }
}
