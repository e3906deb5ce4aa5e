package org.onrecord.schema;

import java.util.List;

/**
 * A paragraph.
 *
 * @param id the permalink id, {@code article~p4}
 * @param ordinal 0 for the headline, then from 1
 * @param offset where it begins in the article's body, UTF-16; 0 for the headline, which is no part
 *     of the body
 * @param speakers the named speakers quoted in it
 * @param parties the parties of those speakers and the parties named in it
 * @param mentions the people named in it, each mention resolved
 * @param quotations the quotations in it, in order
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
    List<ArchivedQuotation> quotations)
    implements ArchiveDocument {
  public ParagraphDocument {
    speakers = List.copyOf(speakers);
    parties = List.copyOf(parties);
    mentions = List.copyOf(mentions);
    quotations = List.copyOf(quotations);
  }
}
