package org.onrecord.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onrecord.article.ArticleId;
import org.onrecord.article.PartyRef;
import org.onrecord.article.Publication.Hold;
import org.onrecord.people.ArchivedPerson;
import org.onrecord.people.WhoIs;
import org.onrecord.query.Query;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.Facet;
import org.onrecord.schema.FormerAddress;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;

/** The port by which an index is searched. Safe for use by several threads. */
public interface SearchBackend {

  /**
   * The index as it is for one question: whatever is written meanwhile does not show in {@code
   * view}, and all that it is asked has to be answered by one deadline. It is for one thread.
   *
   * @param hold keeps it open until it is closed
   */
  record HeldView(SearchBackend view, Closeable hold) implements Closeable {
    @Override
    public void close() throws IOException {
      hold.close();
    }
  }

  /** Holds the index as it is now; the caller closes it. One that never changes holds nothing. */
  default HeldView openView() throws IOException {
    return new HeldView(this, () -> {});
  }

  /**
   * Finds what matches, in the given mode, without falling back.
   *
   * @param query what the request's {@code q} means; its filters are already canonical values, ids
   *     where the {@linkplain Facet#isById() facet's values have one}
   * @throws InvalidRequestException if the cursor is none that this index gave, or a part of the
   *     query stands for too many words
   */
  BackendResult search(SearchRequest request, Query query, MatchMode match) throws IOException;

  /**
   * Every hit that {@link #search} would page through, whatever the request's {@code size} and
   * {@code after}; facets are not counted.
   *
   * @throws InvalidRequestException if a part of the query stands for too many words
   */
  HitStream stream(SearchRequest request, Query query, MatchMode match) throws IOException;

  /**
   * Every hit of {@link #search} in one article, in reading order; copies are not folded, and the
   * request's {@code size}, {@code after} and {@code sort} do not count.
   *
   * @throws InvalidRequestException if a part of the query stands for too many words
   */
  List<Hit> within(ArticleId article, SearchRequest request, Query query, MatchMode match)
      throws IOException;

  Optional<ArchivedArticle> article(ArticleId id) throws IOException;

  /** Why an article is not shown; empty where it is, or where there is none. */
  default Optional<Hold> hold(ArticleId id) throws IOException {
    return Optional.empty();
  }

  /**
   * Addresses of quotations whose words their articles, which are shown, have lost: the latest
   * first, those of one article together.
   *
   * @param most of how many articles
   */
  default List<FormerAddress> lost(int most) throws IOException {
    return List.of();
  }

  /** The paragraph with this permalink id. */
  Optional<ParagraphDocument> paragraph(String id) throws IOException;

  /** The quotation with this permalink id. */
  Optional<QuoteDocument> quote(String id) throws IOException;

  /**
   * Words of the archive that differ from this one in one or two letters but not the first: the
   * nearest first, among them the most frequent; at most 50, in small letters without accents.
   */
  List<String> similarWords(String word) throws IOException;

  /**
   * Whether the archive has a word often as a name: at least a tenth of what holds it names
   * somebody by it. True of a word that few hold, or nothing.
   */
  boolean isName(String word) throws IOException;

  /**
   * What a query that is being typed may become, from what the archive holds: at most {@code size},
   * people first, then parties, then phrases.
   */
  List<Completion> complete(String typed, int size) throws IOException;

  /**
   * Every party whose people speak in the archive or that it names, under each name that it bears
   * there; a party's most frequent name comes first.
   */
  List<PartyRef> parties() throws IOException;

  /**
   * Everybody who has an id, as the archive has them before anything is decided about names, in the
   * order of their ids.
   */
  default List<ArchivedPerson> people() throws IOException {
    return List.of();
  }

  /** Whether the archive has an id, before anything is decided about names. */
  default boolean hasPerson(String id) throws IOException {
    return people().stream().anyMatch(one -> one.id().equals(id));
  }

  /** For whom an id stands, by what was decided about names and by what the archive has. */
  default WhoIs whoIs(String id) throws IOException {
    return new WhoIs(Optional.empty(), false);
  }

  /** In how many articles both of these ids are, as the archive has them. */
  default long articlesWithBoth(String id, String other) throws IOException {
    return 0;
  }

  /**
   * What a name stands for in a facet of people, by what editors decided: another name where
   * everything under it counts as that; itself where it is still a name.
   */
  default String called(Facet facet, String name) throws IOException {
    return name;
  }

  /**
   * A page of the values of one facet, over what the request finds in the given mode.
   *
   * @throws InvalidRequestException if the cursor is none, or a part of the query stands for too
   *     many words
   */
  FacetPage facet(SearchRequest request, Query query, MatchMode match, FacetListing listing)
      throws IOException;

  /**
   * The articles that the hits stand in, in the request's order by their best hit; {@code after}
   * and the facets do not count.
   *
   * @param skip how many articles to pass over, at most {@link ArticleHits#MOST_SKIPPED}
   * @throws InvalidRequestException if a part of the query stands for too many words
   */
  ArticleHits articles(SearchRequest request, Query query, MatchMode match, int skip)
      throws IOException;

  /**
   * Counts hits by the request's interval, within its days.
   *
   * @throws InvalidRequestException if a part of the query stands for too many words
   */
  DatedCounts dated(AskedSearch asked) throws IOException;

  /**
   * Reads words off some hits.
   *
   * @param most how many hits to read at the most
   * @throws InvalidRequestException if a part of the query stands for too many words
   */
  SampledWords sampleWords(AskedSearch asked, int most) throws IOException;

  /**
   * Counts words in everything that each of some searches finds.
   *
   * @param asked at most {@value WordTallies#MOST_SEARCHES}
   * @param words as {@link #sampleWords} gives them
   * @throws InvalidRequestException if a part of a query stands for too many words
   */
  WordTallies tallyWords(List<AskedSearch> asked, Set<String> words) throws IOException;

  ArchiveCounts counts() throws IOException;
}
