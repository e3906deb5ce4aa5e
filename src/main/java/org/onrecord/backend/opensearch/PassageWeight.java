package org.onrecord.backend.opensearch;

import org.apache.lucene.util.SmallFloat;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.query.ScoreShare;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a passage's score counts, worked out when it is written; in numbers as rough as Lucene keeps
 * the lengths of texts.
 *
 * @param length how many words the text has, and those of its headline as often as they weigh
 * @param sure 0 to 1, by how sure its quotation is
 * @param share 0 to 1, by how much it says too
 */
record PassageWeight(int length, double sure, double share) {
  /** What a word of the headline counts. */
  private static final int TITLE_WEIGHT = 4;

  /** What a headline counts at the most, which says what stands under it. */
  private static final double HEADLINE = .75;

  /**
   * Weighs a passage.
   *
   * @param passage what has its {@link Fields#CERTAINTY}, where it is a quotation
   * @param words how many its text has
   * @param headline whether it is the headline itself
   * @param title how many words its headline has; 0 where it has none
   */
  static PassageWeight of(ObjectNode passage, int words, boolean headline, int title) {
    int text = rough(words);
    JsonNode certainty = passage.path(Fields.CERTAINTY);
    double certain = certainty.isMissingNode() ? 1 : certainty.asInt() / 100.0;
    double share = ScoreShare.substance(text) * (.7 + .3 * certain);
    return new PassageWeight(
        text + (headline ? 0 : TITLE_WEIGHT * rough(title)),
        .9 + .1 * certain,
        headline && title > 0 ? Math.min(HEADLINE, share) : share);
  }

  private static int rough(int length) {
    return SmallFloat.byte4ToInt(SmallFloat.intToByte4(length));
  }

  void addTo(ObjectNode passage) {
    passage.put(ClusterFields.LENGTH, length);
    passage.put(ClusterFields.SURE, (float) sure);
    passage.put(ClusterFields.SHARE, (float) share);
  }
}
