package org.onrecord.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), which every Java platform has. */
public final class Sha256 {
  private Sha256() {}

  /** The digest, 32 bytes. */
  public static byte[] of(byte[] bytes) {
    return digest().digest(bytes);
  }

  /** A digest of what is yet to come. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * The beginning of the digest in hexadecimal digits.
   *
   * @param digits how many, 1 to 64
   */
  public static String hex(byte[] bytes, int digits) {
    return HexFormat.of().formatHex(of(bytes)).substring(0, digits);
  }

  /** The beginning of the digest of a text's UTF-8. */
  public static String hex(String text, int digits) {
    return hex(text.getBytes(StandardCharsets.UTF_8), digits);
  }
}
