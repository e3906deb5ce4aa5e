package org.onrecord.mcp;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.search.SearchResult;
import org.onrecord.search.Spelling;
import org.onrecord.search.Suggestion;

/** What is told of a search beside its hits. */
final class Findings {
  private Findings() {}

  /** Sentences: what was relaxed, what was looked for as well, what nothing found means. */
  static List<String> notes(List<String> before, SearchResult result, ArchiveTold archive) {
    List<String> notes = new ArrayList<>(before);
    for (Spelling spelling : result.spellings()) {
      notes.add(
          Told.quoted(spelling.typed())
              + " was also looked for as "
              + String.join(", ", spelling.also().stream().limit(6).toList())
              + ".");
    }
    for (Suggestion suggestion : result.suggestions()) {
      notes.add(
          "Nothing has "
              + Told.quoted(suggestion.word())
              + "; perhaps "
              + Told.quoted(suggestion.instead())
              + " is meant.");
    }
    if (result.total() == 0) {
      notes.add(archive.nothing());
    }
    return notes;
  }
}
