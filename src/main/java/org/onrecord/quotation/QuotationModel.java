package org.onrecord.quotation;

import org.onrecord.quotation.ParagraphView.CueRates;

/**
 * Everything learnt: how often each word is a cue, a chain for articles with marks and one for
 * articles that have lost them, the judge of content, the rankers of edges and of
 * sources. Immutable and
 * thread-safe.
 */
public final class QuotationModel {
  final CueRates cueRates;
  final ChainModel marked;
  final ChainModel lost;
  final ContentJudge judge;
  final EdgeRanker edges;
  final SourceRanker ranker;

  QuotationModel(
      CueRates cueRates,
      ChainModel marked,
      ChainModel lost,
      ContentJudge judge,
      EdgeRanker edges,
      SourceRanker ranker) {
    this.cueRates = cueRates;
    this.marked = marked;
    this.lost = lost;
    this.judge = judge;
    this.edges = edges;
    this.ranker = ranker;
  }

  ChainModel chain(boolean marksStand) {
    return marksStand ? marked : lost;
  }
}
