package org.onrecord.cli.option;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SpeakerType;
import org.onrecord.schema.DocumentType;
import org.onrecord.search.HitBounds;
import org.onrecord.search.PartyMode;
import org.onrecord.search.ReservedMode;
import picocli.CommandLine.Option;

/** What narrows a search beside facets and days. */
final class BoundOptions {
  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Only this article, paragraph or quotation; repeat it for alternatives.")
  private List<String> ids = List.of();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Only the article of this address, or those of this host; may be repeated.")
  private List<String> urls = List.of();

  @Option(
      names = "--speaker-type",
      paramLabel = "TYPE",
      description = "Only what is said by a person, an organisation, or unnamed: by nobody named.")
  private @Nullable SpeakerType speaker;

  @Option(
      names = "--has-party",
      paramLabel = "ANSWER",
      description = "true or false: only what is said with, or without, a known party.")
  private PartyMode party = PartyMode.ANY;

  @Option(
      names = "--min-length",
      paramLabel = "N",
      description = "How many characters a quotation has at the least; with --type quote.")
  private int minLength;

  @Option(names = "--max-length", paramLabel = "N", description = "How many at the most.")
  private int maxLength = HitBounds.LONGEST;

  /**
   * What was chosen.
   *
   * @throws IllegalArgumentException if it cannot be asked for of these
   */
  HitBounds of(Set<DocumentType> types) {
    HitBounds bounds =
        new HitBounds(ids, urls, speaker, party, minLength, maxLength, ReservedMode.INCLUDE);
    if (bounds.boundsLength() && !types.equals(Set.of(DocumentType.QUOTE))) {
      throw new IllegalArgumentException(
          "A length is that of a quotation: ask for quote, and nothing else.");
    }
    return bounds;
  }
}
