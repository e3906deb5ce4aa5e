package org.onrecord.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;

/**
 * Finds for each of several statements the earlier one that it takes up again: the one with which
 * it has the most of its words in common, counted by how rare they are in the archive. What the
 * words mean is left to whoever reads them. Safe for use by several threads.
 */
public final class Restatements {
  /** How much of a statement is compared, UTF-16. */
  private static final int LONGEST = 2_000;

  /** How many earlier statements one is laid beside. */
  private static final int MOST_ALIGNED = 3;

  /**
   * A word that less than one paragraph in so many has, as a logarithm, tells what is spoken of.
   */
  private static final double TELLING = 3;

  /** The least rarity that two have in common: two telling words and more. */
  private static final double LEAST_WEIGHT = 15;

  /** Of the words of the shorter the share that the other has too, for it to be laid beside it. */
  private static final double LEAST_SHARE = 0.4;

  /** The same once they are laid side by side, in order. */
  private static final double LEAST_LIKENESS = 0.5;

  /** So many words in a row are one wording. */
  private static final int LEAST_RUN = 3;

  private final PassageSource source;

  Restatements(PassageSource source) {
    this.source = source;
  }

  /**
   * What each of these takes up again, in their order; empty where it is nothing earlier.
   *
   * @param statements the earliest first
   */
  public List<Optional<Restated>> of(List<QuoteDocument> statements) throws IOException {
    if (statements.isEmpty()) {
      return List.of();
    }
    List<Said> all = statements.stream().map(Said::of).toList();
    List<SpokenWord> every = all.stream().flatMap(one -> one.words().stream()).toList();
    Rarity rarity = source.read(passages -> Rarity.of(every, passages));
    return new Run(all, rarity).restated();
  }

  /** A statement, as a paragraph in which nothing else is said. */
  private record Said(ParagraphDocument alone, List<SpokenWord> words) {
    static Said of(QuoteDocument quote) {
      ArchivedQuotation said = quote.quotation();
      String text = said.content().substring(0, Math.min(said.content().length(), LONGEST));
      ArchivedQuotation own =
          new ArchivedQuotation(
              said.id(),
              0,
              text,
              List.of(new TextSpan(0, text.length())),
              QuotationKind.DIRECT,
              true,
              null,
              null,
              null,
              null,
              null,
              List.of(),
              1,
              "");
      ParagraphDocument alone =
          new ParagraphDocument(
              quote.article(),
              said.id(),
              0,
              0,
              text,
              List.of(),
              List.of(),
              List.of(),
              List.of(own));
      return new Said(alone, SpokenWords.of(text));
    }
  }

  /** Some statements. */
  private static final class Run {
    private final List<Said> all;
    private final Rarity rarity;
    private final double[] weights;

    /** The statements so far that have a word, by the word. */
    private final Map<String, List<Integer>> having = new HashMap<>();

    Run(List<Said> all, Rarity rarity) {
      this.all = all;
      this.rarity = rarity;
      this.weights = all.stream().mapToDouble(one -> rarity.weightIn(one.words())).toArray();
    }

    List<Optional<Restated>> restated() {
      List<Optional<Restated>> restated = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        Set<String> telling = telling(all.get(i));
        restated.add(nearest(i, telling));
        for (String word : telling) {
          having.computeIfAbsent(word, _ -> new ArrayList<>()).add(i);
        }
      }
      return restated;
    }

    private Set<String> telling(Said one) {
      Set<String> telling = new HashSet<>();
      one.words().stream()
          .map(SpokenWord::key)
          .filter(word -> rarity.ofAsked(word) >= TELLING)
          .forEach(telling::add);
      return telling;
    }

    private Optional<Restated> nearest(int at, Set<String> telling) {
      double[] common = new double[at];
      for (String word : telling) {
        for (int earlier : having.getOrDefault(word, List.of())) {
          common[earlier] += rarity.ofAsked(word);
        }
      }
      return IntStream.range(0, at)
          .filter(earlier -> common[earlier] >= LEAST_WEIGHT)
          .filter(earlier -> share(common, at, earlier) >= LEAST_SHARE)
          .boxed()
          .sorted(
              Comparator.<Integer>comparingDouble(earlier -> share(common, at, earlier))
                  .thenComparing(Comparator.naturalOrder())
                  .reversed())
          .limit(MOST_ALIGNED)
          .flatMap(earlier -> beside(at, earlier).stream())
          .max(Comparator.comparingDouble(Restated::likeness).thenComparing(Restated::earlier));
    }

    private double share(double[] common, int at, int earlier) {
      return common[earlier] / Math.max(1, Math.min(weights[at], weights[earlier]));
    }

    private Optional<Restated> beside(int at, int earlier) {
      Said said = all.get(at);
      Said before = all.get(earlier);
      PassageFit fit =
          PassageFit.of(said.alone().text(), said.words(), before.alone(), before.words(), rarity);
      Comparison words = fit.words();
      long matched = IntStream.range(0, words.asked().size()).filter(words::isMatched).count();
      int shorter = Math.min(words.asked().size(), words.found().size());
      double likeness = Math.min(1, matched / (double) Math.max(1, shorter));
      return likeness < LEAST_LIKENESS || fit.run() < LEAST_RUN || fit.weight() < LEAST_WEIGHT
          ? Optional.empty()
          : Optional.of(new Restated(earlier, likeness, within(fit)));
    }

    /**
     * What differs between the first and the last word in common: around these stands just more.
     */
    private static List<Difference> within(PassageFit fit) {
      TextSpan common = fit.asked();
      return fit.differences().differences().stream()
          .filter(one -> one.asked().start() >= common.start())
          .filter(one -> one.asked().end() <= common.end())
          .toList();
    }
  }
}
