package org.onrecord.backend.lucene.copies;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.StoredRecords;
import org.onrecord.backend.lucene.index.WrittenArticle;
import org.onrecord.copies.ComparedArticle;
import org.onrecord.copies.CopyRule;
import org.onrecord.copies.Likeness;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;

/**
 * Finds an index's articles whose {@link Fields#SKETCH} has several hashes in common with that of a
 * given one, and of those the nearest copy. What is read is bounded, however many articles share a
 * phrase.
 */
public final class SketchSearch {
  /** How many hashes two articles must share to be compared. */
  public static final int LEAST_SHARED = 3;

  /** How many articles are compared. */
  public static final int MOST_COMPARED = 8;

  /** How many articles with one hash are looked at in a segment. */
  private static final int MOST_WITH_HASH = 200;

  private final DirectoryReader reader;
  private final DocumentCodec codec;

  SketchSearch(DirectoryReader reader, DocumentCodec codec) {
    this.reader = reader;
    this.codec = codec;
  }

  /** The article that lies in a segment as this document. */
  private record Candidate(LeafReader leaf, int doc, ArticleId id, int shared) {}

  private record Verdict(Candidate candidate, Likeness likeness) {}

  /** The nearest copy among the articles, but for those that {@code passed} names. */
  Optional<NearestCopy> nearest(ComparedArticle compared, Predicate<ArticleId> passed)
      throws IOException {
    Verdict nearest = null;
    for (Candidate candidate : candidates(compared.runs().sketch(), passed)) {
      Likeness found = CopyRule.likeness(compared, compared(candidate)).orElse(null);
      if (found != null && (nearest == null || found.shared() > nearest.likeness().shared())) {
        nearest = new Verdict(candidate, found);
      }
    }
    return nearest == null
        ? Optional.empty()
        : Optional.of(new NearestCopy(read(nearest.candidate()), nearest.likeness()));
  }

  /** Those with the most hashes in common, the first of them by id where as many. */
  private List<Candidate> candidates(long[] sketch, Predicate<ArticleId> passed)
      throws IOException {
    Comparator<Candidate> order =
        Comparator.comparingInt(Candidate::shared)
            .thenComparing(candidate -> candidate.id().value(), Comparator.reverseOrder());
    PriorityQueue<Candidate> best = new PriorityQueue<>(order);
    for (var leaf : reader.leaves()) {
      for (Candidate candidate : candidates(leaf.reader(), sketch)) {
        if (!passed.test(candidate.id())) {
          best.add(candidate);
          if (best.size() > MOST_COMPARED) {
            best.remove();
          }
        }
      }
    }
    return best.stream().sorted(order.reversed()).toList();
  }

  private static List<Candidate> candidates(LeafReader leaf, long[] sketch) throws IOException {
    Map<Integer, Integer> shared = shared(leaf, sketch);
    int[] docs =
        shared.keySet().stream()
            .filter(doc -> shared.getOrDefault(doc, 0) >= LEAST_SHARED)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    List<Candidate> candidates = new ArrayList<>();
    SortedDocValues ids = DocValues.getSorted(leaf, Fields.ARTICLE);
    for (int doc : docs) {
      if (ids.advanceExact(doc)) {
        ArticleId id = new ArticleId(ids.lookupOrd(ids.ordValue()).utf8ToString());
        candidates.add(new Candidate(leaf, doc, id, shared.getOrDefault(doc, 0)));
      }
    }
    return candidates;
  }

  /** By document, how many of the hashes it has. */
  private static Map<Integer, Integer> shared(LeafReader leaf, long[] sketch) throws IOException {
    Map<Integer, Integer> shared = new HashMap<>();
    TermsEnum terms = Terms.getTerms(leaf, Fields.SKETCH).iterator();
    Bits live = leaf.getLiveDocs();
    for (long hash : sketch) {
      if (terms.seekExact(WrittenArticle.term(hash))) {
        PostingsEnum with = terms.postings(null, PostingsEnum.NONE);
        int doc = with.nextDoc();
        for (int i = 0; i < MOST_WITH_HASH && doc != DocIdSetIterator.NO_MORE_DOCS; i++) {
          if (live == null || live.get(doc)) {
            shared.merge(doc, 1, Integer::sum);
          }
          doc = with.nextDoc();
        }
      }
    }
    return shared;
  }

  private ComparedArticle compared(Candidate candidate) throws IOException {
    ArchiveDocument document =
        StoredRecords.read(codec, candidate.leaf().storedFields(), candidate.doc());
    return switch (document) {
      case ArticleDocument article -> ComparedArticle.of(article.received());
      case ParagraphDocument _, QuoteDocument _ ->
          throw new IllegalStateException(candidate.id() + " has a sketch where it is no article");
    };
  }

  /** Reads the whole article; its documents lie in one segment. */
  private WrittenArticle read(Candidate candidate) throws IOException {
    LeafReader leaf = candidate.leaf();
    StoredFields stored = leaf.storedFields();
    NumericDocValues keys = DocValues.getNumeric(leaf, Fields.PASSAGE);
    Bits live = leaf.getLiveDocs();
    List<ArchiveDocument> documents = new ArrayList<>();
    Map<String, Long> known = new HashMap<>();
    PostingsEnum docs = leaf.postings(new Term(Fields.ARTICLE, candidate.id().value()));
    while (docs != null && docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      int doc = docs.docID();
      if (live == null || live.get(doc)) {
        ArchiveDocument document = StoredRecords.read(codec, stored, doc);
        documents.add(document);
        if (keys.advanceExact(doc)) {
          known.put(WrittenArticle.passage(document).orElseThrow().id(), keys.longValue());
        }
      }
    }
    return ArchivedArticle.gathered(documents)
        .map(article -> WrittenArticle.of(article).withKeys(known))
        .orElseThrow(() -> new IllegalStateException(candidate.id() + " has no article"));
  }
}
