package org.onrecord.schema;

import java.util.List;
import java.util.Map;
import org.onrecord.article.PartyRef;
import org.onrecord.article.SpeakerRef;

/**
 * A paragraph.
 *
 * @param id the permalink id, {@code article~p4}
 * @param ordinal 0 for the headline, then from 1
 * @param offset where it begins in the article's body, UTF-16; 0 for the headline, which is no part
 *     of the body
 * @param speakers the named speakers quoted in it; whoever is only told not to say something is
 *     none
 * @param parties the parties of those speakers on the article's date
 * @param mentions the people named in it, each mention resolved
 * @param mentionedParties the parties named in it, each once
 * @param quotations the quotations in it, in order
 * @param struck what editors decided to be no quotation, in order
 */
public record ParagraphDocument(
    ArticleHeader article,
    String id,
    int ordinal,
    int offset,
    String text,
    List<SpeakerRef> speakers,
    List<PartyRef> parties,
    List<NamedMention> mentions,
    List<PartyRef> mentionedParties,
    List<ArchivedQuotation> quotations,
    List<StruckQuotation> struck)
    implements ArchiveDocument {
  public ParagraphDocument {
    speakers = List.copyOf(speakers);
    parties = List.copyOf(parties);
    mentions = List.copyOf(mentions);
    mentionedParties = List.copyOf(mentionedParties);
    quotations = List.copyOf(quotations);
    struck = List.copyOf(struck);
  }

  /** Its quotations as they are searched on their own, in order. */
  public List<QuoteDocument> quotes() {
    return quotations.stream().map(said -> new QuoteDocument(article, said, text)).toList();
  }

  /**
   * One of them.
   *
   * @param number from 0
   */
  public QuoteDocument quote(int number) {
    return new QuoteDocument(article, quotations.get(number), text);
  }

  /** The same, its quotations and what was struck at other addresses: by each id its next one. */
  ParagraphDocument readdressed(Map<String, String> ids) {
    return new ParagraphDocument(
        article,
        id,
        ordinal,
        offset,
        text,
        speakers,
        parties,
        mentions,
        mentionedParties,
        quotations.stream().map(one -> one.at(ids.getOrDefault(one.id(), one.id()))).toList(),
        struck.stream()
            .map(one -> one.at(ids.getOrDefault(one.quotation().id(), one.quotation().id())))
            .toList());
  }

  /** A paragraph that names no party, and in which nothing was struck. */
  public ParagraphDocument(
      ArticleHeader article,
      String id,
      int ordinal,
      int offset,
      String text,
      List<SpeakerRef> speakers,
      List<PartyRef> parties,
      List<NamedMention> mentions,
      List<ArchivedQuotation> quotations) {
    this(
        article,
        id,
        ordinal,
        offset,
        text,
        speakers,
        parties,
        mentions,
        List.of(),
        quotations,
        List.of());
  }
}
