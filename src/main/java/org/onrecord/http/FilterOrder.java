package org.onrecord.http;

/**
 * In which order filters see a request; of its answer they see the other way about, so that the
 * first sees what all others made of it.
 */
public final class FilterOrder {
  /** Finds out who sent a request, which all others go by. */
  public static final int SENDER = -40;

  /** Times a request, logs it, and shows its problem as a page. */
  public static final int OUTERMOST = -30;

  /** Adds headers to every answer. */
  public static final int HEADERS = -20;

  /** Answers what browsers ask before a page of another origin asks, and tells them of it. */
  public static final int PAGES = -15;

  /** Writes down who wrote what. */
  public static final int AUDIT = -10;

  /** Turns away pages of other origins, whoever they come from. */
  public static final int ORIGIN = -5;

  /**
   * Finds out who asks: after the filters that add to every answer, and after the answers to
   * preflight requests.
   */
  public static final int ACCESS = 0;

  /** Looks at the body of who was let in. */
  public static final int BODY = 1;

  /** Waits for a place to search in. */
  public static final int SEARCH = 10;

  private FilterOrder() {}
}
