package org.onrecord.search;

import java.util.List;
import java.util.stream.Stream;

/**
 * How many completions of each kind are shown, whatever finds them: people first, then parties,
 * then phrases in the room that is left.
 *
 * @param people at the most, at least 1
 * @param parties at the most, at least 1
 * @param all at the most
 */
public record CompletionQuotas(int people, int parties, int all) {
  /** Half of them people, a third of them parties. */
  public static CompletionQuotas of(int size) {
    return new CompletionQuotas(Math.max(1, size / 2), Math.max(1, size / 3), size);
  }

  /** What is shown of what was found, the best of each kind first. */
  public List<Completion> shown(
      List<Completion> found, List<Completion> foundParties, List<Completion> phrases) {
    return Stream.of(
            found.stream().limit(people), foundParties.stream().limit(parties), phrases.stream())
        .flatMap(each -> each)
        .limit(all)
        .toList();
  }
}
