package org.onrecord.quotation;

import org.onrecord.quotation.ParagraphView.CueRates;

/**
 * Everything learnt: how often each word is a cue, a chain for articles with marks and one for
 * articles that have lost them, and the ranker of sources. Immutable and thread-safe.
 */
public final class QuotationModel {
  final CueRates cueRates;
  final ChainModel marked;
  final ChainModel lost;
  final SourceRanker ranker;

  QuotationModel(CueRates cueRates, ChainModel marked, ChainModel lost, SourceRanker ranker) {
    this.cueRates = cueRates;
    this.marked = marked;
    this.lost = lost;
    this.ranker = ranker;
  }

  ChainModel chain(boolean marksStand) {
    return marksStand ? marked : lost;
  }
}
