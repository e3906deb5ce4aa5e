package org.onrecord.attribution.names;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.party.PartyEvidence;
import org.onrecord.registry.Gender;
import org.onrecord.registry.Registry;
import org.onrecord.segment.Token;

/**
 * What stands before the name in a run of capitalised words: "Former French President" X.
 *
 * @param gender what a title or role in it gives away
 * @param titled whether a title or role is in it
 * @param party the party in it
 * @param end the index of the name's first token; the run's end where no name is in it
 */
record Prefix(Gender gender, boolean titled, @Nullable PartyEvidence party, int end) {
  static Prefix of(
      Registry registry, List<Token> tokens, NameClassifier classifier, int start, int end) {
    return new PrefixReader(registry, tokens, classifier, start, end).read();
  }
}
