package org.onrecord.verify;

import java.util.Arrays;
import java.util.List;

/**
 * Lays all of the words asked for beside a stretch of the words found, so that as many as can be
 * are the same and in order, with gaps on either side: Gotoh's alignment with affine gaps (J. Mol.
 * Biol. 162, 1982), free at both ends of what was found. Time and space are the product of the two
 * lengths.
 */
final class WordAlignment {
  /** Where a word asked for has nothing beside it. */
  static final int NONE = -1;

  private static final float SAME = 1;
  private static final float ALIKE = 0.7f;
  private static final float OTHER = -0.7f;
  private static final float ADDED = -1;
  private static final float ADDED_MORE = -0.5f;
  private static final float SKIPPED = -1.2f;
  private static final float SKIPPED_MORE = -0.08f;
  private static final float AT_ELLIPSIS = -0.3f;
  private static final float AT_ELLIPSIS_MORE = -0.01f;
  private static final float NEVER = -1e9f;

  private static final int PAIR = 0;
  private static final int ADD = 1;
  private static final int SKIP = 2;

  private final List<SpokenWord> asked;
  private final List<SpokenWord> found;
  private final int width;
  private final float[][] best = new float[3][];
  private final float[][] before = new float[3][];

  /** By state and place, the state before. */
  private final byte[][] from = new byte[3][];

  private WordAlignment(List<SpokenWord> asked, List<SpokenWord> found) {
    this.asked = asked;
    this.found = found;
    this.width = found.size() + 1;
    for (int state = 0; state < 3; state++) {
      best[state] = new float[width];
      before[state] = new float[width];
      from[state] = new byte[(asked.size() + 1) * width];
    }
  }

  /** For each word asked for, the index of the word found beside it, or {@link #NONE}. */
  static int[] of(List<SpokenWord> asked, List<SpokenWord> found) {
    return new WordAlignment(asked, found).run();
  }

  private int[] run() {
    Arrays.fill(before[PAIR], 0);
    Arrays.fill(before[ADD], NEVER);
    Arrays.fill(before[SKIP], NEVER);
    for (int i = 1; i <= asked.size(); i++) {
      row(i);
      for (int state = 0; state < 3; state++) {
        System.arraycopy(best[state], 0, before[state], 0, width);
      }
    }
    return traced();
  }

  private void row(int i) {
    boolean gap = i < asked.size() && asked.get(i).afterEllipsis();
    best[PAIR][0] = NEVER;
    best[SKIP][0] = NEVER;
    add(i, 0);
    for (int j = 1; j < width; j++) {
      pair(i, j);
      skip(i, j, gap ? AT_ELLIPSIS : SKIPPED, gap ? AT_ELLIPSIS_MORE : SKIPPED_MORE);
      add(i, j);
    }
  }

  private void pair(int i, int j) {
    int state = bestState(before, j - 1);
    best[PAIR][j] = before[state][j - 1] + score(asked.get(i - 1), found.get(j - 1));
    from[PAIR][i * width + j] = (byte) state;
  }

  private void skip(int i, int j, float first, float more) {
    int opened = best[ADD][j - 1] > best[PAIR][j - 1] ? ADD : PAIR;
    boolean goesOn = best[SKIP][j - 1] + more > best[opened][j - 1] + first;
    int state = goesOn ? SKIP : opened;
    best[SKIP][j] = best[state][j - 1] + (goesOn ? more : first);
    from[SKIP][i * width + j] = (byte) state;
  }

  private void add(int i, int j) {
    boolean free = asked.get(i - 1).bracketed() || i == 1 && isThat(asked.getFirst());
    float first = free ? 0 : ADDED;
    float more = free ? 0 : ADDED_MORE;
    int opened = before[SKIP][j] > before[PAIR][j] ? SKIP : PAIR;
    boolean goesOn = before[ADD][j] + more > before[opened][j] + first;
    int state = goesOn ? ADD : opened;
    best[ADD][j] = before[state][j] + (goesOn ? more : first);
    from[ADD][i * width + j] = (byte) state;
  }

  /** Whether a word may only lead in what is said: that we will win. */
  static boolean isThat(SpokenWord word) {
    return word.key().equals("that");
  }

  private static int bestState(float[][] row, int j) {
    int state = row[ADD][j] > row[PAIR][j] ? ADD : PAIR;
    return row[SKIP][j] > row[state][j] ? SKIP : state;
  }

  private static float score(SpokenWord one, SpokenWord other) {
    if (one.bracketed() || other.bracketed()) {
      return one.key().equals(other.key()) ? SAME : 0;
    }
    return switch (WordLikeness.of(one, other)) {
      case SAME, FORM -> SAME;
      case ALIKE -> ALIKE;
      case OTHER -> OTHER;
    };
  }

  private int[] traced() {
    int end = 0;
    int state = PAIR;
    float most = NEVER;
    for (int j = 0; j < width; j++) {
      int last = before[ADD][j] > before[PAIR][j] ? ADD : PAIR;
      if (before[last][j] > most) {
        most = before[last][j];
        end = j;
        state = last;
      }
    }
    int[] beside = new int[asked.size()];
    int i = asked.size();
    int j = end;
    while (i > 0) {
      int previous = from[state][i * width + j];
      if (state == PAIR) {
        beside[i - 1] = j - 1;
        i--;
        j--;
      } else if (state == ADD) {
        beside[i - 1] = NONE;
        i--;
      } else {
        j--;
      }
      state = previous;
    }
    return beside;
  }
}
