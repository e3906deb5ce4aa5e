package org.onrecord.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.Provenance;

/** What a reader made of one piece of its input. */
public sealed interface ReadResult {

  /** Where the piece came from. */
  Provenance provenance();

  /** An article; its date is null where the input names none. */
  record Accepted(Article article) implements ReadResult {
    @Override
    public Provenance provenance() {
      return article.provenance();
    }
  }

  /** Input that is whole and right, and no article. */
  record Skipped(Provenance provenance, NoArticle what) implements ReadResult {

    /** One line for a person: {@code feed.xml, line 14: a picture}. */
    public String sentence() {
      return provenance.place() + ": " + what.one();
    }
  }

  /**
   * What a person should know of the article that comes next, which was not read as it stands.
   *
   * @param reason a clause without the place: {@code read as Windows-1252 …}
   */
  record Warned(Provenance provenance, String reason) implements ReadResult {

    /** One line for a person: {@code feed.jsonl, line 14: read as Windows-1252 …}. */
    public String sentence() {
      return provenance.place() + ": " + reason;
    }
  }

  /**
   * Input that was to be an article and cannot be read as one.
   *
   * @param reason what is wrong with it and, where that helps, what to do; without the place
   * @param id what it calls itself; null where that is not known
   */
  record Rejected(Provenance provenance, String reason, @Nullable String id) implements ReadResult {
    public Rejected(Provenance provenance, String reason) {
      this(provenance, reason, null);
    }

    /** One line for a person: {@code feed.jsonl, line 14: no date}. */
    public String sentence() {
      return provenance.place() + ": " + reason;
    }
  }

  /** What feeds and archives hold beside articles. */
  enum NoArticle {
    PICTURE("a picture", "pictures"),
    GRAPHIC("a graphic", "graphics"),
    VIDEO("a video", "videos"),
    AUDIO("a sound recording", "sound recordings"),
    /** Words about what is to be covered, or a person or place as such. */
    PLANNING("a planning item", "planning items"),
    EVENT("an event", "events"),
    CONCEPT("an entry of a vocabulary", "entries of a vocabulary"),
    CATALOGUE("a catalogue", "catalogues"),
    /** A list of items that are elsewhere. */
    PACKAGE("a package without text", "packages without text"),
    /** A page of links, of a category, a redirect. */
    PAGE("a page without an article", "pages without an article"),
    /** Data for machines. */
    DATA("a document of data", "documents of data"),
    /** A file of another kind: a program, a printed page. */
    DOCUMENT("a file of another kind", "files of another kind"),
    /** What is said of a text, and where it can be fetched. */
    ELSEWHERE("an article whose text is elsewhere", "articles whose text is elsewhere"),
    EMPTY("empty", "empty");

    private final String one;
    private final String many;

    NoArticle(String one, String many) {
      this.one = one;
      this.many = many;
    }

    /** What one is called, with its article: {@code a picture}. */
    public String one() {
      return one;
    }

    /** What so many are called: {@code 3 pictures}. */
    public String count(long number) {
      return String.format(
          Locale.ROOT, "%,d %s", number, number == 1 ? one.replaceFirst("^an? ", "") : many);
    }
  }
}
