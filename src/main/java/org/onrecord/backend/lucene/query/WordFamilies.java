package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Words of one root (Porter 1980): election, elect, elector. */
final class WordFamilies {
  /** How many words are looked at to find a family. */
  private static final int LOOKED_AT = 2_000;

  /** How many members are taken, the most frequent ones. */
  private static final int MOST_MEMBERS = 8;

  /** Shorter roots say too little. */
  private static final int SHORTEST_ROOT = 3;

  private WordFamilies() {}

  /** The other terms of a field that have the root of {@code term}. */
  static List<String> others(IndexWords words, String field, String term) throws IOException {
    String root = root(term);
    if (root.length() < SHORTEST_ROOT) {
      return List.of();
    }
    List<IndexWords.Held> members = new ArrayList<>();
    for (IndexWords.Held held : words.startingWith(field, beginning(root), LOOKED_AT)) {
      if (!held.word().equals(term) && root(held.word()).equals(root)) {
        members.add(held);
      }
    }
    members.sort(Comparator.comparingLong(IndexWords.Held::documents).reversed());
    return members.stream().limit(MOST_MEMBERS).map(IndexWords.Held::word).toList();
  }

  /** A root may have changed its last letter: happi stands for happy. */
  private static String beginning(String root) {
    char last = root.charAt(root.length() - 1);
    return root.length() > SHORTEST_ROOT && (last == 'i' || last == 'e')
        ? root.substring(0, root.length() - 1)
        : root;
  }

  private static String root(String word) throws IOException {
    KeywordTokenizer whole = new KeywordTokenizer();
    whole.setReader(new StringReader(word));
    try (TokenStream stemmed = new PorterStemFilter(whole)) {
      CharTermAttribute term = stemmed.addAttribute(CharTermAttribute.class);
      stemmed.reset();
      return stemmed.incrementToken() ? term.toString() : word;
    }
  }
}
