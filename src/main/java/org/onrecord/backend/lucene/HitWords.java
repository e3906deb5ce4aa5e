package org.onrecord.backend.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.backend.lucene.index.StoredRecords;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.backend.lucene.query.Hits;
import org.onrecord.backend.lucene.query.LengthColumns;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.SampledWords;
import org.onrecord.search.WordTallies;

/**
 * The words of hits, as inflected. Some hits are read to see which words there are; how often a
 * word stands in all of them is counted by the index.
 *
 * @param analyzer how the index's documents were read
 */
record HitWords(
    ArchiveSearcher searcher, DocumentCodec codec, Analyzer analyzer, LengthColumns lengths) {

  /** Reads at most so many hits, evenly chosen in the order of the index. */
  SampledWords sampled(Hits hits, int most) throws IOException {
    Map<String, Long> occurrences = new HashMap<>();
    long words = 0;
    List<Integer> read = chosen(hits, most);
    StoredFields stored = searcher.storedFields();
    for (int doc : read) {
      searcher.deadline().check();
      for (String word : NewsAnalyzer.terms(analyzer, Fields.EXACT, text(stored, doc))) {
        occurrences.merge(word, 1L, Long::sum);
        words++;
      }
    }
    return new SampledWords(read.size(), words, occurrences);
  }

  private static List<Integer> chosen(Hits hits, int most) throws IOException {
    List<Integer> chosen = new ArrayList<>();
    long count = hits.count();
    long wanted = Math.min(count, most);
    long at = 0;
    long next = 0;
    for (LeafReaderContext leaf : hits.leaves()) {
      DocIdSetIterator each = hits.in(leaf).iterator();
      for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
        if (at++ == next && chosen.size() < wanted) {
          chosen.add(leaf.docBase + doc);
          next = chosen.size() * count / wanted;
        }
      }
    }
    return chosen;
  }

  private String text(StoredFields stored, int doc) throws IOException {
    return switch (StoredRecords.read(codec, stored, doc)) {
      case ParagraphDocument paragraph -> paragraph.text();
      case QuoteDocument quote -> quote.quotation().content();
      case ArticleDocument _ -> "";
    };
  }

  /** Counts words in hits, by which of the lists has them. */
  WordTallies tallied(List<Hits> lists, Set<String> words) throws IOException {
    if (lists.size() > WordTallies.MOST_SEARCHES) {
      throw new IllegalArgumentException(lists.size() + " searches are too many to hold apart");
    }
    long[] lengthsByMask = new long[1 << WordTallies.MOST_SEARCHES];
    Map<String, long[]> byMask = new HashMap<>();
    words.forEach(word -> byMask.put(word, new long[1 << WordTallies.MOST_SEARCHES]));
    Map<String, Long> all = new HashMap<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      byte[] masks = masks(lists, leaf, lengthsByMask);
      count(leaf, masks, byMask, all);
    }
    List<WordTallies.Tally> tallies = new ArrayList<>();
    for (int i = 0; i < lists.size(); i++) {
      tallies.add(tally(i, lengthsByMask, byMask));
    }
    return tallies(tallies, all);
  }

  /** Of each document of a segment a bit for each list that has it; adds up their lengths. */
  private byte[] masks(List<Hits> lists, LeafReaderContext leaf, long[] lengthsByMask)
      throws IOException {
    byte[] masks = new byte[leaf.reader().maxDoc()];
    for (int i = 0; i < lists.size(); i++) {
      DocIdSetIterator each = lists.get(i).in(leaf).iterator();
      for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
        masks[doc] = (byte) (masks[doc] | 1 << i);
      }
    }
    int[] lengthOf = lengths.of(leaf);
    for (int doc = 0; doc < masks.length; doc++) {
      lengthsByMask[Byte.toUnsignedInt(masks[doc])] += lengthOf[doc];
    }
    return masks;
  }

  private void count(
      LeafReaderContext leaf, byte[] masks, Map<String, long[]> byMask, Map<String, Long> all)
      throws IOException {
    Terms terms = leaf.reader().terms(Fields.EXACT);
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    PostingsEnum postings = null;
    for (Map.Entry<String, long[]> word : byMask.entrySet()) {
      searcher.deadline().check();
      if (each.seekExact(new BytesRef(word.getKey()))) {
        all.merge(word.getKey(), each.totalTermFreq(), Long::sum);
        postings = each.postings(postings, PostingsEnum.FREQS);
        for (int doc = postings.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = postings.nextDoc()) {
          if (masks[doc] != 0) {
            word.getValue()[Byte.toUnsignedInt(masks[doc])] += postings.freq();
          }
        }
      }
    }
  }

  private static WordTallies.Tally tally(
      int search, long[] lengthsByMask, Map<String, long[]> byMask) {
    Map<String, Long> in = new HashMap<>();
    Map<String, Long> others = new HashMap<>();
    byMask.forEach(
        (word, counts) -> {
          in.put(word, sum(counts, search, true));
          others.put(word, sum(counts, search, false));
        });
    return new WordTallies.Tally(
        sum(lengthsByMask, search, true), in, sum(lengthsByMask, search, false), others);
  }

  /** What a search has, or what only others have. */
  private static long sum(long[] byMask, int search, boolean own) {
    long sum = 0;
    for (int mask = 1; mask < byMask.length; mask++) {
      if ((mask >>> search & 1) == (own ? 1 : 0)) {
        sum += byMask[mask];
      }
    }
    return sum;
  }

  private WordTallies tallies(List<WordTallies.Tally> tallies, Map<String, Long> occurrences)
      throws IOException {
    CollectionStatistics all = searcher.collectionStatistics(Fields.EXACT);
    if (all == null) {
      return new WordTallies(tallies, 0, Map.of());
    }
    Map<String, Double> shares = new HashMap<>();
    occurrences.forEach((word, count) -> shares.put(word, (double) count / all.sumTotalTermFreq()));
    return new WordTallies(tallies, all.sumTotalTermFreq(), shares);
  }
}
