package org.onrecord.evaluation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.onrecord.article.Article;
import org.onrecord.attribution.Attributor;
import org.onrecord.quotation.ModelFile;
import org.onrecord.quotation.QuotationExtractor;
import org.onrecord.quotation.QuotationModel;
import org.onrecord.registry.RegistryLoader;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Segmenter;

/**
 * Measures the way from articles in memory to attributed quotations: segmentation, extraction,
 * attribution, with the registry that comes with OnRecord; no reading, no index.
 */
public final class ExtractionBench {
  private final QuotationModel model;
  private final Attributor attributor = new Attributor(RegistryLoader.builtIn());
  private final Segmenter segmenter = new Segmenter();
  private final int threads;

  /**
   * A bench.
   *
   * @param model the file of the model; empty for the one that comes with OnRecord
   * @param threads how many articles to work on at a time, at least 1
   * @throws IOException if the file cannot be read or holds no model
   */
  public ExtractionBench(Optional<Path> model, int threads) throws IOException {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread, not " + threads);
    }
    this.model = ModelFile.readOrShipped(model);
    this.threads = threads;
  }

  /**
   * Goes through all articles once.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  public ExtractionSpeed run(List<Article> articles) throws InterruptedException {
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    LongAdder tokens = new LongAdder();
    LongAdder quotations = new LongAdder();
    LongAdder cpu = new LongAdder();
    AtomicInteger next = new AtomicInteger();
    long begin = System.nanoTime();
    onAllThreads(
        () -> {
          QuotationExtractor extractor = new QuotationExtractor(model);
          for (int i = next.getAndIncrement(); i < articles.size(); i = next.getAndIncrement()) {
            SegmentedArticle segmented = segmenter.segment(articles.get(i));
            quotations.add(
                attributor.attribute(segmented, extractor.extract(segmented)).quotations().size());
            for (Paragraph paragraph : segmented.paragraphs()) {
              tokens.add(paragraph.tokens().size());
            }
          }
          cpu.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        });
    Duration time = Duration.ofNanos(System.nanoTime() - begin);
    long peak = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return new ExtractionSpeed(
        articles.size(), tokens.sum(), quotations.sum(), threads, time, cpu.sum(), peak);
  }

  private void onAllThreads(Runnable work) throws InterruptedException {
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        running.add(executor.submit(work));
      }
      for (Future<?> thread : running) {
        thread.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("an article could not be worked on", e.getCause());
    }
  }
}
