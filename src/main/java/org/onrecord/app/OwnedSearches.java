package org.onrecord.app;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.ApiKeys;
import org.onrecord.access.KeyBounds;
import org.onrecord.alert.OwnedArchive;
import org.onrecord.alert.SavedSearch;
import org.onrecord.archive.RegistryAliases;
import org.onrecord.article.ArticleId;
import org.onrecord.http.SavedQuery;
import org.onrecord.http.SearchParameters;
import org.onrecord.query.QueryLimits;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.search.ArticleFilter;
import org.onrecord.search.AskedSearch;
import org.onrecord.search.Hit;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.SearchQuestion;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;

/** The served archive as owners of saved searches see it, by the keys as they are now. */
final class OwnedSearches implements OwnedArchive {
  private static final ScopedValue<ArticleFilter> SHOWN = ScopedValue.newInstance();

  private final ServedIndex served;
  private final SearchService service;
  private final ApiKeys keys;
  private final InstantSource clock;

  OwnedSearches(
      ServedIndex served,
      RegistryAliases aliases,
      QueryLimits limits,
      ApiKeys keys,
      InstantSource clock) {
    this.served = served;
    this.service =
        new SearchService(served.showing(SHOWN::get).backend(), aliases, aliases, limits);
    this.keys = keys;
    this.clock = clock;
  }

  /** What an owner may read; empty where their key does not hold. */
  private Optional<ArticleFilter> filter(SavedSearch search) throws IOException {
    String owner = search.owner();
    if (owner.isEmpty() || owner.startsWith("proxy:")) {
      return Optional.of(ArticleFilter.NONE);
    }
    return keys.keys().stream()
        .filter(key -> key.id().equals(owner) && !key.isOver(clock.instant()))
        .findFirst()
        .map(
            key -> {
              KeyBounds bounds = key.bounds();
              return new ArticleFilter(bounds.outlets(), bounds.sections());
            });
  }

  /** An answer out of what an owner may read. */
  @FunctionalInterface
  private interface Answer<T> {
    T of(SearchRequest request) throws IOException;
  }

  private <T> T asked(SavedSearch search, Answer<T> answer)
      throws IOException, InvalidSearchException {
    ArticleFilter filter =
        filter(search)
            .orElseThrow(
                () -> new InvalidSearchException("The key with which it was saved does not hold."));
    SearchRequest request =
        switch (SavedQuery.read(search.query())) {
          case SearchParameters.Asked(SearchRequest read) -> read;
          case SearchParameters.Refused refused ->
              throw new InvalidSearchException(refused.errors().getFirst().detail());
        };
    try {
      return ScopedValue.where(SHOWN, filter).call(() -> answer.of(request));
    } catch (InvalidRequestException e) {
      throw new InvalidSearchException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public AskedSearch understood(SavedSearch search) throws IOException, InvalidSearchException {
    return asked(
        search,
        request -> {
          try (SearchQuestion question = service.understand(request)) {
            return question.searched();
          }
        });
  }

  @Override
  public List<Hit> within(SavedSearch search, ArticleId article)
      throws IOException, InvalidSearchException {
    return asked(
        search,
        request -> {
          try (SearchQuestion question = service.understand(request)) {
            return question.exactly(article);
          }
        });
  }

  @Override
  public boolean shows(SavedSearch search, ArchivedArticle article) throws IOException {
    ArticleHeader header = article.document().article();
    return filter(search)
        .filter(
            shown ->
                isAmong(header.outlet(), shown.outlets())
                    && isAmong(header.section(), shown.sections()))
        .isPresent();
  }

  private static boolean isAmong(@Nullable String value, List<String> wanted) {
    return wanted.isEmpty()
        || value != null
            && wanted.stream().anyMatch(one -> one.strip().equalsIgnoreCase(value.strip()));
  }

  @Override
  public void refresh() throws IOException {
    served.refresh();
  }

  @Override
  public Optional<ArchivedArticle> workedOut(ArticleId id) throws IOException {
    return served.workedOut(id);
  }
}
