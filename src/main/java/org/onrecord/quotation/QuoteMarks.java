package org.onrecord.quotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/**
 * The stretches of a paragraph that stand between quotation marks: curly, straight (told apart by
 * the blanks beside them), doubled apostrophes, guillemets, and single marks where they close
 * within the paragraph. A mark that is never closed runs to the paragraph's end, as newspapers do
 * where the next paragraph goes on. Linear in the tokens.
 */
public final class QuoteMarks {
  private static final Set<String> ELISIONS =
      Set.of("em", "til", "tis", "twas", "cause", "n", "bout", "round", "cuz");

  /** So many tokens after one that could close, another is looked for. */
  private static final int FAR = 300;

  /**
   * A stretch between marks, as tokens of its paragraph.
   *
   * @param open the index of the opening mark
   * @param close the index of the closing mark; the number of tokens where it is unclosed
   * @param doubled whether the marks are double ones
   */
  public record Marked(int open, int close, boolean doubled) {
    public int words() {
      return close - open - 1;
    }
  }

  private final List<Token> tokens;
  private final List<Marked> spans = new ArrayList<>();
  private final int[] spanOf;

  /** The last straight double mark; -1 for none. */
  private int lastStraight = -1;

  private QuoteMarks(Paragraph paragraph) {
    this.tokens = paragraph.tokens();
    this.spanOf = new int[tokens.size()];
    Arrays.fill(spanOf, -1);
  }

  public static QuoteMarks of(Paragraph paragraph) {
    QuoteMarks marks = new QuoteMarks(paragraph);
    marks.findDouble();
    marks.index();
    marks.findSingle();
    marks.dropNested();
    marks.spans.sort((a, b) -> Integer.compare(a.open(), b.open()));
    marks.index();
    return marks;
  }

  private void index() {
    for (int i = 0; i < spans.size(); i++) {
      Marked span = spans.get(i);
      Arrays.fill(spanOf, span.open(), Math.min(span.close() + 1, tokens.size()), i);
    }
  }

  /** In order, not overlapping. */
  public List<Marked> spans() {
    return spans;
  }

  /**
   * The index in {@link #spans()} of the stretch that holds this token or whose mark it is; -1
   * outside.
   */
  int spanOf(int token) {
    return spanOf[token];
  }

  /** The index of the first stretch whose closing mark is this token or stands after it. */
  int firstTo(int token) {
    int low = 0;
    int high = spans.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle).close() < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void findDouble() {
    for (int i = 0; i < tokens.size(); i++) {
      lastStraight = tokens.get(i).text().equals("\"") ? i : lastStraight;
    }
    int open = -1;
    for (int i = 0; i < tokens.size(); i++) {
      String text = tokens.get(i).text();
      if (open < 0 && opensDouble(text, i)) {
        open = i;
      } else if (open >= 0 && (closesDouble(open, text, i) || closesGerman(open, text))) {
        add(open, i, true);
        open = -1;
      }
    }
    if (open >= 0 && open + 1 < tokens.size()) {
      add(open, tokens.size(), true);
    }
  }

  private void add(int open, int close, boolean doubled) {
    if (close > open + 1) {
      spans.add(new Marked(open, close, doubled));
    }
  }

  private boolean opensDouble(String text, int i) {
    return switch (text) {
      case "“", "„", "«", "``", "‟" -> true;
      case "\"", "''" ->
          blankAfter(i)
              ? blankBefore(i) && lastStraight > i
              : blankBefore(i) || isBracketOrDash(i - 1);
      default -> false;
    };
  }

  private boolean closesDouble(int open, String text, int i) {
    return switch (text) {
      case "”", "»" -> true;
      case "\"", "''" -> !(blankBefore(i) && !blankAfter(i)) && !isInches(open, i);
      case "“" -> blankAfter(i) && !blankBefore(i);
      default -> false;
    };
  }

  /** Within curly marks that close later, a straight one after a number stands for inches. */
  private boolean isInches(int open, int i) {
    if (!tokens.get(open).text().equals("“")
        || !Character.isDigit(tokens.get(i - 1).text().charAt(0))) {
      return false;
    }
    int end = Math.min(tokens.size(), i + FAR);
    for (int k = i + 1; k < end && !tokens.get(k).text().equals("“"); k++) {
      if (tokens.get(k).text().equals("”")) {
        return true;
      }
    }
    return false;
  }

  /** „So“, whatever follows. */
  private boolean closesGerman(int open, String text) {
    return text.equals("“") && tokens.get(open).text().equals("„");
  }

  private void findSingle() {
    for (int i = 0; i < tokens.size(); i++) {
      if (spanOf[i] < 0 && opensSingle(i)) {
        int close = singleCloser(i);
        if (close > 0) {
          add(i, close, false);
          i = close;
        }
      }
    }
  }

  /** What stands between double marks within single ones is part of what the single ones hold. */
  private void dropNested() {
    List<Marked> outer = spans.stream().filter(span -> !span.doubled()).toList();
    if (!outer.isEmpty()) {
      spans.sort((a, b) -> Integer.compare(a.open(), b.open()));
      List<Marked> kept = new ArrayList<>();
      for (Marked span : spans) {
        if (kept.isEmpty() || kept.getLast().close() < span.open()) {
          kept.add(span);
        }
      }
      spans.clear();
      spans.addAll(kept);
    }
  }

  private boolean opensSingle(int i) {
    String text = tokens.get(i).text();
    if (!text.equals("‘") && !text.equals("'") && !text.equals("`")) {
      return false;
    }
    if (i + 1 >= tokens.size() || blankAfter(i) || !(blankBefore(i) || isBracketOrDash(i - 1))) {
      return false;
    }
    Token next = tokens.get(i + 1);
    return next.isWord()
        && !Character.isDigit(next.text().charAt(0))
        && !ELISIONS.contains(next.lower());
  }

  /** Whether speech can begin here: at the start, or after a stop, a comma or a colon. */
  private boolean beginsSpeech(int open) {
    return open == 0 || ".,:?!’".contains(tokens.get(open - 1).text());
  }

  /**
   * The mark that closes the single one at {@code open}, before the next opener and, but for speech
   * that quotes, before any double mark; -1 for none.
   */
  private int singleCloser(int open) {
    int plural = -1;
    boolean crosses = beginsSpeech(open);
    boolean crossed = false;
    for (int i = open + 1; i < tokens.size(); i++) {
      String text = tokens.get(i).text();
      if (spanOf[i] >= 0 && crosses && spans.get(spanOf[i]).close() < tokens.size()) {
        i = spans.get(spanOf[i]).close();
        crossed = true;
      } else if (spanOf[i] >= 0 || opensSingle(i) || text.equals("“") || text.equals("\"")) {
        return plural;
      } else if (i > open + 1 && (text.equals("’") || text.equals("'")) && !blankBefore(i)) {
        boolean possessive = tokens.get(i - 1).lower().endsWith("s") && blankAfter(i);
        if (!possessive) {
          return i;
        }
        plural = plural < 0 ? i : plural;
      }
    }
    return plural < 0 && !crossed && introduces(open) ? tokens.size() : plural;
  }

  /**
   * Whether speech begins at a single mark that is never closed: after a colon or at the start,
   * with a capital.
   */
  private boolean introduces(int open) {
    boolean announced = open == 0 || tokens.get(open - 1).text().equals(":");
    return announced && tokens.get(open + 1).isCapitalised();
  }

  private boolean blankBefore(int i) {
    return i == 0 || tokens.get(i - 1).end() < tokens.get(i).start();
  }

  private boolean blankAfter(int i) {
    return i + 1 >= tokens.size() || tokens.get(i + 1).start() > tokens.get(i).end();
  }

  private boolean isBracketOrDash(int i) {
    return i >= 0 && "([{—–-‘'/…:".contains(tokens.get(i).text());
  }
}
