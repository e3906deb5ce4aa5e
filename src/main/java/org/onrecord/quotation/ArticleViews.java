package org.onrecord.quotation;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.quotation.FeatureTemplates.Surroundings;
import org.onrecord.quotation.ParagraphView.CueRates;
import org.onrecord.quotation.QuoteMarks.Marked;
import org.onrecord.quotation.Transcript.Turn;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.PosTagger;
import org.onrecord.segment.SegmentedArticle;

/** An article's paragraphs as the models see them. */
public final class ArticleViews {
  /** So many words between single marks are speech, not a title or a scare quote. */
  private static final int SPEECH_WORDS = 6;

  public final List<ParagraphView> views;
  final List<Surroundings> surroundings;

  /** Who speaks where in which paragraph, where the article is a transcript. */
  final List<List<Turn>> turns;

  /** Whether the article writes speech between marks; else its marks are taken to be lost. */
  public final boolean marked;

  public ArticleViews(SegmentedArticle article, PosTagger tagger, CueRates rates) {
    List<ParagraphView> paragraphViews = new ArrayList<>();
    for (Paragraph paragraph : article.paragraphs()) {
      paragraphViews.add(new ParagraphView(Formulas.without(paragraph), tagger, rates));
    }
    views = List.copyOf(paragraphViews);
    turns = Transcript.turns(views);
    marked = isMarked();
    List<Surroundings> around = new ArrayList<>();
    for (int i = 0; i < views.size(); i++) {
      around.add(surroundings(i));
    }
    surroundings = List.copyOf(around);
  }

  private boolean isMarked() {
    int single = 0;
    for (ParagraphView view : views) {
      for (Marked span : view.marks.spans()) {
        if (span.doubled() && !view.paragraph.isHeadline()) {
          return true;
        }
        boolean speech = span.words() >= SPEECH_WORDS && span.close() < view.size;
        single += speech ? 1 : 0;
      }
    }
    return single >= 2;
  }

  private Surroundings surroundings(int i) {
    ParagraphView view = views.get(i);
    boolean continued = false;
    boolean beforeFinalCue = false;
    if (i > 0) {
      ParagraphView before = views.get(i - 1);
      List<Marked> spans = before.marks.spans();
      continued = !spans.isEmpty() && spans.getLast().close() >= before.size;
      beforeFinalCue =
          before.size > 0
              && (before.lower[before.size - 1].equals(":")
                  || before.traits[before.traits.length - 1].finalCue());
    }
    boolean nextOpens = i + 1 < views.size() && opensWithMark(views.get(i + 1));
    return new Surroundings(
        view.paragraph.isHeadline(),
        view.paragraph.ordinal() == 1,
        continued,
        nextOpens,
        beforeFinalCue);
  }

  private static boolean opensWithMark(ParagraphView view) {
    return !view.marks.spans().isEmpty() && view.marks.spans().getFirst().open() == 0;
  }

  public FeatureTemplates templates(int i) {
    return new FeatureTemplates(views.get(i), surroundings.get(i));
  }
}
