package org.onrecord.quotation;

import org.onrecord.quotation.ParagraphView.CueRates;

/**
 * Everything learnt: how often each word is a cue, a chain for articles with marks and one for
 * articles that have lost them, a judge of content for each (one judge until the model is adapted),
 * the rankers of edges, of kinds and of sources. Immutable and thread-safe.
 */
public final class QuotationModel {
  public final CueRates cueRates;
  public final ChainModel marked;
  public final ChainModel lost;
  public final ContentJudge markedJudge;
  public final ContentJudge lostJudge;
  public final EdgeRanker edges;
  public final KindRanker kinds;
  public final SourceRanker ranker;

  public QuotationModel(
      CueRates cueRates,
      ChainModel marked,
      ChainModel lost,
      ContentJudge markedJudge,
      ContentJudge lostJudge,
      EdgeRanker edges,
      KindRanker kinds,
      SourceRanker ranker) {
    this.cueRates = cueRates;
    this.marked = marked;
    this.lost = lost;
    this.markedJudge = markedJudge;
    this.lostJudge = lostJudge;
    this.edges = edges;
    this.kinds = kinds;
    this.ranker = ranker;
  }

  ContentJudge judge(boolean marksStand) {
    return marksStand ? markedJudge : lostJudge;
  }

  ChainModel chain(boolean marksStand) {
    return marksStand ? marked : lost;
  }
}
