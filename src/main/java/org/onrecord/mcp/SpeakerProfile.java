package org.onrecord.mcp;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code speaker_profile} gives. */
record SpeakerProfile(
    @Described("link to the page of the speaker; null where there is none")
        @Nullable String citation,
    String name,
    @Described("null where the archive has the name without an id") @Nullable String id,
    @Described("other names, from the registry of people") List<String> aliases,
    @Described("who it is, from the registry") @Nullable String description,
    @Described("parties and offices, from the registry") List<HeldMembership> memberships,
    @Described("how many quotations the archive has of the speaker") long quotations,
    @Described("in how many paragraphs the speaker is spoken of") long mentions,
    @Described("day of the first quotation") @Nullable LocalDate first,
    @Described("day of the last quotation") @Nullable LocalDate last,
    @Described("the parties for which the speaker spoke, by the number of quotations")
        List<Counted> parties,
    @Described("where the quotations stand, by their number") List<Counted> outlets,
    @Described("the latest quotations") List<QuotationHit> latest,
    @Described("what to know about this answer") List<String> notes,
    ArchiveTold archive) {

  /** That somebody belongs to a party or holds an office; a day is null where it is not known. */
  record HeldMembership(
      String organisation,
      boolean party,
      @Nullable String role,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {}

  /** A name, and with how many quotations. */
  record Counted(String name, long quotations) {}
}
