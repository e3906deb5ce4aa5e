package org.onrecord.quotation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.quotation.ParagraphView.CueRates;
import org.onrecord.segment.PosTagger;
import org.onrecord.segment.Segmenter;

class SecondLookTest {
  private static final String TEXT =
      "Alder said the pier is safe. Hale echoed that the harbour will open.";

  private final ParagraphView view = view(TEXT);
  private final Label[] labels = outside(view);
  private final Label[] next = outside(view);

  @Test
  void whatOverlapsNothingIsAddedWithItsCue() {
    List<Run> runs = new ArrayList<>(List.of(new Run(2, 6, false, Run.TAGGER)));
    int cue = token("echoed");
    next[cue] = Label.CUE;
    next[cue - 1] = Label.SOURCE;
    int first = cue + 1;
    new SecondLook(view, labels).addTo(runs, second(first, view.size - 1), next);
    assertEquals(List.of(2, first), runs.stream().map(r -> r.first).toList());
    assertEquals(Label.CUE, labels[cue]);
    assertEquals(Label.SOURCE, labels[cue - 1]);
  }

  @Test
  void whatOverlapsContentIsLeftAndItsCueToo() {
    List<Run> runs = new ArrayList<>(List.of(new Run(2, 6, false, Run.TAGGER)));
    next[token("said")] = Label.CUE;
    new SecondLook(view, labels).addTo(runs, second(0, 3), next);
    assertEquals(1, runs.size());
    assertEquals(Label.OUTSIDE, labels[token("said")]);
  }

  @Test
  void wordsBeforeAColonThatReportNothingAnnounceNoSpeech() {
    ParagraphView related = view("RELATED: Bridge opens in May.");
    Label[] none = outside(related);
    List<Run> runs = new ArrayList<>();
    new SecondLook(related, none).addTo(runs, second(2, 6), outside(related));
    assertEquals(List.of(), runs);
    Label[] reported = outside(related);
    reported[0] = Label.SOURCE;
    new SecondLook(related, none).addTo(runs, second(2, 6), reported);
    assertEquals(1, runs.size());
  }

  @Test
  void noLabelOfContentIsTaken() {
    List<Run> runs = new ArrayList<>(List.of(new Run(2, 6, false, Run.TAGGER)));
    Arrays.fill(labels, 2, 6, Label.INSIDE_REPORTED);
    Arrays.fill(next, 2, 6, Label.CUE);
    new SecondLook(view, labels).addTo(runs, second(0, 1), next);
    assertEquals(Label.INSIDE_REPORTED, labels[3]);
  }

  private static List<Run> second(int first, int end) {
    return List.of(new Run(first, end, false, Run.SECOND));
  }

  private int token(String word) {
    return Arrays.asList(view.lower).indexOf(word);
  }

  private static ParagraphView view(String text) {
    return new ParagraphView(
        new Segmenter().segment(Article.of("a", null, text)).paragraph(1),
        new PosTagger(),
        CueRates.NONE);
  }

  private static Label[] outside(ParagraphView view) {
    Label[] outside = new Label[view.size];
    Arrays.fill(outside, Label.OUTSIDE);
    return outside;
  }
}
