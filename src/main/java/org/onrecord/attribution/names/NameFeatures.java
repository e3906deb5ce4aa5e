package org.onrecord.attribution.names;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.names.NameStretches.Stretch;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.RolePhrases;
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
public final class NameFeatures {
  private static final int NO_WORD = 0x5bd1e995;
  private static final int[] BITS = {4, 6, 10};

  private final Registry registry;
  private final Paragraph paragraph;
  private final List<Token> tokens;
  private final ArticleWords words;
  private final byte[] ruled;
  private final WordSigns.Cache cache;
  private final @Nullable WordSigns[] signs;
  private final int[] uses;
  private final boolean[] known;
  private long[] found = new long[80];
  private int count;

  public NameFeatures(
      Registry registry,
      WordSigns.Cache cache,
      Paragraph paragraph,
      ArticleWords words,
      List<NameMention> names) {
    this.registry = registry;
    this.cache = cache;
    this.paragraph = paragraph;
    this.tokens = paragraph.tokens();
    this.words = words;
    int size = tokens.size();
    ruled = ruled(names, size);
    signs = new WordSigns[size];
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
  public int count() {
    return count;
  }

  /** The features of a token of a stretch; the array is used again by the next call. */
  public long[] of(Stretch stretch, int i) {
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
    add(19, signs(i).ending(), 0, 0);
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
    int forms = signs(i).forms();
    add(50, forms, 0, 0);
    add(51, forms, uses(i), 0);
    add(52, forms, here, 0);
    run(stretch, i, here);
    return found;
  }

  /** What the capitalised words around the token say together. */
  private void run(Stretch stretch, int i, int here) {
    int first = i;
    while (first > stretch.first() && signs(first - 1).nameWord()) {
      first--;
    }
    int last = i;
    while (last + 1 < stretch.end() && signs(last + 1).nameWord()) {
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

  private WordSigns signs(int i) {
    WordSigns known = signs[i];
    if (known == null) {
      known = cache.of(tokens.get(i));
      signs[i] = known;
    }
    return known;
  }

  private boolean inside(int i) {
    return i >= 0 && i < signs.length;
  }

  private int word(int i) {
    return inside(i) ? signs(i).hash() : NO_WORD;
  }

  private int cluster(int i) {
    return inside(i) ? signs(i).cluster() : 1;
  }

  private int uses(int i) {
    if (i < 0 || i >= uses.length) {
      return 0;
    }
    if (uses[i] == 0) {
      uses[i] = words.uses(tokens.get(i).plain()) + 1;
    }
    return uses[i] - 1;
  }

  private int ruled(int i) {
    return i < 0 || i >= ruled.length ? 0 : ruled[i];
  }

  private int shape(int i) {
    return inside(i) ? signs(i).shape() : 0;
  }

  private int lists(int i) {
    return inside(i) ? signs(i).lists() : WordSigns.WORD;
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
