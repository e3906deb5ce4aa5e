package org.onrecord.page;

import org.jspecify.annotations.Nullable;
import org.onrecord.article.CodePoints;

/**
 * What stands in a document's head and masthead beside the view's own content.
 *
 * @param title of the document, without the program's name
 * @param q what stands in the masthead's search box
 * @param syntax the syntax that it is in, as a parameter; empty for our own
 * @param place which link of the masthead is the current one
 * @param feed a path: the Atom feed that the view is the latest state of
 * @param canonical the address under which the view is to be known, absolute
 * @param indexed whether machines that gather pages may keep this one
 * @param summary what it says, in a sentence or two, for those who show a link to it; null where it
 *     is about nothing but the archive
 */
public record PageHead(
    String title,
    String q,
    String syntax,
    Place place,
    @Nullable String feed,
    @Nullable String canonical,
    boolean indexed,
    @Nullable String summary) {
  private static final String PROGRAM = "Who said what, where and when";
  private static final int LONGEST = 300;

  /** A link of the masthead. */
  public enum Place {
    SEARCH,
    ARCHIVE,
    TRENDS,
    CHECK,
    HELP,
    ELSEWHERE
  }

  /** A head whose search box, if it holds anything, is in our own syntax. */
  public PageHead(
      String title,
      String q,
      Place place,
      @Nullable String feed,
      @Nullable String canonical,
      boolean indexed) {
    this(title, q, "", place, feed, canonical, indexed, null);
  }

  /** The same, of a page that says this. */
  public PageHead saying(String newSummary) {
    return new PageHead(
        title,
        q,
        syntax,
        place,
        feed,
        canonical,
        indexed,
        CodePoints.shortened(newSummary.strip(), LONGEST));
  }

  /** What it is to the Open Graph protocol. */
  public String type() {
    return summary == null ? "website" : "article";
  }

  /** The title as links to it show it. */
  public String shownTitle() {
    return title.isEmpty() ? "OnRecord" : title;
  }

  public String description() {
    return summary == null ? PROGRAM : summary;
  }

  /** A head with a title alone. */
  public static PageHead of(String title) {
    return new PageHead(title, "", Place.ELSEWHERE, null, null, false);
  }

  /** The whole title. */
  public String fullTitle() {
    return title.isEmpty() ? "OnRecord: who said what, where and when" : title + " – OnRecord";
  }

  public boolean atSearch() {
    return place == Place.SEARCH;
  }

  public boolean atArchive() {
    return place == Place.ARCHIVE;
  }

  public boolean atTrends() {
    return place == Place.TRENDS;
  }

  public boolean atCheck() {
    return place == Place.CHECK;
  }

  public boolean atHelp() {
    return place == Place.HELP;
  }
}
