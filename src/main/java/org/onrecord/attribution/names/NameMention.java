package org.onrecord.attribution.names;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.party.PartyEvidence;
import org.onrecord.attribution.words.Description;
import org.onrecord.registry.Gender;

/**
 * A name in the text, as it stands there.
 *
 * @param paragraph the ordinal of its paragraph
 * @param first the index of the name's first token, title left out
 * @param end the index after its last token, possessive left out
 * @param words the name's words
 * @param kind what it seems to be
 * @param gender what a title gives away
 * @param titled whether a personal title or a role stands right before it
 * @param descriptions the roles that the text gives it here
 * @param party what the text says of its party here
 * @param possessive whether 's follows
 * @param opens whether it stands first in its sentence, where any word has a capital
 * @param determined whether "the" stands right before it, as before the West
 */
public record NameMention(
    int paragraph,
    int first,
    int end,
    List<String> words,
    Kind kind,
    Gender gender,
    boolean titled,
    List<Description> descriptions,
    @Nullable PartyEvidence party,
    boolean possessive,
    boolean opens,
    boolean determined) {

  /** What a capitalised run seems to be, by itself. */
  public enum Kind {
    PERSON,
    ORGANISATION,
    PLACE,
    /** A role or a title without a name, though some are surnames too: Tester, Baker. */
    ROLE,
    /** A work, an event, a product: it has a name, and nobody answers to it. */
    THING,
    /** Capitalised, and nothing more is known. */
    UNKNOWN
  }

  public NameMention {
    words = List.copyOf(words);
    descriptions = List.copyOf(descriptions);
  }

  /**
   * Those of a paragraph's names that a stretch of its tokens touches.
   *
   * @param names in order, not overlapping
   */
  public static List<NameMention> touching(List<NameMention> names, int first, int end) {
    int low = 0;
    int high = names.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (names.get(middle).end() <= first) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int to = low;
    while (to < names.size() && names.get(to).first() < end) {
      to++;
    }
    return names.subList(low, to);
  }

  /** The name up to a token, as who speaks: "Ruth Alder" of "Ruth Alder Aboard the Ferry". */
  NameMention speaking(int newEnd) {
    return new NameMention(
        paragraph,
        first,
        newEnd,
        newEnd < end ? words.subList(0, newEnd - first) : words,
        newEnd < end && newEnd - first > 1 ? Kind.PERSON : kind,
        gender,
        titled,
        descriptions,
        party,
        false,
        opens,
        determined);
  }

  /** The same mention by a name of one word. */
  NameMention called(String name) {
    return new NameMention(
        paragraph,
        first,
        end,
        List.of(name),
        kind,
        gender,
        titled,
        descriptions,
        party,
        possessive,
        opens,
        determined);
  }

  /** The same mention of another kind. */
  NameMention of(Kind other) {
    return new NameMention(
        paragraph,
        first,
        end,
        words,
        other,
        gender,
        titled,
        descriptions,
        party,
        possessive,
        opens,
        determined);
  }

  public Position position() {
    return new Position(paragraph, first);
  }

  public String name() {
    return String.join(" ", words);
  }

  public String last() {
    return words.getLast();
  }
}
