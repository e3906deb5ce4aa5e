package org.onrecord.quotation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.quotation.QuoteMarks.Marked;
import org.onrecord.quotation.SpeakerLabel.Form;
import org.onrecord.quotation.Unit.Range;

/**
 * Who speaks in which paragraph of a transcript, an interview or a speech: lines that open with a
 * speaker's label ({@link LabelReader}), those after them that go on, and the whole of a text whose
 * headline says that it is somebody's speech. A turn whose speaker is not known is nobody's. Linear
 * in the tokens.
 */
final class Transcript {
  /** The rules of quotations that are turns begin with it. */
  static final String RULE = "transcript";

  private static final Set<String> ENDS = Set.of("end", "###", "##", "-30-", "©", "copyright");

  /** The most tokens of a credit behind a quotation. */
  private static final int CREDIT = 12;

  /** So many paragraphs may lead to a speech. */
  private static final int INTRODUCTION = 10;

  private static final double NARRATED = 0.25;
  private static final double SPOKEN = 0.34;

  /**
   * A speaker's turn in a paragraph.
   *
   * @param paragraph the index of the view that holds the label: this one, or another
   * @param label the tokens that name the speaker there
   * @param first the first token of what is said in this paragraph
   * @param end the index after its last token
   * @param opens whether the label stands right before
   */
  record Turn(int paragraph, Range label, int first, int end, boolean opens) {}

  private record Speaker(int paragraph, Range label, boolean crowd) {}

  private final List<ParagraphView> views;
  private final List<Chunk> chunks = new ArrayList<>();
  private final SpeechTitle title;
  private final @Nullable Speaker named;
  private final List<List<Turn>> turns = new ArrayList<>();

  /** Whether the chunk's label is a speaker's. */
  private final boolean[] speaks;

  private Transcript(List<ParagraphView> views) {
    this.views = views;
    SpeechTitle found = new SpeechTitle(SpeechTitle.Kind.NONE, List.of());
    for (int i = 0; i < views.size(); i++) {
      turns.add(new ArrayList<>());
      ParagraphView view = views.get(i);
      if (view.paragraph.isHeadline()) {
        found = SpeechTitle.of(view.paragraph);
      } else {
        chunks.addAll(Chunk.of(view, i));
      }
    }
    title = found;
    Range one = title.one();
    named = one == null ? null : new Speaker(0, one, false);
    Interviews interviews = new Interviews(views, chunks);
    SpeakerLabels labels = new SpeakerLabels(views, chunks, title, interviews.isInterview());
    speaks = new boolean[chunks.size()];
    for (int i = 0; i < speaks.length; i++) {
      speaks[i] = labels.isSpeaker(chunks.get(i));
    }
  }

  /** The turns of each paragraph, in order; none where the paragraph is part of no turn. */
  static List<List<Turn>> turns(List<ParagraphView> views) {
    return new Transcript(views).read();
  }

  private List<List<Turn>> read() {
    int first = -1;
    int last = -1;
    int count = 0;
    boolean named = false;
    for (int i = 0; i < speaks.length; i++) {
      if (speaks[i]) {
        first = first < 0 ? i : first;
        last = i;
        count++;
      }
    }
    boolean whole = this.named != null && isSpeech(first < 0 ? speaks.length : first, first < 0);
    if (whole) {
      addSpeech(first < 0 ? speaks.length : first);
    }
    if (first >= 0) {
      addTurns(first, last, count, whole);
    }
    return Collections.unmodifiableList(turns);
  }

  /** Whether what stands before the first label, or all, is a speech of whom the headline names. */
  private boolean isSpeech(int end, boolean all) {
    boolean speech =
        title.kind() == SpeechTitle.Kind.SPEECH
            || title.kind() == SpeechTitle.Kind.STATEMENT
            || title.kind() == SpeechTitle.Kind.PERHAPS && all;
    int verbs = 0;
    int spoken = 0;
    int told = 0;
    String surname = surname();
    for (Chunk chunk : chunks.subList(0, speech ? end : 0)) {
      ParagraphView view = views.get(chunk.paragraph());
      boolean verb = chunk.hasVerb(view);
      verbs += verb ? 1 : 0;
      spoken += verb && chunk.isSpoken(view) ? 1 : 0;
      told += isTold(chunk, surname) ? 1 : 0;
    }
    boolean written = title.kind() == SpeechTitle.Kind.STATEMENT;
    boolean enough = written ? verbs > 0 : spoken > 0 && spoken >= SPOKEN * verbs;
    boolean perhaps = title.kind() == SpeechTitle.Kind.PERHAPS;
    return enough && told <= (perhaps ? 0 : NARRATED * verbs) && (!perhaps || 2 * spoken > verbs);
  }

  private String surname() {
    Range one = title.one();
    return one == null ? "" : views.getFirst().lower[one.end() - 1];
  }

  /** Whether a chunk is a reporter's: it tells what the speaker said, or has marks and a cue. */
  private boolean isTold(Chunk chunk, String surname) {
    ParagraphView view = views.get(chunk.paragraph());
    for (int i = chunk.first(); i < chunk.end(); i++) {
      boolean name = view.lower[i].equals(surname);
      boolean cued =
          i + 1 < chunk.end() && view.isCue(i + 1) || i > chunk.first() && view.isCue(i - 1);
      boolean he = view.lower[i].equals("he") || view.lower[i].equals("she");
      boolean closes =
          i > chunk.first() && view.marks.spanOf(i - 1) >= 0 && view.marks.spanOf(i) < 0;
      if (name && cued || he && cued && closes) {
        return true;
      }
    }
    return false;
  }

  private void addSpeech(int end) {
    Speaker speaker = named;
    int start = 0;
    for (int i = 0; i < Math.min(end, INTRODUCTION); i++) {
      boolean told = isTold(chunks.get(i), surname()) || isIntroduction(chunks.get(i));
      start = told ? i + 1 : start;
    }
    for (int i = start; i < end && !isEnd(chunks.get(i)); i++) {
      if (speaker != null) {
        add(chunks.get(i), chunks.get(i).first(), speaker, false);
      }
    }
  }

  /** "Here is the full text of Ruth Alder's speech:". */
  private boolean isIntroduction(Chunk chunk) {
    ParagraphView view = views.get(chunk.paragraph());
    boolean names = false;
    String surname = surname();
    for (int i = chunk.first(); i < chunk.end(); i++) {
      names |= view.lower[i].equals(surname);
    }
    return names && (view.lower[chunk.end() - 1].equals(":") || !chunk.isSpoken(view));
  }

  private void addTurns(int first, int last, int count, boolean whole) {
    boolean dense = count > 1 && 2 * count >= last - first;
    boolean interview = title.kind() == SpeechTitle.Kind.INTERVIEW && isSparse();
    Speaker speaker = null;
    boolean carries = false;
    for (int i = first; i < speaks.length; i++) {
      Chunk chunk = chunks.get(i);
      SpeakerLabel label = chunk.label();
      if (speaks[i] && label != null) {
        speaker = speaker(chunk, label);
        carries = title.isTranscript() || whole || goesOn(i, dense && i < last);
        if (isQuoted(chunk)) {
          speaker = null;
        } else {
          add(chunk, chunk.said(), speaker, true);
          speaker = speaker.crowd() ? whole ? this.named : null : speaker;
          speaker = isClosed(chunk) ? null : speaker;
        }
      } else if (isEnd(chunk)) {
        speaker = null;
      } else if (label != null
          && (label.capitals() || label.titled())
          && label.form() != Form.ALONE
          && !label.words().isEmpty()
          && label.form() != Form.LETTER
          && label.form() != Form.DASH) {
        speaker = null;
      } else if (speaker != null && carries) {
        boolean asks = interview && isQuestion(chunk);
        if (!asks) {
          add(chunk, chunk.first(), speaker, false);
        }
        speaker = asks ? null : speaker;
      }
    }
  }

  /** Whether the questions of an interview may have lost their labels: none comes back. */
  private boolean isSparse() {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < speaks.length; i++) {
      SpeakerLabel label = chunks.get(i).label();
      if (speaks[i] && label != null && !keys.add(label.key())) {
        return false;
      }
    }
    return true;
  }

  private boolean isQuestion(Chunk chunk) {
    return views.get(chunk.paragraph()).lower[chunk.end() - 1].equals("?");
  }

  /** Whether marks close at the end of what is said: nothing goes on behind them. */
  private boolean isClosed(Chunk chunk) {
    ParagraphView view = views.get(chunk.paragraph());
    Marked marked = chunk.quoted(view);
    return marked != null && marked.close() < chunk.end() && marked.close() >= chunk.end() - 2;
  }

  /** HALE: “We wait.” — to the council: a quotation with where it is from, no turn. */
  private boolean isQuoted(Chunk chunk) {
    ParagraphView view = views.get(chunk.paragraph());
    Marked marked = chunk.quoted(view);
    int after = marked == null ? chunk.end() : marked.close() + 1;
    return after < chunk.end() - 1
        && (chunk.end() - after <= CREDIT || !view.paragraph.tokens().get(after).isWord());
  }

  /** Whether a turn goes on over the paragraphs without a label that follow. */
  private boolean goesOn(int at, boolean dense) {
    SpeakerLabel label = chunks.get(at).label();
    if (dense || label != null && label.form() == Form.ALONE && chunks.get(at).isEmpty()) {
      return true;
    }
    int spoken = 0;
    int all = 0;
    for (int i = at + 1; i < speaks.length && !speaks[i]; i++) {
      ParagraphView view = views.get(chunks.get(i).paragraph());
      boolean verb = chunks.get(i).hasVerb(view);
      all += verb ? 1 : 0;
      spoken += verb && chunks.get(i).isSpoken(view) && !isTold(chunks.get(i), "") ? 1 : 0;
    }
    return 3 * spoken >= 2 * all;
  }

  private boolean isEnd(Chunk chunk) {
    ParagraphView view = views.get(chunk.paragraph());
    String word = view.lower[chunk.first()];
    return ENDS.contains(word) && (chunk.isFurniture(view) || !word.equals("end"))
        || word.equals("#") && chunk.end() - chunk.first() < 8;
  }

  private Speaker speaker(Chunk chunk, SpeakerLabel label) {
    Speaker asked = named;
    boolean answers = title.kind() == SpeechTitle.Kind.INTERVIEW && label.answers();
    return answers && asked != null
        ? asked
        : new Speaker(chunk.paragraph(), label.range(), label.isCrowd());
  }

  private void add(Chunk chunk, int said, Speaker speaker, boolean labelled) {
    ParagraphView view = views.get(chunk.paragraph());
    List<Turn> here = turns.get(chunk.paragraph());
    if (!labelled && chunk.isFurniture(view)) {
      return;
    }
    boolean opens = labelled && speaker.paragraph() == chunk.paragraph();
    if (said < chunk.end()) {
      here.add(new Turn(speaker.paragraph(), speaker.label(), said, chunk.end(), opens));
    } else {
      here.add(new Turn(speaker.paragraph(), speaker.label(), chunk.end(), chunk.end(), opens));
    }
  }
}
