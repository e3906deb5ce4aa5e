package org.onrecord.query;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.onrecord.query.QueryToken.NearToken;
import org.onrecord.query.QueryToken.SentenceToken;

/** {@code NEAR/5}, {@code NEAR/SENTENCE}, and how other search engines write them. */
final class NearOperator {
  /** The most words that may stand between. */
  static final int MAX_DISTANCE = 100;

  private static final Pattern NEAR = Pattern.compile("(?i)NEAR/(.*)");

  /** Nexis, Factiva, ProQuest, Westlaw. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "(?i)(?:w|n|pre|p|onear|adj)?/(\\d{1,9}|s|p|para|sent)"
              + "|(?:near|adj)(\\d{1,9})|\\+(\\d{1,3}|s|p)");

  private NearOperator() {}

  /**
   * The operator that a word is; empty where it is none.
   *
   * @throws QuerySyntaxException if it is one that is not written so
   */
  static Optional<QueryToken> read(String word, int position) throws QuerySyntaxException {
    Matcher near = NEAR.matcher(word);
    if (near.matches()) {
      return Optional.of(near(near.group(1).toUpperCase(Locale.ROOT), position));
    }
    if (word.equals("NEAR")) {
      throw new QuerySyntaxException(
          "NEAR needs a number: NEAR/5 where at most five words stand between. Write \"near\" in"
              + " lower case to look for the word.",
          position);
    }
    Matcher foreign = FOREIGN.matcher(word);
    if (foreign.matches()) {
      String distance =
          Stream.of(1, 2, 3).map(foreign::group).filter(Objects::nonNull).findFirst().orElse("");
      boolean counted = Character.isDigit(distance.charAt(0));
      throw new QuerySyntaxException(
          word
              + " is written "
              + (counted ? "NEAR/" + distance : "NEAR/SENTENCE")
              + " here. To look for it as it stands, put it between quotation marks.",
          position);
    }
    return Optional.empty();
  }

  private static QueryToken near(String distance, int position) throws QuerySyntaxException {
    if (distance.equals("S") || distance.equals("SENTENCE")) {
      return new SentenceToken(position);
    }
    if (distance.matches("[0-9]{1,3}") && Integer.parseInt(distance) <= MAX_DISTANCE) {
      return new NearToken(Integer.parseInt(distance), position);
    }
    throw new QuerySyntaxException(
        "NEAR takes a number from 0 to "
            + MAX_DISTANCE
            + ", as in NEAR/5, or NEAR/SENTENCE for the same sentence.",
        position);
  }
}
