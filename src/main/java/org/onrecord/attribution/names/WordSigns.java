package org.onrecord.attribution.names;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.OrdinaryWords;
import org.onrecord.registry.Registry;
import org.onrecord.segment.Token;
import org.onrecord.segment.Word;
import org.onrecord.segment.WordClusters;

/**
 * What a word tells of names by itself, in whatever article it stands: its shape, its cluster and
 * in which lists it is. Immutable.
 *
 * @param nameWord whether a name may hold it, by {@link NameStretches#isNameWord}
 * @param hash of its small letters; odd
 * @param ending hash of its last three characters
 * @param shape of its capitals, letters, digits and marks, and its length
 * @param cluster its path in the clusters, or that of its form in small letters
 * @param forms in which forms newswire has it, as bits: as it is written, in small letters
 * @param lists in which lists it is, as bits
 */
public record WordSigns(
    Word word,
    boolean nameWord,
    int hash,
    int ending,
    int shape,
    int cluster,
    int forms,
    int lists) {
  /** A bit that every word has. */
  static final int WORD = 1 << 20;

  /** More than this many characters of a word have no shape. */
  private static final int SHAPED = 12;

  /**
   * The signs of words that were met; it holds those of the last word of each of its places.
   * Thread-safe without locks.
   */
  public static final class Cache {
    private static final int SIZE = 1 << 13;

    private final Registry registry;
    private final @Nullable WordSigns[] places = new WordSigns[SIZE];

    public Cache(Registry registry) {
      this.registry = registry;
    }

    WordSigns of(Token token) {
      int hash = token.word().hashCode() * 0x9E3779B1;
      int place = (hash ^ hash >>> 15) & SIZE - 1;
      WordSigns known = places[place];
      if (known == null || !known.word().equals(token.word())) {
        known = WordSigns.of(token, registry);
        places[place] = known;
      }
      return known;
    }
  }

  private static WordSigns of(Token token, Registry registry) {
    String text = token.text();
    boolean nameWord = NameStretches.isNameWord(token);
    return new WordSigns(
        token.word(),
        nameWord,
        token.plain().hashCode() | 1,
        text.substring(Math.max(0, text.length() - 3)).hashCode(),
        shape(text),
        cluster(token),
        forms(token),
        WORD | (nameWord ? lists(token, registry) : otherLists(text)));
  }

  private static int shape(String text) {
    int shape = 1;
    int before = 0;
    for (int k = 0; k < text.length() && k < SHAPED; k++) {
      int kind = kind(text.charAt(k));
      if (kind != before) {
        shape = shape * 7 + kind;
        before = kind;
      }
    }
    return shape * 4 + Math.min(3, text.length());
  }

  private static int kind(char c) {
    if (Character.isUpperCase(c)) {
      return 1;
    }
    if (Character.isLetter(c)) {
      return 2;
    }
    return Character.isDigit(c) ? 3 : c == '.' ? 4 : c == '-' ? 5 : 6;
  }

  private static int cluster(Token token) {
    String text = token.text();
    int path = token.word().cluster();
    if (path == WordClusters.NONE && text.length() > 1 && isCapitals(text)) {
      path =
          WordClusters.english().path(text.charAt(0) + text.substring(1).toLowerCase(Locale.ROOT));
    }
    return path;
  }

  private static boolean isCapitals(String text) {
    return text.chars().allMatch(Character::isUpperCase);
  }

  private static int forms(Token token) {
    boolean written = token.word().exactCluster() != WordClusters.NONE;
    boolean small = WordClusters.english().path(token.plain()) != WordClusters.NONE;
    return (written ? 1 : 0) | (small ? 2 : 0);
  }

  private static int otherLists(String text) {
    return Lexicon.ENGLISH.role(text).isPresent() ? 1 << 10 : 1 << 11;
  }

  private static int lists(Token token, Registry registry) {
    String text = token.text();
    Lexicon lexicon = Lexicon.ENGLISH;
    int bits = 0;
    if (lexicon.isGivenName(text)) {
      bits |= lexicon.isWordToo(text) ? 1 << 1 : 1;
    }
    bits |= registry.bySurname(text).isEmpty() ? 0 : 1 << 2;
    bits |= lexicon.isPlace(text) ? 1 << 3 : 0;
    bits |= lexicon.isNationality(text) ? 1 << 4 : 0;
    bits |= lexicon.isOrganisationWord(text) ? 1 << 5 : 0;
    bits |= lexicon.isOrganisation(text) ? 1 << 6 : 0;
    bits |= lexicon.title(text).isPresent() ? 1 << 7 : 0;
    bits |= lexicon.role(text).isPresent() ? 1 << 8 : 0;
    bits |= OrdinaryWords.isOrdinary(token) ? 1 << 9 : 0;
    return bits;
  }
}
