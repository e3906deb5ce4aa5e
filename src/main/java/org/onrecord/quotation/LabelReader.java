package org.onrecord.quotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.quotation.SpeakerLabel.Form;
import org.onrecord.quotation.Unit.Range;
import org.onrecord.segment.Token;

/**
 * Reads what may be a speaker's label at the beginning of a line.
 *
 * <pre>
 * label   ::= bold? ( letter | speaker ) bold? ( ':' | dash | '.' | end of line ) bold?
 * letter  ::= 'Q' | 'A' | 'Question' | 'Answer'
 * speaker ::= name ( '(' words ')' | '[' words ']' )? ( ',' job )?
 * </pre>
 */
final class LabelReader {
  /** The most tokens of a label, and of one with a job. */
  private static final int LONGEST = 16;

  private static final int LONGEST_WITH_JOB = 30;

  /** The most words of a name with its titles. */
  private static final int MOST_WORDS = 9;

  private static final int MOST_OF_NAME = 5;

  private static final Set<String> PARTICLES =
      Set.of(
          "of", "for", "the", "and", "de", "da", "del", "van", "von", "der", "den", "bin", "ibn",
          "al", "el", "la", "le", "di", "du", "dos", "abu", "y", "pro", "tempore");
  private static final Set<String> DASHES = Set.of("—", "–", "--");
  private static final Set<String> INSIDE = Set.of("-", "'", "’", "&", "/", ".");

  private final ParagraphView view;
  private final List<Token> tokens;
  private final int end;

  private final List<Integer> name = new ArrayList<>();
  private @Nullable Range bracket;
  private int comma = -1;
  private boolean closed;

  private LabelReader(ParagraphView view, int end) {
    this.view = view;
    this.tokens = view.paragraph.tokens();
    this.end = end;
  }

  /** The label that opens the line from {@code first} to {@code end}, if one does. */
  static @Nullable SpeakerLabel read(ParagraphView view, int first, int end) {
    LabelReader reader = new LabelReader(view, end);
    int at = reader.pastBold(first);
    if (at >= end) {
      return null;
    }
    SpeakerLabel letter = reader.letter(at);
    return letter != null ? letter : reader.speaker(at, at > first);
  }

  private int pastBold(int at) {
    int i = at;
    while (i < end && (text(i).equals("*") || text(i).equals("_") || text(i).equals("#"))) {
      i++;
    }
    return i;
  }

  private String text(int i) {
    return tokens.get(i).text();
  }

  private boolean isBlankBetween(int i) {
    return i + 1 >= end || tokens.get(i + 1).start() > tokens.get(i).end();
  }

  private @Nullable SpeakerLabel letter(int at) {
    String lower = view.lower[at];
    boolean known = LabelWords.ASKING.contains(lower) || LabelWords.ANSWERING.contains(lower);
    if (!known || !Character.isUpperCase(text(at).charAt(0))) {
      return null;
    }
    String key = lower.substring(0, 1);
    int next = pastBold(at + 1);
    boolean interpreted = next < end && (text(next).equals("(") || text(next).equals("["));
    if (interpreted && close(next) > 0 && close(next) + 1 < end) {
      return SpeakerLabel.letter(new Range(at, at + 1), close(next) + 1, key);
    }
    if (next < end && text(next).equals(":")) {
      return SpeakerLabel.letter(new Range(at, at + 1), pastBold(next + 1), key);
    }
    boolean word = lower.length() > 2 || next >= end;
    boolean wide = !word && tokens.get(next).start() - tokens.get(at).end() > 1;
    boolean opens = !word && tokens.get(next).isCapitalised();
    boolean stands = lower.endsWith(".") || next > at + 1 || key.equals("q") || wide;
    return !word && opens && stands ? SpeakerLabel.letter(new Range(at, at + 1), next, key) : null;
  }

  private @Nullable SpeakerLabel speaker(int first, boolean bold) {
    int limit = Math.min(end, first + LONGEST);
    int at = first;
    while (at < limit) {
      String text = text(at);
      if (text.equals(":")) {
        boolean ends = isBlankBetween(at) || bold && pastBold(at + 1) > at + 1;
        return ends ? label(first, at, at + 1, Form.PLAIN) : null;
      }
      if (DASHES.contains(text) && comma < 0) {
        return isNamed(first) ? label(first, at, at + 1, Form.DASH) : null;
      }
      if (text.equals(".") && isRecord(first, at)) {
        return label(first, at, at + 1, Form.RECORD);
      }
      if ((text.equals("*") || text.equals("_")) && bold) {
        int past = pastBold(at);
        if (past >= end || !text(past).equals(":")) {
          return !name.isEmpty() ? label(first, at, past, Form.ALONE) : null;
        }
        at = past;
        continue;
      }
      if (text.equals("(") || text.equals("[")) {
        int close = close(at);
        if (close < 0 || closed) {
          return null;
        }
        bracket = new Range(at + 1, close);
        closed = true;
        at = close + 1;
        continue;
      }
      if (text.equals(",") && at > first && !name.isEmpty()) {
        comma = comma < 0 ? at : comma;
        limit = Math.min(end, first + LONGEST_WITH_JOB);
      } else if (!takes(at)) {
        return null;
      }
      at++;
    }
    boolean line = at == end && comma < 0 && !closed && name.size() <= MOST_OF_NAME;
    return line && at > first && !name.isEmpty() ? label(first, at, at, Form.ALONE) : null;
  }

  private int close(int open) {
    String mark = text(open).equals("(") ? ")" : "]";
    for (int i = open + 1; i < Math.min(end, open + 14); i++) {
      if (text(i).equals(mark)) {
        return i > open + 1 ? i : -1;
      }
    }
    return -1;
  }

  /** Takes a word into the name or the job; whether it can be there. */
  private boolean takes(int at) {
    Token token = tokens.get(at);
    String lower = view.lower[at];
    if (!token.isWord()) {
      return INSIDE.contains(token.text());
    }
    if (lower.equals("'s") || isTime(at)) {
      return false;
    }
    if (comma >= 0) {
      return token.isCapitalised() || !view.isVerb(at) && !view.isCue(at);
    }
    if (Character.isDigit(token.text().charAt(0))) {
      return name.stream().anyMatch(this::isNameless) && lower.length() < 3;
    }
    if (!token.isCapitalised() && !PARTICLES.contains(lower)) {
      return startsUpperLater(token.text());
    }
    name.add(at);
    return name.size() <= MOST_WORDS;
  }

  /** Whether a word is a day or month and nobody's name, as April and May are. */
  private boolean isTime(int at) {
    boolean month = !view.lower[at].endsWith("day");
    boolean named = !name.isEmpty() || at + 1 < end && tokens.get(at + 1).isCapitalised();
    return CalendarWords.contains(view.lower[at]) && !(month && named);
  }

  /** McENANY is capitalised; al-Sisi is, too. */
  private static boolean startsUpperLater(String text) {
    int hyphen = text.indexOf('-');
    return hyphen > 0
        && hyphen + 1 < text.length()
        && Character.isUpperCase(text.charAt(hyphen + 1));
  }

  private boolean isNameless(int at) {
    return LabelWords.NAMELESS.contains(view.lower[at])
        || LabelWords.OFFICES.contains(view.lower[at]);
  }

  private boolean isNamed(int first) {
    return name.size() > 1 || isCapitals(first, first + 1) && text(first).length() > 2;
  }

  /** "Mr. HALE": a title in small letters and a surname in capitals. */
  private boolean isRecord(int first, int at) {
    String title = view.lower[first];
    int surname = at - first > 1 ? first + 1 : -1;
    boolean presiding = surname > 0 && title.equals("the") && name.size() > 1;
    return surname > 0
        && (presiding || LabelWords.TITLES.contains(title))
        && !isCapitals(first, first + 1)
        && isCapitals(surname, surname + 1)
        && text(surname).length() > 2
        && at + 1 < end
        && tokens.get(at + 1).isCapitalised();
  }

  private boolean isCapitals(int first, int last) {
    int capitals = 0;
    int letters = 0;
    for (int i = first; i < last; i++) {
      String text = text(i);
      for (int c = 0; c < text.length(); c++) {
        letters += Character.isLetter(text.charAt(c)) ? 1 : 0;
        capitals += Character.isUpperCase(text.charAt(c)) ? 1 : 0;
      }
    }
    return letters > 0 && (capitals == letters || letters > 3 && letters - capitals == 1);
  }

  private @Nullable SpeakerLabel label(int first, int last, int content, Form ending) {
    int stop = last;
    while (stop > first && text(stop - 1).equals("*")) {
      stop--;
    }
    if (name.isEmpty() || stop == first) {
      return null;
    }
    List<String> words = new ArrayList<>();
    for (int i : name) {
      if (!isTitle(i) && !LabelWords.JOINTS.contains(view.lower[i])) {
        words.add(view.lower[i]);
      }
    }
    int from = name.getFirst();
    int nameEnd = comma >= 0 ? comma : bracket != null ? bracket.first() - 1 : stop;
    boolean capitals = isCapitals(from, nameEnd);
    boolean titled =
        name.stream().anyMatch(i -> isTitle(i) && (capitals || i <= from + 1 || bracket != null));
    if (isNameless(name.getLast())) {
      words = new ArrayList<>();
    }
    boolean bracketed = bracket != null && isPerson(bracket, titled);
    if (bracket != null && bracketed) {
      words = lower(bracket);
    }
    Form form = ending;
    if (ending == Form.PLAIN) {
      form =
          comma >= 0
              ? Form.JOB
              : bracket != null ? Form.BRACKET : capitals ? Form.CAPITALS : Form.PLAIN;
    }
    String office = bracketed ? String.join(" ", lower(new Range(from, nameEnd))) : "";
    String key = words.isEmpty() ? String.join(" ", lower(new Range(from, nameEnd))) : last(words);
    return new SpeakerLabel(
        new Range(first, stop),
        pastBold(content),
        form,
        titled,
        capitals,
        view.lower[from].equals("the"),
        office,
        key,
        List.copyOf(words));
  }

  private boolean isTitle(int i) {
    String lower = view.lower[i];
    return LabelWords.TITLES.contains(lower)
        || LabelWords.OFFICES.contains(lower)
        || LabelWords.NAMELESS.contains(lower);
  }

  /** Whether a bracket holds the name of who has the office before it. */
  private boolean isPerson(Range range, boolean titled) {
    int words = 0;
    for (int i = range.first(); i < range.end(); i++) {
      if (!tokens.get(i).isCapitalised() || LabelWords.OFFICES.contains(view.lower[i])) {
        return false;
      }
      words++;
    }
    return titled && words > 1;
  }

  private List<String> lower(Range range) {
    List<String> words = new ArrayList<>();
    for (int i = range.first(); i < range.end(); i++) {
      if (tokens.get(i).isWord() && !LabelWords.TITLES.contains(view.lower[i])) {
        words.add(view.lower[i].toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  private static String last(List<String> words) {
    String last = words.getLast().replace(".", "");
    boolean suffix = Set.of("jr", "sr", "ii", "iii").contains(last) && words.size() > 1;
    return suffix ? words.get(words.size() - 2) : words.getLast();
  }
}
