package org.onrecord.article;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What feeds say of an article beside that for which {@link Article} has a field, among its
 * members: whatever the format, under the same names.
 *
 * @param members the article's {@code extra}
 */
public record ArticleDetails(Map<String, Object> members) {
  /** A time with its zone, {@code 2024-11-07T18:00:00+01:00}: when it was published first. */
  public static final String PUBLISHED = "publishedAt";

  /** A time with its zone: when this version was made. */
  public static final String UPDATED = "updatedAt";

  /** A list of names; the article's author is all of them. */
  public static final String AUTHORS = "authors";

  /** A list of names; the article's section is the first. */
  public static final String SECTIONS = "sections";

  /** A list of subjects, keywords, categories. */
  public static final String TAGS = "tags";

  /** By BCP 47, {@code en-GB}. */
  public static final String LANGUAGE = "language";

  /** Whose it is, and what may be done with it. */
  public static final String RIGHTS = "rights";

  /** What may be done with it by programs that learn from text, as its publisher says. */
  public static final String DATA_MINING = "dataMining";

  /**
   * What pages say who reserve it, by the <a
   * href="https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240202/">TDM Reservation
   * Protocol</a>.
   */
  private static final String RESERVED = "1";

  /** The lines between headline and text. */
  public static final String DECK = "deck";

  /** A list: what stands beneath its pictures. */
  public static final String CAPTIONS = "captions";

  /** A list of objects with a {@code name}: people that the feed says it is about. */
  public static final String PEOPLE = "people";

  /** A list of objects with a {@code name}: organisations that the feed says it is about. */
  public static final String ORGANISATIONS = "organisations";

  /** Where it was written, {@code Harbour}. */
  public static final String LOCATED = "located";

  /** The id of the article that this one corrects or kills. */
  public static final String REPLACES = "replaces";

  /** Those of an article. */
  public static ArticleDetails of(Article article) {
    return new ArticleDetails(article.extra());
  }

  /** When it was published first, if the feed says so with a zone. */
  public Optional<OffsetDateTime> published() {
    return time(PUBLISHED);
  }

  /** When this version was made, if the feed says so with a zone. */
  public Optional<OffsetDateTime> updated() {
    return time(UPDATED);
  }

  public List<String> authors() {
    return list(AUTHORS);
  }

  public List<String> sections() {
    return list(SECTIONS);
  }

  public List<String> tags() {
    return list(TAGS);
  }

  public Optional<String> language() {
    return text(LANGUAGE);
  }

  public Optional<String> rights() {
    return text(RIGHTS);
  }

  /**
   * What its publisher says of programs that learn from its text, by PLUS's vocabulary, or 1 where
   * it is reserved.
   */
  public Optional<String> dataMining() {
    return text(DATA_MINING);
  }

  /**
   * Whether its publisher forbids that programs work on its text, but for finding it: {@code
   * DMI-PROHIBITED} and its kin of the <a
   * href="https://ns.useplus.org/LDF/ldf-XMPSpecification#DataMining">PLUS vocabulary</a>, those
   * about learning alone not among them.
   */
  public boolean forbidsMining() {
    return forbidsLearning() && !dataMining().orElse("").contains("MLTRAINING");
  }

  /** Whether its publisher forbids that models learn from its text; what is conditional counts. */
  public boolean forbidsLearning() {
    return dataMining()
        .filter(said -> said.contains("DMI-PROHIBITED") || said.equals(RESERVED))
        .isPresent();
  }

  private Optional<OffsetDateTime> time(String name) {
    return text(name)
        .flatMap(
            written -> {
              try {
                return Optional.of(OffsetDateTime.parse(written));
              } catch (DateTimeParseException _) {
                return Optional.empty();
              }
            });
  }

  private Optional<String> text(String name) {
    return members.get(name) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  private List<String> list(String name) {
    return members.get(name) instanceof List<?> all
        ? all.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }
}
