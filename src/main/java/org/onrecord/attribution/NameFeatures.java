package org.onrecord.attribution;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.onrecord.attribution.NameStretches.Stretch;
import org.onrecord.registry.Registry;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;
import org.onrecord.segment.WordClusters;

/**
 * What of a token and its neighbours tells whether it is in a name, and of what kind: the words,
 * their clusters and shapes, lists of names, how the article uses the word elsewhere, and what
 * rules alone take it for. A feature is a 64-bit hash of a template and its values. Not
 * thread-safe; one a paragraph.
 */
final class NameFeatures {
  private static final WordClusters CLUSTERS = WordClusters.english();
  private static final int NO_WORD = 0x5bd1e995;
  private static final int[] BITS = {4, 6, 10};

  private final Registry registry;
  private final Paragraph paragraph;
  private final List<Token> tokens;
  private final ArticleWords words;
  private final byte[] ruled;
  private final int[] word;
  private final int[] cluster;
  private final int[] lists;
  private final int[] uses;
  private final boolean[] known;
  private long[] found = new long[80];
  private int count;

  NameFeatures(
      Registry registry, Paragraph paragraph, ArticleWords words, List<NameMention> names) {
    this.registry = registry;
    this.paragraph = paragraph;
    this.tokens = paragraph.tokens();
    this.words = words;
    int size = tokens.size();
    ruled = ruled(names, size);
    word = new int[size];
    cluster = new int[size];
    lists = new int[size];
    uses = new int[size];
    known = new boolean[size];
  }

  private static byte[] ruled(List<NameMention> names, int size) {
    byte[] ruled = new byte[size];
    for (NameMention name : names) {
      for (int i = name.first(); i < name.end(); i++) {
        int kind = 2 * (name.kind().ordinal() + 1);
        ruled[i] = (byte) (i == name.first() ? kind : kind + 1);
      }
    }
    return ruled;
  }

  /** How many of the array that {@link #of} returns count. */
  int count() {
    return count;
  }

  /** The features of a token of a stretch; the array is used again by the next call. */
  long[] of(Stretch stretch, int i) {
    count = 0;
    int before = word(i - 1);
    int own = word(i);
    int after = word(i + 1);
    add(0, shape(i), 0, 0);
    add(1, own, 0, 0);
    add(2, before, 0, 0);
    add(3, after, 0, 0);
    add(4, before, own, 0);
    add(5, own, after, 0);
    add(6, word(i - 2), 0, 0);
    add(7, word(i + 2), 0, 0);
    for (int d = -2; d <= 2; d++) {
      int path = cluster(i + d);
      for (int bits : BITS) {
        add(10 + d + 2, WordClusters.prefix(path, bits), bits, 0);
      }
      add(10 + d + 2, path, 32, 0);
    }
    add(16, WordClusters.prefix(cluster(i - 1), 6), WordClusters.prefix(cluster(i), 6), 0);
    add(17, WordClusters.prefix(cluster(i), 6), WordClusters.prefix(cluster(i + 1), 6), 0);
    add(18, shape(i - 1), shape(i), shape(i + 1));
    String text = tokens.get(i).text();
    add(19, text.substring(Math.max(0, text.length() - 3)).hashCode(), 0, 0);
    int here = lists(i);
    add(20, here, 0, 0);
    add(21, lists(i - 1), here, 0);
    add(22, here, lists(i + 1), 0);
    add(23, lists(i + 1), 0, 0);
    add(24, lists(i - 1), 0, 0);
    int opens = opens(i) ? 1 : 0;
    add(25, opens, uses(i) & 3, here);
    add(26, opens, uses(i), 0);
    add(27, uses(i), here, 0);
    add(28, uses(i + 1), here, 0);
    add(29, uses(i - 1), here, 0);
    add(30, ruled(i), 0, 0);
    add(31, ruled(i - 1), ruled(i), ruled(i + 1));
    add(32, ruled(i), here, opens);
    add(33, ruled(i), uses(i), 0);
    int forms = forms(text);
    add(50, forms, 0, 0);
    add(51, forms, uses(i), 0);
    add(52, forms, here, 0);
    run(stretch, i, here);
    return found;
  }

  /** What the capitalised words around the token say together. */
  private void run(Stretch stretch, int i, int here) {
    int first = i;
    while (first > stretch.first() && NameStretches.isNameWord(tokens.get(first - 1))) {
      first--;
    }
    int last = i;
    while (last + 1 < stretch.end() && NameStretches.isNameWord(tokens.get(last + 1))) {
      last++;
    }
    add(40, Math.min(4, i - first), Math.min(4, last - i), lists(last));
    add(41, lists(first), Math.min(4, last - first), i == first ? 1 : 0);
    add(42, word(last), i == last ? 1 : 0, 0);
    add(43, word(last + 1), Math.min(4, last - i), 0);
    add(44, word(first - 1), Math.min(4, i - first), 0);
    add(45, WordClusters.prefix(cluster(last + 1), 10), i == last ? 1 : 0, here);
    add(46, WordClusters.prefix(cluster(first - 1), 10), i == first ? 1 : 0, here);
    boolean person = isKnown(i, first, last + 1);
    add(47, person ? 1 : 0, i == first ? 1 : 0, i == last ? 1 : 0);
    int end = stretch.end() - 1;
    add(48, lists(end), Math.min(6, end - i), shape(i));
    boolean place = last > first && isPlace(first, last + 1);
    add(49, place ? 1 : 0, i == first ? 1 : 0, here);
  }

  private boolean isPlace(int first, int end) {
    return end - first < 4 && Lexicon.ENGLISH.isPlace(RolePhrases.words(tokens, first, end));
  }

  /** Whether the token is in somebody's full name by the registry, within a run. */
  private boolean isKnown(int i, int first, int end) {
    if (i == first) {
      for (int from = first; from < end - 1; from++) {
        for (int to = Math.min(end, from + 4); to > from + 1; to--) {
          if (!registry.named(RolePhrases.words(tokens, from, to)).isEmpty()) {
            Arrays.fill(known, from, to, true);
            from = to - 1;
            break;
          }
        }
      }
    }
    return known[i];
  }

  private boolean opens(int i) {
    int first = paragraph.sentences().get(paragraph.sentenceOf(i)).first();
    while (first < i && !tokens.get(first).isWord()) {
      first++;
    }
    return first == i;
  }

  private int word(int i) {
    if (i < 0 || i >= word.length) {
      return NO_WORD;
    }
    if (word[i] == 0) {
      word[i] = Lexicon.lower(tokens.get(i).text()).hashCode() | 1;
    }
    return word[i];
  }

  private int cluster(int i) {
    if (i < 0 || i >= cluster.length) {
      return 1;
    }
    if (cluster[i] == 0) {
      String text = tokens.get(i).text();
      int path = CLUSTERS.path(tokens.get(i));
      if (path == WordClusters.NONE && text.length() > 1 && isCapitals(text)) {
        path = CLUSTERS.path(text.charAt(0) + text.substring(1).toLowerCase(Locale.ROOT));
      }
      cluster[i] = path == 0 ? 1 : path;
    }
    return cluster[i];
  }

  /** In which forms newswire has a word, as bits: as it is written, in small letters. */
  private static int forms(String text) {
    return (CLUSTERS.path(text) == WordClusters.NONE ? 0 : 1)
        | (CLUSTERS.path(Lexicon.lower(text)) == WordClusters.NONE ? 0 : 2);
  }

  private static boolean isCapitals(String text) {
    return text.chars().allMatch(Character::isUpperCase);
  }

  private int uses(int i) {
    if (i < 0 || i >= uses.length) {
      return 0;
    }
    if (uses[i] == 0) {
      uses[i] = words.uses(Lexicon.lower(tokens.get(i).text())) + 1;
    }
    return uses[i] - 1;
  }

  private int ruled(int i) {
    return i < 0 || i >= ruled.length ? 0 : ruled[i];
  }

  private int shape(int i) {
    if (i < 0 || i >= tokens.size()) {
      return 0;
    }
    String text = tokens.get(i).text();
    int shape = 1;
    int before = 0;
    for (int k = 0; k < text.length() && k < 12; k++) {
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

  /** In which lists the word is, as bits. */
  private int lists(int i) {
    if (i < 0 || i >= lists.length) {
      return 1 << 20;
    }
    if (lists[i] == 0) {
      lists[i] = 1 << 20 | inLists(tokens.get(i));
    }
    return lists[i];
  }

  private int inLists(Token token) {
    String text = token.text();
    if (!NameStretches.isNameWord(token)) {
      return Lexicon.ENGLISH.role(text).isPresent() ? 1 << 10 : 1 << 11;
    }
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

  private void add(int template, int a, int b, int c) {
    long hash = template * 0x9E3779B97F4A7C15L + a;
    hash = (hash ^ hash >>> 29) * 0xBF58476D1CE4E5B9L + b;
    hash = (hash ^ hash >>> 32) * 0x94D049BB133111EBL + c;
    if (count == found.length) {
      found = Arrays.copyOf(found, count * 2);
    }
    found[count++] = hash ^ hash >>> 31;
  }
}
