package org.onrecord.evaluation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.onrecord.search.SearchRequest;

/**
 * Asks the searches of a log over and over, each client its next one when the last is answered.
 *
 * @param clients how many ask at a time
 */
public record SearchBench(SearchLog log, Answering answering, int clients) {

  /** Answers a search as whoever asked would have it: as JSON. */
  @FunctionalInterface
  public interface Answering {
    byte[] answer(SearchRequest request) throws IOException;
  }

  /** Goes through the log so often, each time in another order. */
  public SearchSpeed run(int rounds, long seed) throws IOException, InterruptedException {
    List<SearchSpeed.Asked> asked = Collections.synchronizedList(new ArrayList<>());
    long start = System.nanoTime();
    for (int round = 0; round < rounds; round++) {
      List<SearchLog.Entry> entries = new ArrayList<>(log.entries());
      Collections.shuffle(entries, new Random(seed + round));
      AtomicInteger next = new AtomicInteger();
      try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
        List<Future<?>> all = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
          all.add(
              pool.submit(
                  () -> {
                    for (int i = next.getAndIncrement();
                        i < entries.size();
                        i = next.getAndIncrement()) {
                      asked.add(asked(entries.get(i)));
                    }
                    return null;
                  }));
        }
        for (Future<?> one : all) {
          one.get();
        }
      } catch (ExecutionException e) {
        throw new IOException("a search failed: " + e.getCause(), e);
      }
    }
    return new SearchSpeed(asked, System.nanoTime() - start);
  }

  private SearchSpeed.Asked asked(SearchLog.Entry entry) throws IOException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long cpu = threads.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    int bytes = answering.answer(entry.request()).length;
    return new SearchSpeed.Asked(
        entry.kind(), System.nanoTime() - start, threads.getCurrentThreadCpuTime() - cpu, bytes);
  }
}
