package org.onrecord.attribution;

import java.util.List;
import org.onrecord.article.PartyRef;
import org.onrecord.article.TextSpan;
import org.onrecord.segment.SegmentedArticle;

/**
 * An article with everything worked out: its quotations and the people and parties named in it.
 *
 * @param parties those that the text names; a speaker's own is told with the quotation
 */
public record AttributedArticle(
    SegmentedArticle segmented,
    List<AttributedQuotation> quotations,
    List<PersonMention> mentions,
    List<PartyMention> parties) {
  public AttributedArticle {
    quotations = List.copyOf(quotations);
    mentions = List.copyOf(mentions);
    parties = List.copyOf(parties);
  }

  /**
   * A person named or described.
   *
   * @param paragraph the ordinal of the paragraph
   * @param span the words, in the paragraph, UTF-16
   */
  public record PersonMention(int paragraph, TextSpan span, String name, String id) {}

  /** A party named in a paragraph. */
  public record PartyMention(int paragraph, PartyRef party) {}
}
