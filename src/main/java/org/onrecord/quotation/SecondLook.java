package org.onrecord.quotation;

import java.util.BitSet;
import java.util.List;
import org.onrecord.segment.Sentence;

/**
 * What the tagger would take for content next, beside what it took: for the judge to take or leave.
 */
final class SecondLook {
  private final ParagraphView view;
  private final Label[] labels;

  SecondLook(ParagraphView view, Label[] labels) {
    this.view = view;
    this.labels = labels;
  }

  /** Adds the runs that overlap none, and their cues and sources. */
  void addTo(List<Run> runs, List<Run> more, Label[] next) {
    BitSet taken = new BitSet(view.size);
    runs.forEach(run -> taken.set(run.first, run.end));
    for (Run run : more) {
      int used = taken.nextSetBit(run.first);
      if ((used < 0 || used >= run.end) && !isCrosshead(run, next)) {
        runs.add(run);
        label(run, next, taken);
      }
    }
    runs.sort((a, b) -> Integer.compare(a.first, b.first));
  }

  /** "RELATED: Bridge opens": words before a colon that report nothing, outside of marks. */
  private boolean isCrosshead(Run run, Label[] next) {
    boolean colon = run.first > 0 && view.lower[run.first - 1].equals(":");
    if (!colon || view.marks.spanOf(run.first) >= 0) {
      return false;
    }
    for (int i = view.sentenceAt(run.first).first(); i < run.first; i++) {
      if (next[i] == Label.CUE || next[i] == Label.SOURCE) {
        return false;
      }
    }
    return true;
  }

  private void label(Run run, Label[] next, BitSet taken) {
    Sentence from = view.sentenceAt(run.first);
    Sentence to = view.sentenceAt(run.end - 1);
    for (int i = from.first(); i < to.end(); i++) {
      boolean free = labels[i] == Label.OUTSIDE && !taken.get(i);
      if (free && (next[i] == Label.CUE || next[i] == Label.SOURCE)) {
        labels[i] = next[i];
      }
    }
  }
}
