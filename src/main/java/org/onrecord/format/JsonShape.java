package org.onrecord.format;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.onrecord.article.Provenance;
import tools.jackson.databind.JsonNode;

/**
 * What an object of JSON is, told by the names of its members: those within an object after a full
 * stop. The first that fits counts; an article in OnRecord's own members fits none.
 */
enum JsonShape {
  /** Answers of AP's Media API. */
  AP_MEDIA(NinjsArticle::fitsAp, NinjsArticle::mapAp),
  NINJS(NinjsArticle::fits, NinjsArticle::map),
  /** A post of WordPress's REST API. */
  WORDPRESS(WordPressPost::fits, WordPressPost::read);

  /** Makes articles of an object. */
  @FunctionalInterface
  interface Mapping {
    void map(
        JsonNode object,
        Provenance place,
        ArticleInput input,
        Consumer<? super ReadResult> results);
  }

  private final Predicate<Set<String>> members;
  private final Mapping mapping;

  JsonShape(Predicate<Set<String>> members, Mapping mapping) {
    this.members = members;
    this.mapping = mapping;
  }

  boolean fits(Set<String> names) {
    return members.test(names);
  }

  Mapping mapping() {
    return mapping;
  }

  static Optional<JsonShape> of(Set<String> names) {
    return Arrays.stream(values()).filter(s -> s.fits(names)).findFirst();
  }
}
