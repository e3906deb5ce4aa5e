package org.onrecord.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.onrecord.article.QuotationKind;
import org.onrecord.evaluation.VerificationReport.Tried;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.CopyMode;
import org.onrecord.search.Hit;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SortOrder;
import org.onrecord.verify.ArchiveSpan;
import org.onrecord.verify.Claim;
import org.onrecord.verify.Verification;

/**
 * Asks an archive to verify probes made of its own quotations, and of inventions, and counts how
 * often its verdict is right and how long it took.
 */
public final class VerificationBench {
  /** How many quotations are drawn from one day. */
  private static final int OF_A_DAY = 12;

  private static final int WARM_UP = 40;

  private final ProbedArchive archive;

  /** What is asked. */
  public interface ProbedArchive {
    SearchResult search(SearchRequest request) throws IOException;

    Verification verify(Claim claim) throws IOException;
  }

  public VerificationBench(ProbedArchive archive) {
    this.archive = archive;
  }

  /**
   * Draws quotations at random, makes probes of them and tries each.
   *
   * @param seed the same one draws the same probes from the same archive
   * @param count how many probes
   */
  public VerificationReport run(long seed, int count) throws IOException {
    int ofEach = Math.max(1, Math.ceilDiv(count, Probe.Kind.values().length));
    List<Probe> probes =
        new ProbeMaker(seed, draw(new Random(seed), 40 * ofEach), inventions())
            .make(ofEach).stream().limit(count).toList();
    for (Probe probe : probes.subList(0, Math.min(WARM_UP, probes.size()))) {
      archive.verify(probe.claim());
    }
    List<Tried> tried = new ArrayList<>();
    for (Probe probe : probes) {
      long start = System.nanoTime();
      Verification answer = archive.verify(probe.claim());
      tried.add(new Tried(probe, answer, Duration.ofNanos(System.nanoTime() - start)));
    }
    return new VerificationReport(tried);
  }

  /**
   * Direct quotations drawn at random, the same ones for one seed; perhaps fewer than asked for.
   */
  public List<QuoteDocument> drawn(long seed, int most) throws IOException {
    List<QuoteDocument> drawn = draw(new Random(seed), most);
    return drawn.subList(0, Math.min(most, drawn.size()));
  }

  private List<QuoteDocument> draw(Random random, int most) throws IOException {
    ArchiveSpan span = archive.verify(Claim.of("anything at all")).archive();
    if (span.from() == null || span.to() == null) {
      return List.of();
    }
    long first = span.from().toEpochDay();
    long last = span.to().toEpochDay();
    List<QuoteDocument> drawn = new ArrayList<>();
    for (int tries = 0; tries < most && drawn.size() < most; tries++) {
      LocalDate day = LocalDate.ofEpochDay(random.nextLong(first, last + 1));
      SearchRequest ofDay =
          SearchRequest.of("")
              .withTypes(Set.of(DocumentType.QUOTE))
              .withFilters(Map.of(Facet.KIND, List.of(QuotationKind.DIRECT.label())))
              .withDays(day, day)
              .withPage(SortOrder.NEWEST, SearchRequest.MAX_SIZE, null)
              .withCopies(CopyMode.FOLD)
              .withFacets(Set.of(), 1);
      List<Hit> hits = new ArrayList<>(archive.search(ofDay).hits());
      Collections.shuffle(hits, random);
      hits.stream()
          .limit(OF_A_DAY)
          .filter(Hit.QuoteHit.class::isInstance)
          .forEach(hit -> drawn.add(((Hit.QuoteHit) hit).quote()));
    }
    return drawn;
  }

  /** Sentences that nobody is known to have said, a line each. */
  private static List<String> inventions() {
    try (InputStream in =
        Objects.requireNonNull(
            VerificationBench.class.getResourceAsStream("inventions.txt"), "inventions.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
