package org.onrecord.trend;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.onrecord.query.FunctionWords;
import org.onrecord.search.SampledWords;
import org.onrecord.search.SearchQuestion;
import org.onrecord.search.WordTallies;
import org.onrecord.trend.Trends.TypicalWord;

/**
 * The words typical of each of several series, beside what only the others hold; of a series alone,
 * beside everything else that it is a share of. Which words there are is read off some quotations,
 * how often they stand is counted in all.
 *
 * @param wanted how many words of each
 */
record TypicalWords(int wanted) {
  /** How many quotations are read in all. */
  private static final int READ = 600;

  /** How often a word must stand in a series to be typical of it. */
  private static final int LEAST = 3;

  /** How many candidates are counted for each word that is wanted. */
  private static final int CANDIDATES = 3;

  /**
   * Of one series.
   *
   * @param sampled of how many quotations words were read off
   */
  record Of(List<TypicalWord> words, long sampled) {}

  /**
   * The words of each.
   *
   * @param series what each counts
   * @param own the words by which each was asked for, which go without saying
   * @param whole compared with a series that stands alone
   */
  List<Of> of(List<SearchQuestion> series, List<String> own, SearchQuestion whole)
      throws IOException {
    if (wanted == 0) {
      return series.stream().map(_ -> new Of(List.of(), 0)).toList();
    }
    List<SearchQuestion> compared = new ArrayList<>(series);
    if (series.size() == 1) {
      compared.add(whole);
    }
    List<SampledWords> samples = new ArrayList<>();
    for (SearchQuestion one : compared) {
      samples.add(one.sampleWords(READ / compared.size()));
    }
    WordTallies tallies = SearchQuestion.tallyWords(compared, candidates(samples, series.size()));
    List<Of> typical = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      typical.add(
          new Of(
              typical(tallies, tallies.searches().get(i), wordsOf(own.get(i))),
              samples.get(i).hits()));
    }
    return typical;
  }

  /** What may be typical of each, by what was read: more than is wanted of each. */
  private Set<String> candidates(List<SampledWords> samples, int series) {
    Set<String> candidates = new LinkedHashSet<>();
    long words = samples.stream().mapToLong(SampledWords::words).sum();
    LogOdds odds = LogOdds.in(words);
    for (SampledWords one : samples.subList(0, series)) {
      record Candidate(String word, double z) {}
      List<Candidate> all = new ArrayList<>();
      for (Map.Entry<String, Long> each : one.occurrences().entrySet()) {
        String word = each.getKey();
        if (says(word)) {
          long everywhere =
              samples.stream().mapToLong(s -> s.occurrences().getOrDefault(word, 0L)).sum();
          double z =
              odds.z(
                  each.getValue(),
                  one.words(),
                  everywhere - each.getValue(),
                  words - one.words(),
                  (double) everywhere / words);
          all.add(new Candidate(word, z));
        }
      }
      all.stream()
          .sorted(
              Comparator.comparingDouble(Candidate::z).reversed().thenComparing(Candidate::word))
          .limit((long) CANDIDATES * wanted)
          .forEach(candidate -> candidates.add(candidate.word()));
    }
    return candidates;
  }

  /**
   * Whether a word says anything: it has letters, at least three, and holds no sentence together.
   */
  private static boolean says(String word) {
    return word.length() > 2
        && word.codePoints().anyMatch(Character::isLetter)
        && !FunctionWords.isOne(word);
  }

  private List<TypicalWord> typical(WordTallies all, WordTallies.Tally tally, Set<String> own) {
    LogOdds odds = LogOdds.in(all.words());
    List<TypicalWord> typical = new ArrayList<>();
    if (tally.otherWords() == 0) {
      return typical;
    }
    for (Map.Entry<String, Long> each : tally.occurrences().entrySet()) {
      String word = each.getKey();
      long count = each.getValue();
      long others = tally.otherOccurrences().getOrDefault(word, 0L);
      double prior = all.everywhere().getOrDefault(word, 0.0);
      if (count >= LEAST && prior > 0 && !own.contains(word)) {
        double z =
            odds.z(
                count,
                Math.max(count, tally.words()),
                others,
                Math.max(others, tally.otherWords()),
                prior);
        if (z > LogOdds.CERTAIN) {
          typical.add(new TypicalWord(word, z, count, others));
        }
      }
    }
    typical.sort(
        Comparator.comparingDouble(TypicalWord::z).reversed().thenComparing(TypicalWord::word));
    return typical.subList(0, Math.min(wanted, typical.size()));
  }

  private static Set<String> wordsOf(String text) {
    return new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
  }
}
