package org.onrecord.search;

import java.util.List;

/**
 * What a name was also looked for as.
 *
 * @param typed the name as typed
 * @param also other spellings and names, at least one
 */
public record Spelling(String typed, List<String> also) {
  public Spelling {
    also = List.copyOf(also);
  }
}
