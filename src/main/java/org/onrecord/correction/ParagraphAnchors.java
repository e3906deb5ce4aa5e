package org.onrecord.correction;

import java.util.List;
import org.onrecord.article.Sha256;
import org.onrecord.article.TextSpan;

/** Makes the anchors of a paragraph's quotations. */
public final class ParagraphAnchors {
  private static final int DIGEST_BYTES = 12;

  private final int ordinal;
  private final String text;
  private final String digest;

  public ParagraphAnchors(int ordinal, String text) {
    this.ordinal = ordinal;
    this.text = text;
    this.digest = digest(text);
  }

  /** The anchor of the quotation whose content stands there, UTF-16. */
  public QuotationAnchor anchor(List<TextSpan> segments) {
    return new QuotationAnchor(
        ordinal, digest, segments, segments.stream().map(segment -> segment.in(text)).toList());
  }

  private static String digest(String text) {
    return Sha256.hex(text, 2 * DIGEST_BYTES);
  }
}
