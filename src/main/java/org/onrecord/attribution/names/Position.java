package org.onrecord.attribution.names;

/**
 * A place in an article.
 *
 * @param paragraph the ordinal of the paragraph
 * @param token the index of a token in it
 */
public record Position(int paragraph, int token) implements Comparable<Position> {
  @Override
  public int compareTo(Position other) {
    int byParagraph = Integer.compare(paragraph, other.paragraph);
    return byParagraph != 0 ? byParagraph : Integer.compare(token, other.token);
  }
}
