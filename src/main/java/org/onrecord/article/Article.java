package org.onrecord.article;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An article as it was received.
 *
 * @param id what the archive knows it by
 * @param title the headline, or null where there is none
 * @param date the day of publication, or null where the input named none
 * @param url where it was published
 * @param outlet the newspaper or agency
 * @param section the part of the outlet, "politics"
 * @param author the byline
 * @param body the text, paragraphs parted by blank lines, exactly as received
 * @param extra members of the input that OnRecord has no field for, by name: strings, numbers,
 *     booleans, lists, maps
 * @param publication what they say of its publication
 * @param provenance where it came from
 */
public record Article(
    ArticleId id,
    @Nullable String title,
    @Nullable LocalDate date,
    @Nullable String url,
    @Nullable String outlet,
    @Nullable String section,
    @Nullable String author,
    String body,
    Map<String, Object> extra,
    Publication publication,
    Provenance provenance) {
  public Article {
    Objects.requireNonNull(id);
    Objects.requireNonNull(body);
    Objects.requireNonNull(provenance);
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  /** An article whose members of the input say what they say of its publication. */
  public Article(
      ArticleId id,
      @Nullable String title,
      @Nullable LocalDate date,
      @Nullable String url,
      @Nullable String outlet,
      @Nullable String section,
      @Nullable String author,
      String body,
      Map<String, Object> extra,
      Provenance provenance) {
    this(
        id,
        title,
        date,
        url,
        outlet,
        section,
        author,
        body,
        extra,
        Publication.of(extra),
        provenance);
  }

  /**
   * Begins an article.
   *
   * @param id what the archive is to know it by
   * @param body the text, paragraphs parted by blank lines
   */
  public static ArticleBuilder builder(String id, String body) {
    return new ArticleBuilder(new ArticleId(id), body);
  }

  /** An article of text alone, for callers that have no more. */
  public static Article of(String id, @Nullable LocalDate date, String body) {
    return new Article(
        new ArticleId(id),
        null,
        date,
        null,
        null,
        null,
        null,
        body,
        Map.of(),
        new Provenance("-", 0, 0, "text"));
  }

  /**
   * Where it came from and what is said of its publication, without a word of it.
   *
   * @param before what the archive had of it, whose version it takes over where it names none
   */
  public Article withoutText(Optional<Article> before) {
    return new Article(
        id,
        null,
        null,
        null,
        null,
        null,
        null,
        "",
        new PublicationMembers(extra)
            .with(before.flatMap(b -> new PublicationMembers(b.extra()).writtenVersion())),
        provenance);
  }

  /** The same under another id. */
  public Article withId(ArticleId newId) {
    return new Article(
        newId, title, date, url, outlet, section, author, body, extra, publication, provenance);
  }

  public Article withTitle(@Nullable String newTitle) {
    return new Article(
        id, newTitle, date, url, outlet, section, author, body, extra, publication, provenance);
  }

  public Article withBody(String newBody) {
    return new Article(
        id, title, date, url, outlet, section, author, newBody, extra, publication, provenance);
  }

  /**
   * When on its day it was published: what {@code firstCreated, datePublished, published,
   * publishedAt} or {@code versionCreated} says, if that is within a day of the date.
   */
  public Optional<Instant> time() {
    LocalDate day = date;
    return day == null
        ? Optional.empty()
        : new PublicationMembers(extra)
            .published()
            .filter(
                time ->
                    Math.abs(ChronoUnit.DAYS.between(day, LocalDate.ofInstant(time, UTC))) <= 1);
  }
}
