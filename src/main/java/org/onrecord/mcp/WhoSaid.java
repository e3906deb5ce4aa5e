package org.onrecord.mcp;

import java.util.List;

/** What {@code who_said} gives. */
record WhoSaid(
    @Described("passages with these words, or nearly, the best first") List<CandidateHit> hits,
    @Described("who says quotations that have all of these words, most often first")
        List<Speaker> speakers,
    @Described("how many quotations have all of these words, copies counted as one") long total,
    @Described("what to know about this answer") List<String> notes,
    ArchiveTold archive) {

  /** Somebody who says quotations with the words. */
  record Speaker(String name, long quotations) {}
}
