package org.onrecord.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the pieces that a claim was made of. For one claim. */
final class Splices {
  /** The fewest words of a piece, and the least rarity of all of them together. */
  private static final int LEAST_WORDS = 4;

  private static final double LEAST_WEIGHT = 13;

  /** How many words must be others in the best candidate, before pieces are looked for. */
  private static final int LEAST_OTHER = 3;

  /** Of all words asked for, the share that the pieces must account for. */
  private static final double LEAST_COVERED = 0.85;

  private static final int MOST_PIECES = 6;

  private final String askedText;
  private final List<SpokenWord> words;
  private final Rarity rarity;
  private final Lookups lookups;

  /** Where pieces are looked for. */
  enum Where {
    SEEN,
    ANYWHERE
  }

  /** How some of the words asked for fit paragraphs. */
  @FunctionalInterface
  interface Lookups {
    List<PassageFit> fits(List<SpokenWord> some, Where where) throws IOException;
  }

  Splices(String askedText, List<SpokenWord> words, Rarity rarity, Lookups lookups) {
    this.askedText = askedText;
    this.words = words;
    this.rarity = rarity;
    this.lookups = lookups;
  }

  /** Whether so much is asked for beyond a candidate that another piece may account for it. */
  static boolean mayBe(Candidate best, List<SpokenWord> words) {
    int others =
        best.differences().stream()
            .filter(difference -> difference.weight() != Difference.Weight.LIGHT)
            .mapToInt(difference -> SpokenWords.of(difference.askedText()).size())
            .sum();
    return others >= LEAST_OTHER && words.size() >= 2 * LEAST_WORDS;
  }

  /** At least two, in the order in which they are asked for; none where it is no such thing. */
  List<PassageFit> pieces(List<PassageFit> fits) throws IOException {
    List<Piece> pieces = new ArrayList<>();
    Optional<Piece> first = best(fits);
    if (first.isPresent()) {
      pieces.add(first.get());
      rest(0, first.get().from(), pieces);
      rest(first.get().to(), words.size(), pieces);
    }
    int covered = pieces.stream().mapToInt(Piece::size).sum();
    if (pieces.size() < 2 || covered < LEAST_COVERED * words.size()) {
      return List.of();
    }
    pieces.sort(Comparator.comparingInt(Piece::from));
    return pieces.stream().map(Piece::fit).toList();
  }

  private void rest(int from, int to, List<Piece> pieces) throws IOException {
    if (to - from < LEAST_WORDS || pieces.size() >= MOST_PIECES) {
      return;
    }
    List<SpokenWord> some = words.subList(from, to);
    Optional<Piece> next = best(lookups.fits(some, Where.SEEN));
    if (next.isEmpty() || next.get().size() < some.size()) {
      Optional<Piece> other = best(lookups.fits(some, Where.ANYWHERE));
      next =
          other.isPresent() && (next.isEmpty() || other.get().size() > next.get().size())
              ? other
              : next;
    }
    if (next.isPresent()) {
      pieces.add(next.get());
      rest(from, next.get().from(), pieces);
      rest(next.get().to(), to, pieces);
    }
  }

  /**
   * A run of words asked for that are said in one go.
   *
   * @param from the index of its first word
   * @param to the index after its last
   */
  private record Piece(PassageFit fit, int from, int to, double weight) {
    int size() {
      return to - from;
    }
  }

  /** The heaviest run of words in any of these. */
  private Optional<Piece> best(List<PassageFit> fits) {
    List<Piece> pieces = new ArrayList<>();
    for (PassageFit fit : fits) {
      run(fit).ifPresent(pieces::add);
    }
    return pieces.stream()
        .max(
            Comparator.comparingInt(Piece::size)
                .thenComparing(piece -> piece.fit().content().quotation().isPresent()));
  }

  private Optional<Piece> run(PassageFit fit) {
    Comparison compared = fit.words();
    int count = compared.asked().size();
    int from = 0;
    int bestFrom = 0;
    int bestTo = 0;
    for (int i = 0; i < count; i++) {
      if (!compared.isMatched(i)) {
        from = i + 1;
      } else if (i > from && compared.beside()[i] != compared.beside()[i - 1] + 1) {
        from = i;
      }
      if (i + 1 - from > bestTo - bestFrom) {
        bestFrom = from;
        bestTo = i + 1;
      }
    }
    double weight = 0;
    for (int i = bestFrom; i < bestTo; i++) {
      weight += rarity.ofAsked(compared.asked().get(i).key());
    }
    if (bestTo - bestFrom < LEAST_WORDS || weight < LEAST_WEIGHT) {
      return Optional.empty();
    }
    int first = firstIn(compared.asked().get(bestFrom));
    int last = lastIn(compared.asked().get(bestTo - 1));
    List<SpokenWord> run = words.subList(first, last + 1);
    PassageFit of =
        PassageFit.of(
            askedText,
            run,
            fit.content().paragraph(),
            SpokenWords.of(fit.content().paragraph().text()),
            rarity);
    return of.run() < 1 ? Optional.empty() : Optional.of(new Piece(of, first, last + 1, weight));
  }

  /** The first of all words that is in one, which may be several. */
  private int firstIn(SpokenWord word) {
    int i = 0;
    while (words.get(i).span().end() <= word.span().start()) {
      i++;
    }
    return i;
  }

  private int lastIn(SpokenWord word) {
    int i = words.size() - 1;
    while (words.get(i).span().start() >= word.span().end()) {
      i--;
    }
    return i;
  }
}
