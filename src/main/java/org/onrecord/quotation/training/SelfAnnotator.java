package org.onrecord.quotation.training;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.TextSpan;
import org.onrecord.quotation.ArticleViews;
import org.onrecord.quotation.Label;
import org.onrecord.quotation.ParagraphView;
import org.onrecord.quotation.QuotationExtractor;
import org.onrecord.quotation.QuotationExtractor.Decoded;
import org.onrecord.quotation.QuotationModel;
import org.onrecord.quotation.QuoteMarks;
import org.onrecord.quotation.QuoteMarks.Marked;
import org.onrecord.quotation.SourceCandidates;
import org.onrecord.quotation.SourceFeatures;
import org.onrecord.quotation.Unit;
import org.onrecord.quotation.Unit.Range;
import org.onrecord.quotation.training.AnnotatedArticle.AnnotatedQuotation;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.PosTagger;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Segmenter;

/**
 * Makes examples of lost marks out of articles that nobody annotated: a model reads them with their
 * marks, then the marks are deleted, single ones around speech too. Not thread-safe: one a thread,
 * on a shared model.
 */
public final class SelfAnnotator {
  /** So many stretches of speech between marks make an article worth learning from. */
  private static final int MIN_STRETCHES = 2;

  /** A stretch of fewer words may be a title or a scare quote. */
  private static final int SPEECH_WORDS = 4;

  private final QuotationModel model;
  private final PosTagger tagger = new PosTagger();
  private final Segmenter segmenter = new Segmenter();

  public SelfAnnotator(QuotationModel model) {
    this.model = model;
  }

  /** Whether an article's body has enough speech between quotation marks; tags no words. */
  public static boolean hasMarkedSpeech(Article article) {
    int stretches = 0;
    for (Paragraph paragraph : new Segmenter().segment(article.withTitle(null)).paragraphs()) {
      for (Marked span : QuoteMarks.of(paragraph).spans()) {
        boolean closed = span.close() < paragraph.tokens().size();
        stretches += closed && span.words() >= SPEECH_WORDS ? 1 : 0;
      }
    }
    return stretches >= MIN_STRETCHES;
  }

  /** The article without its headline and marks, and the quotations that it had with them. */
  public AnnotatedArticle annotate(Article article) {
    SegmentedArticle segmented = segmenter.segment(article.withTitle(null));
    ArticleViews views = new ArticleViews(segmented, tagger, model.cueRates);
    List<AnnotatedQuotation> quotations = new ArrayList<>();
    BitSet marks = new BitSet();
    for (int i = 0; i < views.views.size(); i++) {
      ParagraphView view = views.views.get(i);
      if (view.size > 0) {
        Decoded decoded = QuotationExtractor.decode(model.marked, views, i);
        addUnits(view, decoded, quotations);
        addIgnored(view, decoded.labels(), quotations);
        addMarks(view, marks);
      }
    }
    return MarkRemoval.of(new AnnotatedArticle(segmented.article(), quotations), marks);
  }

  private void addUnits(ParagraphView view, Decoded decoded, List<AnnotatedQuotation> quotations) {
    List<Range> candidates = SourceCandidates.of(view, decoded.labels(), decoded.units());
    SourceFeatures features =
        new SourceFeatures(view, decoded.labels(), decoded.units(), candidates, false);
    for (Unit unit : decoded.units()) {
      Range source = model.ranker.choose(features, unit).source();
      quotations.add(
          new AnnotatedQuotation(
              inBody(view, unit.first(), unit.end()),
              unit.kind(),
              true,
              unit.cue() == null ? null : text(view, unit.cue()),
              source == null ? null : inBody(view, source.first(), source.end())));
    }
  }

  /** Attitudes, which no unit holds but the tagger of lost marks has to tell from speech. */
  private static void addIgnored(
      ParagraphView view, Label[] labels, List<AnnotatedQuotation> quotations) {
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == Label.BEGIN_IGNORED) {
        int end = i + 1;
        while (end < labels.length && labels[end] == Label.INSIDE_IGNORED) {
          end++;
        }
        quotations.add(
            new AnnotatedQuotation(
                inBody(view, i, end), QuotationKind.INDIRECT, false, null, null));
      }
    }
  }

  private static void addMarks(ParagraphView view, BitSet marks) {
    for (Marked span : view.marks.spans()) {
      addMark(view, span.open(), marks);
      if (span.close() < view.size) {
        addMark(view, span.close(), marks);
      }
    }
  }

  private static void addMark(ParagraphView view, int token, BitSet marks) {
    TextSpan span = inBody(view, token, token + 1);
    marks.set(span.start(), span.end());
  }

  private static TextSpan inBody(ParagraphView view, int first, int end) {
    return view.paragraph.span(first, end).shift(view.paragraph.offset());
  }

  private static @Nullable String text(ParagraphView view, Range range) {
    return view.paragraph.span(range.first(), range.end()).in(view.paragraph.text());
  }
}
