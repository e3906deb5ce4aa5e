package org.onrecord.article;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts an article together, part by part:
 *
 * <pre>{@code
 * Article bridge =
 *     Article.builder("bridge", "The bridge will open in May, Ruth Alder said.")
 *         .date(LocalDate.of(2024, 11, 7))
 *         .outlet("The Harbour Post")
 *         .build();
 * }</pre>
 *
 * <p>What is not said is not there. Not safe for use by several threads.
 */
public final class ArticleBuilder {
  private final ArticleId id;
  private final String body;
  private @Nullable String title;
  private @Nullable LocalDate date;
  private @Nullable String url;
  private @Nullable String outlet;
  private @Nullable String section;
  private @Nullable String author;
  private final Map<String, Object> extra = new LinkedHashMap<>();

  ArticleBuilder(ArticleId id, String body) {
    this.id = id;
    this.body = Objects.requireNonNull(body);
  }

  /** The headline. */
  public ArticleBuilder title(String headline) {
    title = headline;
    return this;
  }

  /** The day of publication, without which no archive takes it. */
  public ArticleBuilder date(LocalDate day) {
    date = day;
    return this;
  }

  /** Where it was published. */
  public ArticleBuilder url(String address) {
    url = address;
    return this;
  }

  /** The newspaper or agency. */
  public ArticleBuilder outlet(String name) {
    outlet = name;
    return this;
  }

  /** The part of the outlet, "politics". */
  public ArticleBuilder section(String name) {
    section = name;
    return this;
  }

  /** The byline. */
  public ArticleBuilder author(String byline) {
    author = byline;
    return this;
  }

  /**
   * Another member, kept with the article; {@code version}, {@code pubStatus} and {@code embargoed}
   * say what they say in input.
   *
   * @param value a string, number, boolean, list or map
   */
  public ArticleBuilder member(String name, Object value) {
    extra.put(name, value);
    return this;
  }

  /** The article as it is now. */
  public Article build() {
    return new Article(
        id,
        title,
        date,
        url,
        outlet,
        section,
        author,
        body,
        extra,
        new Provenance("-", 0, 0, "text"));
  }
}
