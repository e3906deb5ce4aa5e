package org.onrecord.quotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.TextSpan;
import org.onrecord.quotation.Unit.Range;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/**
 * What a headline says of the whole text below it: that it is somebody's speech ("Remarks by Mayor
 * Ruth Alder at …", "Full text of Ruth Alder's address", "Statement by …"), an interview with
 * somebody, or some other transcript.
 *
 * @param kind what the text is
 * @param ranges the words that name who speaks or is interviewed, one for each person
 */
public record SpeechTitle(Kind kind, List<Range> ranges) {
  /** What a text is by its headline. */
  public enum Kind {
    NONE,
    /** One or several speak, each at length. */
    SPEECH,
    /** What somebody has put out in writing. */
    STATEMENT,
    /** Somebody is asked. */
    INTERVIEW,
    /** Somebody's speech by a headline that news of a speech may have, too. */
    PERHAPS,
    /** People speak. */
    TRANSCRIPT
  }

  private static final SpeechTitle NONE = new SpeechTitle(Kind.NONE, List.of());

  private static final Set<String> SPEECHES =
      words("remarks speech address lecture sermon eulogy testimony keynote toast comments");
  private static final Set<String> STATEMENTS = words("statement");
  private static final Set<String> INTERVIEWS = words("interview conversation q&a");
  private static final Set<String> BRIEFINGS = words("briefing gaggle conference call");
  private static final Set<String> TRANSCRIPTS = words("transcript text");

  /** What may stand before the word for a speech in the headline of one. */
  private static final Set<String> OPENINGS =
      words(
          "full complete entire edited rush the a an of prepared pre taped pre-taped opening"
              + " closing read watch video audio text transcript transcripts joint press weekly"
              + " inaugural keynote farewell victory concession acceptance commencement budget in"
              + " and exclusive written brief background short special interview new year's state"
              + " annual maiden live q&a remarks statement");

  private static final Set<String> LINKS = words("by from of with");
  private static final Set<String> MANNER =
      words("as prepared for delivery delivered given made issued");

  /** What ends the name of who speaks. */
  private static final Set<String> STOPS =
      words(
          "at on to in before during after upon following announcing regarding about for with"
              + " from by ahead while when as via over under against behind commemorating"
              + " is was says said en aboard inside outside near");

  private static final Set<String> ALL_TEXT = words("full transcript text read complete entire");

  public SpeechTitle {
    ranges = List.copyOf(ranges);
  }

  /** What a headline says; {@link Kind#NONE} of what is no headline. */
  public static SpeechTitle of(Paragraph title) {
    return title.isHeadline() ? new Reader(title).read() : NONE;
  }

  /** Where in the headline they are named who speak. */
  public List<TextSpan> speakers(Paragraph title) {
    return ranges.stream().map(range -> title.span(range.first(), range.end())).toList();
  }

  /** The one who speaks or is interviewed. */
  @Nullable Range one() {
    return ranges.size() == 1 ? ranges.getFirst() : null;
  }

  boolean isTranscript() {
    return kind != Kind.NONE && kind != Kind.PERHAPS;
  }

  private static Set<String> words(String all) {
    return Set.of(all.split(" "));
  }

  /** Reads one headline. */
  private static final class Reader {
    private final List<Token> tokens;
    private final String[] lower;

    Reader(Paragraph title) {
      tokens = title.tokens();
      lower =
          tokens.stream()
              .map(token -> token.text().toLowerCase(Locale.ROOT).replace('’', '\''))
              .toArray(String[]::new);
    }

    SpeechTitle read() {
      SpeechTitle best = NONE;
      for (int i = 0; i < Math.min(lower.length, 12); i++) {
        Kind kind = kind(i);
        if (kind != Kind.NONE) {
          SpeechTitle found = linked(kind, i);
          found = found.kind == Kind.NONE ? owned(kind, i) : found;
          boolean first = best.kind == Kind.NONE;
          if (first || best.kind == Kind.TRANSCRIPT && found.kind != Kind.NONE) {
            best = found;
          }
        }
      }
      if (best.kind != Kind.NONE) {
        return best;
      }
      int word = List.of(lower).indexOf("transcript");
      boolean opens = word >= 0 && isOpening(0, word);
      return opens || word >= 0 && isColon(word + 1)
          ? new SpeechTitle(Kind.TRANSCRIPT, List.of())
          : NONE;
    }

    private boolean isColon(int i) {
      return i < lower.length
          && (lower[i].equals(":") || lower[i].equals("-") || lower[i].equals("|"));
    }

    private Kind kind(int i) {
      String word = lower[i];
      boolean qa =
          word.equals("a") && i > 1 && lower[i - 1].equals("&") && lower[i - 2].equals("q");
      if (SPEECHES.contains(word)) {
        return Kind.SPEECH;
      }
      if (STATEMENTS.contains(word)) {
        return Kind.STATEMENT;
      }
      if (INTERVIEWS.contains(word) || qa) {
        return Kind.INTERVIEW;
      }
      return BRIEFINGS.contains(word) || TRANSCRIPTS.contains(word) ? Kind.TRANSCRIPT : Kind.NONE;
    }

    /** Whether only words that lead to a speech stand there: "Full text of the opening". */
    private boolean isOpening(int first, int end) {
      for (int i = first; i < end; i++) {
        boolean word = OPENINGS.contains(lower[i]) || !tokens.get(i).isWord();
        if (!word && !(i == first && i + 1 < end && isColon(i + 1))) {
          return false;
        }
      }
      return true;
    }

    /** "Remarks by NAME", "Transcript: NPR interview with NAME", "Interview: NAME". */
    private SpeechTitle linked(Kind kind, int at) {
      int outlet = kind == Kind.INTERVIEW ? Math.min(3, at) : 0;
      boolean opens = isOpening(0, at);
      for (int i = 1; i <= outlet && !opens; i++) {
        opens = isOpening(0, at - i) && isCapitalised(at - i, at) && !hasPossessive(at - i, at);
      }
      int link = at + 1;
      while (link < lower.length && MANNER.contains(lower[link])) {
        link++;
      }
      boolean linked = link < lower.length && LINKS.contains(lower[link]);
      boolean colon = !linked && kind == Kind.INTERVIEW && isColon(at + 1);
      boolean with = linked && lower[link].equals("with");
      if (!opens || !(linked || colon) || with && kind == Kind.SPEECH) {
        return NONE;
      }
      List<Range> people = people(colon ? at + 2 : link + 1);
      return people.isEmpty() ? NONE : new SpeechTitle(kind, people);
    }

    /** "Ruth Alder's speech to the council: full text". */
    private SpeechTitle owned(Kind kind, int at) {
      int owner = at;
      while (owner > 0 && !lower[owner].equals("'s") && !lower[owner].equals("'")) {
        owner--;
      }
      int first = owner;
      while (first > 0 && isNameWord(first - 1) && !OPENINGS.contains(lower[first - 1])) {
        first--;
      }
      if (owner == 0 || first == owner || !isOpening(0, first) || at - owner > 5) {
        return NONE;
      }
      boolean whole = false;
      for (String word : lower) {
        whole |= ALL_TEXT.contains(word);
      }
      boolean interview = kind == Kind.INTERVIEW;
      Kind sure = whole || interview ? kind : Kind.PERHAPS;
      return new SpeechTitle(sure, List.of(new Range(first, owner)));
    }

    private boolean isNameWord(int i) {
      return tokens.get(i).isCapitalised() || lower[i].equals(".");
    }

    private boolean isCapitalised(int first, int end) {
      for (int i = first; i < end; i++) {
        if (!tokens.get(i).isCapitalised()) {
          return false;
        }
      }
      return true;
    }

    private boolean hasPossessive(int first, int end) {
      for (int i = first; i < end; i++) {
        if (lower[i].startsWith("'")) {
          return true;
        }
      }
      return false;
    }

    /** The people named from a word on, each with title and office; parted by and. */
    private List<Range> people(int start) {
      List<Range> found = new ArrayList<>();
      int first = start;
      int i = start;
      int pending = -1;
      while (i <= lower.length) {
        boolean stop = i == lower.length || endsName(i);
        boolean and = !stop && (lower[i].equals("and") || lower[i].equals("&"));
        if (!stop && !and) {
          i++;
          continue;
        }
        if (i > first && isPerson(first, i)) {
          boolean office = and && isOffice(first, i);
          if (office) {
            pending = pending < 0 ? first : pending;
          } else {
            found.add(new Range(pending < 0 ? first : pending, trimmed(first, i)));
            pending = -1;
          }
        } else if (i > first) {
          break;
        }
        if (stop) {
          break;
        }
        first = i + 1;
        i++;
      }
      return found;
    }

    /** Without a comma at the end. */
    private int trimmed(int first, int end) {
      int last = end;
      while (last > first + 1 && !tokens.get(last - 1).isWord()) {
        last--;
      }
      return last;
    }

    private boolean endsName(int i) {
      String word = lower[i];
      boolean gerund = word.endsWith("ing") && (word.length() > 7 || isBehindName(i));
      boolean office = word.equals("of") || word.equals("for") || word.equals("the");
      boolean comma =
          word.equals(",")
              && !(i + 1 < lower.length && Set.of("jr.", "jr", "sr.").contains(lower[i + 1]));
      boolean other = !tokens.get(i).isWord() && !Set.of(",", ".", "-", "&", "\\").contains(word);
      boolean small = !office && !tokens.get(i).isCapitalised() && tokens.get(i).isWord();
      return gerund
          || comma
          || other
          || word.equals("'s")
          || STOPS.contains(word) && !office
          || small
              && !word.equals("and")
              && !LabelWords.OFFICES.contains(word)
              && !word.equals("former");
    }

    /** Whether more follows a name here: Alder "Marking" the day, and not Ruth "Manning" on it. */
    private boolean isBehindName(int i) {
      boolean more =
          i + 1 < lower.length
              && tokens.get(i + 1).isWord()
              && !STOPS.contains(lower[i + 1])
              && !lower[i + 1].endsWith("ing");
      return more
          && i > 0
          && tokens.get(i - 1).isCapitalised()
          && !LabelWords.OFFICES.contains(lower[i - 1])
          && !LabelWords.TITLES.contains(lower[i - 1]);
    }

    private boolean isPerson(int first, int end) {
      String last = lower[trimmed(first, end) - 1];
      boolean office = LabelWords.OFFICES.contains(last) || LabelWords.TITLES.contains(last);
      boolean named = false;
      for (int i = first; i < end; i++) {
        named |= tokens.get(i).isCapitalised() && !LabelWords.JOINTS.contains(lower[i]);
      }
      return named && (end - first < 12) && (office || !LabelWords.HEADINGS.contains(last));
    }

    private boolean isOffice(int first, int end) {
      return LabelWords.OFFICES.contains(lower[trimmed(first, end) - 1])
          || lower[trimmed(first, end) - 1].equals("advisor")
          || lower[trimmed(first, end) - 1].equals("adviser");
    }
  }
}
