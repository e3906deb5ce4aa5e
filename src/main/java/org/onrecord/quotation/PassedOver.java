package org.onrecord.quotation;

import java.util.BitSet;
import java.util.List;
import org.onrecord.quotation.CueLexicon.CueClass;
import org.onrecord.segment.Sentence;

/**
 * Clauses that have the shape of a report and that the tagger passed over: "… shared that …",
 * "expressed confidence that …", and a sentence before ", the minister said in a statement". The
 * judge, which has learnt from such clauses too, says which of them are quotations.
 */
final class PassedOver {
  /** The rule of what is added here. */
  static final String CLAUSE = "clause";

  /** Fewer tokens are no clause. */
  private static final int LEAST = 4;

  private final ParagraphView view;
  private final Label[] labels;

  PassedOver(ParagraphView view, Label[] labels) {
    this.view = view;
    this.labels = labels;
  }

  /** Adds such clauses of the sentences that hold nothing yet, and labels their cues. */
  void addTo(List<Run> runs) {
    BitSet taken = new BitSet(view.size);
    runs.forEach(run -> taken.set(run.first, run.end));
    for (Sentence sentence : view.paragraph.sentences()) {
      int next = taken.nextSetBit(sentence.first());
      if ((next < 0 || next >= sentence.end()) && !addClause(sentence, runs)) {
        addReported(sentence, runs);
      }
    }
    runs.sort((a, b) -> Integer.compare(a.first, b.first));
  }

  private boolean addClause(Sentence sentence, List<Run> runs) {
    for (int that = sentence.first() + 2; that < sentence.end() - LEAST; that++) {
      if (view.lower[that].equals("that") && announces(that - 1)) {
        if (hasVerb(that + 1, sentence.end())) {
          labels[that - 1] = Label.CUE;
          runs.add(new Run(that, sentence.end(), false, CLAUSE));
          return true;
        }
        return false;
      }
    }
    return false;
  }

  private boolean announces(int i) {
    CueClass kind = view.cueClass[i];
    boolean verb = view.isVerb(i) && (kind.isSpeech() || kind == CueClass.SHOW);
    return verb || kind == CueClass.NOUN && view.pos[i].equals("NOUN");
  }

  private void addReported(Sentence sentence, List<Run> runs) {
    int first = sentence.first();
    int boundary = view.reports.next(first);
    if (view.reports.shape(first) < 2 || boundary - first < LEAST || !hasVerb(first, boundary)) {
      return;
    }
    int cue = boundary + 1;
    while (cue < sentence.end() && !view.isCue(cue)) {
      cue++;
    }
    if (cue < sentence.end() && view.cueClass[cue].isSpeech()) {
      labels[cue] = Label.CUE;
      runs.add(new Run(first, boundary, false, CLAUSE));
    }
  }

  private boolean hasVerb(int first, int end) {
    for (int i = first; i < end; i++) {
      if (view.isVerb(i)) {
        return true;
      }
    }
    return false;
  }
}
