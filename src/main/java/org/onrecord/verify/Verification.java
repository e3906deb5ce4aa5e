package org.onrecord.verify;

import java.util.List;
import java.util.Optional;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.search.Readings;

/**
 * The answer to a claim.
 *
 * @param verdict what the best candidate says; where the claim is spliced, what all of them say
 * @param candidates the best first, at most {@value #MOST_CANDIDATES}
 * @param speaker how the name asked for was understood; empty where none was
 * @param archive all that the answer rests on
 */
public record Verification(
    Claim claim,
    Verdict verdict,
    List<Candidate> candidates,
    Optional<AskedSpeaker> speaker,
    ArchiveSpan archive) {
  public static final int MOST_CANDIDATES = 6;

  /**
   * What an answer rests on beside the words.
   *
   * @param newest the newest article; empty where there is none
   * @param readings with what the articles were read
   */
  public record Grounds(Optional<ArticleHeader> newest, Readings readings) {}

  public Verification {
    candidates = List.copyOf(candidates);
  }
}
