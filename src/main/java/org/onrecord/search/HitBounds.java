package org.onrecord.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SpeakerType;

/**
 * What narrows hits beside facets and days.
 *
 * @param ids of articles, paragraphs or quotations, any of which will do; empty for all
 * @param urls where the article is on the web, any of which will do: an address, or a host that
 *     stands for all of its addresses and those of the domains below it; empty for all
 * @param speaker of what kind those who speak are: a person or an organisation with a name, or
 *     nobody known by name; null for any. Of paragraphs it is enough that one of them is
 * @param party whether those who speak are of a party
 * @param minLength how many characters a quotation's words have at the least, 0 for any; paragraphs
 *     are none
 * @param maxLength how many at the most, {@link #LONGEST} for any
 * @param reserved whether what publishers reserve for people is found
 */
public record HitBounds(
    List<String> ids,
    List<String> urls,
    @Nullable SpeakerType speaker,
    PartyMode party,
    int minLength,
    int maxLength,
    ReservedMode reserved) {
  /** No quotation is longer. */
  public static final int LONGEST = 1_000_000;

  /** Everything. */
  public static final HitBounds NONE =
      new HitBounds(List.of(), List.of(), null, PartyMode.ANY, 0, LONGEST, ReservedMode.INCLUDE);

  public HitBounds {
    ids = List.copyOf(ids);
    urls = List.copyOf(urls);
    if (minLength < 0 || maxLength < minLength) {
      throw new IllegalArgumentException("no length from " + minLength + " to " + maxLength);
    }
  }

  /** Whether quotations of some lengths are left out. */
  public boolean boundsLength() {
    return minLength > 0 || maxLength < LONGEST;
  }

  /** The same without what publishers reserve for people. */
  public HitBounds withoutReserved() {
    return new HitBounds(ids, urls, speaker, party, minLength, maxLength, ReservedMode.LEAVE);
  }
}
