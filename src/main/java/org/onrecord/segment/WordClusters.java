package org.onrecord.segment;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Words that stand in like places in newswire, as a tree of clusters (Brown et al., 1992): "said",
 * "insisted" and "quipped" share the first bits of their paths. What was not seen in training is
 * thus known by its neighbours in the tree. The words themselves are not kept, only 32-bit hashes
 * of them: a word that is in no cluster is taken for one that is in about one of 17,000 cases.
 * Immutable and thread-safe.
 *
 * <p>The file is big-endian: the number of clusters, an int, and the path of each, an int whose
 * highest bit that is set only shows the length; the number of words, an int, their hashes in
 * ascending order, ints, and the cluster of each, shorts.
 */
public final class WordClusters {
  /** No cluster. */
  public static final int NONE = -1;

  private static final String SHIPPED = "word-clusters.bin";
  private static final int MOST = 1 << 20;

  private final int[] paths;
  private final int[] hashes;
  private final short[] clusters;

  private WordClusters(int[] paths, int[] hashes, short[] clusters) {
    this.paths = paths;
    this.hashes = hashes;
    this.clusters = clusters;
  }

  /** The clusters that come with OnRecord; read once. */
  public static WordClusters english() {
    return English.CLUSTERS;
  }

  private static final class English {
    static final WordClusters CLUSTERS = shipped();
  }

  /** The path of a word in exactly this form, or {@link #NONE}. */
  public int path(String word) {
    int at = Arrays.binarySearch(hashes, hash(word));
    return at < 0 ? NONE : paths[clusters[at]];
  }

  /** The first bits of a path: a larger cluster; the path itself where it has no more. */
  public static int prefix(int path, int bits) {
    int length = 31 - Integer.numberOfLeadingZeros(path);
    return path == NONE || length <= bits ? path : path >>> length - bits;
  }

  /** The hash under which the file has a word. */
  static int hash(String word) {
    int hash = word.hashCode() * 0x9E3779B1;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * 0x01000193;
    }
    return hash ^ hash >>> 15;
  }

  private static WordClusters shipped() {
    try (InputStream in = WordClusters.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + SHIPPED);
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + SHIPPED, e);
    }
  }

  private static WordClusters read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
    int[] paths = ints(in);
    int[] hashes = ints(in);
    short[] clusters = new short[hashes.length];
    for (int i = 0; i < clusters.length; i++) {
      clusters[i] = in.readShort();
    }
    return new WordClusters(paths, hashes, clusters);
  }

  private static int[] ints(DataInputStream in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > MOST) {
      throw new IOException("a damaged file of word clusters: it claims " + size + " entries");
    }
    int[] values = new int[size];
    for (int i = 0; i < size; i++) {
      values[i] = in.readInt();
    }
    return values;
  }
}
