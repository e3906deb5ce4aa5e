package org.onrecord.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.onrecord.alert.StandingSearches;
import org.onrecord.article.ArticleId;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.Facet;
import org.onrecord.search.ExportedHits;
import org.onrecord.search.Hit;
import org.onrecord.search.HitStream;
import org.onrecord.search.SearchRequest;

/**
 * Searches such as people save, made of an archive's own names and words, and articles of it to be
 * looked at as if they arrived: of five searches two ask for words of a quotation, one for what
 * somebody says, one for that and a word, one for what is said of somebody.
 */
public final class StandingBench {
  private static final int DRAWN_OF = 20;
  private static final int LONG_WORD = 5;

  private final List<SearchRequest> searches;
  private final List<ArchivedArticle> articles;

  private StandingBench(List<SearchRequest> searches, List<ArchivedArticle> articles) {
    this.searches = List.copyOf(searches);
    this.articles = List.copyOf(articles);
  }

  /** Every hit of a search, to be closed. */
  @FunctionalInterface
  public interface Exporting {
    ExportedHits of(SearchRequest request) throws IOException;
  }

  /** An article of the archive. */
  @FunctionalInterface
  public interface Articles {
    Optional<ArchivedArticle> of(ArticleId id) throws IOException;
  }

  /** What was found in all. */
  public record Found(long matches, long passages) {}

  /**
   * Draws them.
   *
   * @param seed draws the same ones of the same archive
   * @param searches how many
   * @param articles how many at the most
   */
  public static StandingBench of(
      Exporting archive, Articles held, long seed, int searches, int articles) throws IOException {
    Random random = new Random(seed);
    List<ArchivedQuotation> said = new ArrayList<>();
    Set<ArticleId> ids = new LinkedHashSet<>();
    try (HitStream all = archive.of(SearchRequest.of("").forQuotations()).hits()) {
      for (Optional<Hit> hit = all.next();
          hit.isPresent() && said.size() < DRAWN_OF * searches;
          hit = all.next()) {
        if (hit.get() instanceof Hit.QuoteHit found) {
          said.add(found.quote().quotation());
          ids.add(found.article().id());
        }
      }
    }
    Collections.shuffle(said, random);
    List<SearchRequest> made = new ArrayList<>();
    for (int i = 0; made.size() < searches && i < said.size(); i++) {
      search(said.get(i), made.size() % 5, random).ifPresent(made::add);
    }
    List<ArticleId> shuffled = new ArrayList<>(ids);
    Collections.shuffle(shuffled, random);
    List<ArchivedArticle> drawn = new ArrayList<>();
    for (ArticleId id : shuffled.subList(0, Math.min(articles, shuffled.size()))) {
      held.of(id).ifPresent(drawn::add);
    }
    return new StandingBench(made, drawn);
  }

  private static Optional<SearchRequest> search(ArchivedQuotation said, int kind, Random random) {
    List<String> words = new ArrayList<>();
    for (String word : said.content().split("\\P{L}+", -1)) {
      if (word.length() >= LONG_WORD) {
        words.add(word);
      }
    }
    Collections.shuffle(words, random);
    Optional<String> speaker = said.speakers().stream().findFirst().map(one -> one.name());
    SearchRequest quotations = SearchRequest.of("").forQuotations();
    return switch (kind) {
      case 0, 1 ->
          words.size() < 2
              ? Optional.empty()
              : Optional.of(asking(words.get(0) + " " + words.get(1)));
      case 2 -> speaker.map(name -> quotations.with(Facet.SPEAKER, name));
      case 3 ->
          words.isEmpty()
              ? Optional.empty()
              : speaker.map(
                  name -> asking(words.getFirst()).forQuotations().with(Facet.SPEAKER, name));
      default -> speaker.map(name -> quotations.with(Facet.MENTION, name));
    };
  }

  private static SearchRequest asking(String q) {
    return SearchRequest.of(q);
  }

  public List<SearchRequest> searches() {
    return searches;
  }

  public List<ArchivedArticle> articles() {
    return articles;
  }

  /**
   * Looks at the first of the articles.
   *
   * @param batch how many arrive together
   */
  public Found run(StandingSearches standing, int batch, int most) throws IOException {
    long matches = 0;
    long passages = 0;
    for (int i = 0; i < most; i += batch) {
      for (StandingSearches.Match match :
          standing.match(articles.subList(i, Math.min(most, i + batch)))) {
        matches++;
        passages += match.passages().size();
      }
    }
    return new Found(matches, passages);
  }
}
