package org.onrecord.article;

/** The addresses of quotations as tests expect them. */
public final class Permalinks {
  private Permalinks() {}

  /**
   * The permalink id of the first quotation of an article with these words.
   *
   * @param article its id, percent-encoded or not
   */
  public static String quotation(String article, String content) {
    return article + "~q-" + QuotedWords.of(content).digest();
  }
}
