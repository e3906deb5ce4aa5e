package org.onrecord.quotation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.quotation.CueLexicon.CueClass;
import org.onrecord.quotation.QuoteMarks.Marked;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.PosTagger;
import org.onrecord.segment.Sentence;
import org.onrecord.segment.Token;

/** A paragraph with what the features look at, token by token: made once, then only read. */
public final class ParagraphView {
  private static final Set<String> FIRST_PERSON =
      Set.of("i", "we", "my", "our", "me", "us", "mine", "ours", "myself", "ourselves");
  private static final Set<String> SECOND_PERSON = Set.of("you", "your", "yours", "yourself");
  private static final Set<String> PRESENT =
      Set.of(
          "is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m", "do", "does", "will", "'ll",
          "’ll", "can", "must", "has", "have", "'ve", "’ve");
  private static final Set<String> PAST =
      Set.of("was", "were", "had", "did", "would", "could", "might", "should");

  public final Paragraph paragraph;
  public final int size;
  final String[] lower;

  /** The word as features see it: names, numbers masked. */
  final String[] word;

  final String[] pos;

  /** The word's path in the tree of clusters. */
  final int[] cluster;

  final CueClass[] cueClass;

  /** How often the word is a cue, 0 (never) to 4 (nearly always); learnt. */
  final byte[] cueRate;

  public final QuoteMarks marks;
  final int[] sentence;
  final int[] leftCue;
  final int[] rightCue;
  final SentenceTraits[] traits;
  final PostposedReports reports;

  /** What a sentence is like. */
  record SentenceTraits(
      boolean cue,
      boolean marks,
      boolean finalCue,
      boolean firstPerson,
      boolean secondPerson,
      boolean contraction,
      boolean question,
      int tense) {
    int bits() {
      return (cue ? 1 : 0) | (marks ? 2 : 0) | (finalCue ? 4 : 0);
    }

    int voice() {
      return (firstPerson ? 1 : 0)
          | (secondPerson ? 2 : 0)
          | (contraction ? 4 : 0)
          | (question ? 8 : 0)
          | tense << 4;
    }
  }

  ParagraphView(Paragraph paragraph, PosTagger tagger, CueRates rates) {
    this.paragraph = paragraph;
    List<Token> tokens = paragraph.tokens();
    size = tokens.size();
    lower = new String[size];
    word = new String[size];
    pos = new String[size];
    cluster = new int[size];
    cueClass = new CueClass[size];
    cueRate = new byte[size];
    sentence = new int[size];
    leftCue = new int[size];
    rightCue = new int[size];
    traits = new SentenceTraits[paragraph.sentences().size()];
    marks = QuoteMarks.of(paragraph);
    for (int s = 0; s < traits.length; s++) {
      readSentence(s, tagger, rates);
    }
    writeMarksAlike();
    reports = new PostposedReports(this);
  }

  /** Straight, doubled and other marks read as the curly ones that they stand for. */
  private void writeMarksAlike() {
    for (Marked span : marks.spans()) {
      writeMark(span.open(), span.doubled() ? "“" : "‘");
      if (span.close() < size) {
        writeMark(span.close(), span.doubled() ? "”" : "’");
      }
    }
  }

  private void writeMark(int i, String mark) {
    lower[i] = mark;
    word[i] = mark;
  }

  private void readSentence(int s, PosTagger tagger, CueRates rates) {
    Sentence range = paragraph.sentences().get(s);
    List<Token> tokens = paragraph.tokens().subList(range.first(), range.end());
    String[] tags = tagger.tag(tokens);
    for (int i = range.first(); i < range.end(); i++) {
      Token token = tokens.get(i - range.first());
      sentence[i] = s;
      pos[i] = tags[i - range.first()];
      lower[i] = token.plain();
      word[i] = masked(token, lower[i], pos[i], i == range.first());
      cueClass[i] =
          token.isCapitalised() && pos[i].equals("PROPN") && i > range.first()
              ? CueClass.NONE
              : CueLexicon.ENGLISH.classOf(lower[i]);
      cueRate[i] = rates.bucket(lower[i]);
      cluster[i] = token.word().cluster();
    }
    findCues(range);
    traits[s] = traitsOf(range);
  }

  /**
   * Whether the token can report speech here: a speech verb (as tagged), or a word that mostly is a
   * cue.
   */
  boolean isCue(int i) {
    return cueClass[i] == CueClass.ACCORDING
        || isVerb(i) && (cueRate[i] >= 2 || cueClass[i].isSpeech())
        || cueRate[i] >= 4 && !pos[i].equals("PUNCT");
  }

  boolean isVerb(int i) {
    return pos[i].equals("VERB") || pos[i].equals("AUX");
  }

  private void findCues(Sentence range) {
    int cue = -1;
    for (int i = range.first(); i < range.end(); i++) {
      leftCue[i] = cue;
      if (isCue(i)) {
        cue = i;
      }
    }
    cue = -1;
    for (int i = range.end() - 1; i >= range.first(); i--) {
      rightCue[i] = cue;
      if (isCue(i)) {
        cue = i;
      }
    }
  }

  private static String masked(Token token, String lower, String pos, boolean first) {
    int c = token.text().codePointAt(0);
    if (Character.isDigit(c)) {
      return "<D>";
    }
    boolean name = pos.equals("PROPN") || !first && token.isCapitalised() && !lower.equals("i");
    return name && Character.isLetter(c) && Character.isUpperCase(c) ? "<N>" : lower;
  }

  /** Whether a token is the second half of a word like "don't" or "we'll". */
  static boolean isContraction(String lower) {
    return lower.length() > 1
        && (lower.charAt(0) == '\'' && !lower.equals("'s") || lower.equals("n't"));
  }

  /** 1 for a verb in the present tense, 2 in the past, by its form; 0 for others. */
  static int tense(String lower, String pos) {
    boolean past = PAST.contains(lower) || pos.equals("VERB") && lower.endsWith("ed");
    return PRESENT.contains(lower) ? 1 : past ? 2 : 0;
  }

  private SentenceTraits traitsOf(Sentence range) {
    boolean cue = false;
    boolean inMarks = false;
    boolean finalCue = false;
    boolean first = false;
    boolean second = false;
    boolean contraction = false;
    int present = 0;
    int past = 0;
    for (int i = range.first(); i < range.end(); i++) {
      boolean isCue = isCue(i);
      cue |= isCue;
      finalCue |= isCue && range.end() - i <= 5;
      inMarks |= marks.spanOf(i) >= 0;
      first |= FIRST_PERSON.contains(lower[i]) && !isCountry(i);
      second |= SECOND_PERSON.contains(lower[i]);
      contraction |= isContraction(lower[i]);
      present += PRESENT.contains(lower[i]) ? 1 : 0;
      past += tense(lower[i], pos[i]) == 2 ? 1 : 0;
    }
    String last = lower[range.end() - 1];
    boolean question =
        last.equals("?") || range.end() - 2 >= range.first() && lower[range.end() - 2].equals("?");
    int tense = present > past ? 1 : past > present ? 2 : present > 0 ? 3 : 0;
    return new SentenceTraits(cue, inMarks, finalCue, first, second, contraction, question, tense);
  }

  /**
   * The traits of the sentence {@code distance} away from the one that holds token i, if there is
   * one.
   */
  @Nullable SentenceTraits neighbour(int i, int distance) {
    int s = sentence[i] + distance;
    return s >= 0 && s < traits.length ? traits[s] : null;
  }

  /** US is not us. */
  private boolean isCountry(int i) {
    return paragraph.tokens().get(i).text().equals("US");
  }

  Sentence sentenceAt(int i) {
    return paragraph.sentences().get(sentence[i]);
  }

  /** How often each word is a cue, in buckets; learnt from annotated quotations. */
  public record CueRates(Map<String, Byte> buckets) {
    static final CueRates NONE = new CueRates(Map.of());

    public CueRates {
      buckets = Map.copyOf(buckets);
    }

    byte bucket(String lower) {
      return buckets.getOrDefault(lower, (byte) 0);
    }
  }
}
