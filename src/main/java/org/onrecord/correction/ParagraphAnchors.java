package org.onrecord.correction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
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
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
