package org.onrecord.attribution.names;

import java.util.List;
import java.util.Optional;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.RolePhrases;
import org.onrecord.registry.Gender;
import org.onrecord.segment.Token;

/**
 * A personal title in a run of tokens: Mr., Lt. Gen.
 *
 * @param gender what it gives away
 * @param end the index after its last token
 */
public record Title(Gender gender, int end) {
  /** The longest title in words. */
  private static final int LONGEST = 3;

  /** The longest title that begins at a token and has something behind it before {@code limit}. */
  public static Optional<Title> at(List<Token> tokens, int first, int limit) {
    int longest = first + 1 < limit ? Lexicon.ENGLISH.longestTitle(tokens.get(first).plain()) : 0;
    for (int length = Math.min(Math.min(LONGEST, longest), limit - first - 1);
        length > 0;
        length--) {
      int end = first + length;
      Optional<Gender> gender = Lexicon.ENGLISH.title(RolePhrases.words(tokens, first, end));
      if (gender.isPresent() && !isOfPlace(RolePhrases.words(tokens, first, end + 1))) {
        return Optional.of(new Title(gender.get(), end));
      }
    }
    return Optional.empty();
  }

  /** Whether a place or its people begin with what is a title elsewhere: Sri Lanka, St. Louis. */
  private static boolean isOfPlace(String words) {
    return Lexicon.ENGLISH.isPlace(words) || Lexicon.ENGLISH.isNationality(words);
  }
}
