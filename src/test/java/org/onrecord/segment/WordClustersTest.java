package org.onrecord.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.XZInputStream;

class WordClustersTest {
  private static final String LEXICON =
      "/brown-rcv1.clean.tokenized-CoNLL03.txt-c1000-freq1.txt.xz";
  private static final Path SHIPPED =
      Path.of("src/main/resources/org/onrecord/segment/word-clusters.bin");
  private static final WordClusters CLUSTERS = WordClusters.english();

  @Test
  void wordsInLikePlacesShareTheirFirstBits() {
    assertEquals(prefix("insisted", 6), prefix("maintained", 6));
    assertEquals(prefix("spokesman", 10), prefix("spokeswoman", 10));
    assertNotEquals(prefix("insisted", 4), prefix("bridges", 4));
  }

  private static int prefix(String word, int bits) {
    return WordClusters.prefix(CLUSTERS.path(word), bits);
  }

  @Test
  void wordOfNoClusterHasNone() {
    assertEquals(WordClusters.NONE, CLUSTERS.path("elmseaishly"));
    assertEquals(WordClusters.NONE, prefix("elmseaishly", 4));
  }

  @Test
  void capitalAtTheBeginningOfASentenceMayBeTheSentences() {
    int lower = CLUSTERS.path("apprised");
    assertNotEquals(WordClusters.NONE, lower);
    assertEquals(lower, new Token("Apprised", 0).word().cluster());
  }

  @Test
  void shortPathIsItsOwnPrefix() {
    assertEquals(0b1011, WordClusters.prefix(0b1011, 3));
    assertEquals(0b101, WordClusters.prefix(0b1011, 2));
    assertEquals(0b1011, WordClusters.prefix(0b1011, 20));
  }

  /** {@code -Donrecord.clusters=write} writes the file anew from the lexicon. */
  @Test
  void fileHoldsWhatTheLexiconHolds() throws Exception {
    byte[] expected = file(lexicon());
    if ("write".equals(System.getProperty("onrecord.clusters"))) {
      Files.write(SHIPPED, expected);
    }
    assertArrayEquals(expected, Files.readAllBytes(SHIPPED));
  }

  /** From a word to its path, as bits. */
  private static Map<String, String> lexicon() throws Exception {
    Map<String, String> paths = new TreeMap<>();
    try (InputStream packed = WordClustersTest.class.getResourceAsStream(LEXICON)) {
      assertNotNull(packed, LEXICON);
      Object read =
          new ObjectInputStream(new BufferedInputStream(new XZInputStream(packed))).readObject();
      ((Map<?, ?>) read)
          .forEach((word, prefixes) -> paths.put((String) word, longest((Set<?>) prefixes)));
    }
    return paths;
  }

  /** The lexicon has some prefixes of each path, of which the longest is whole. */
  private static String longest(Set<?> prefixes) {
    return prefixes.stream()
        .map(prefix -> ((String) prefix).replace("x", ""))
        .max(Comparator.comparing(String::length))
        .orElseThrow();
  }

  private static byte[] file(Map<String, String> lexicon) throws IOException {
    List<String> paths = new ArrayList<>(lexicon.values().stream().distinct().sorted().toList());
    Map<String, Integer> numbers = new TreeMap<>();
    paths.forEach(path -> numbers.put(path, numbers.size()));
    Map<Integer, Integer> words = new TreeMap<>();
    lexicon.forEach((word, path) -> words.putIfAbsent(WordClusters.hash(word), numbers.get(path)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(paths.size());
    for (String path : paths) {
      out.writeInt(Integer.parseInt("1" + path, 2));
    }
    out.writeInt(words.size());
    for (int hash : words.keySet()) {
      out.writeInt(hash);
    }
    for (int number : words.values()) {
      out.writeShort(number);
    }
    return bytes.toByteArray();
  }
}
