package org.onrecord.article;

/**
 * A stretch of some text, in UTF-16 offsets, end exclusive.
 *
 * @param start the offset of the first character, at least 0
 * @param end the offset after the last character, at least {@code start}
 */
public record TextSpan(int start, int end) implements Comparable<TextSpan> {
  public TextSpan {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  /** The characters of {@code text} that this span covers. */
  public String in(CharSequence text) {
    return text.subSequence(start, end).toString();
  }

  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }

  public boolean contains(TextSpan other) {
    return start <= other.start && other.end <= end;
  }

  public boolean overlaps(TextSpan other) {
    return start < other.end && other.start < end;
  }

  /** The same stretch, counted from a point {@code distance} characters earlier. */
  public TextSpan shift(int distance) {
    return new TextSpan(start + distance, end + distance);
  }

  @Override
  public int compareTo(TextSpan other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }
}
