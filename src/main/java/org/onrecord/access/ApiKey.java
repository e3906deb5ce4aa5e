package org.onrecord.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.onrecord.article.Sha256;

/**
 * What is kept of a key: enough to know it again, too little to make it. The key itself is {@code
 * onr_ID_SECRET}. Its secret has 256 random bits, so that one salted SHA-256 is as hard to reverse
 * as a slow hash would be.
 *
 * @param id 8 hexadecimal digits
 * @param name whose it is, as the log of writes names it
 * @param bounds what it is bound to beside its role
 * @param salt 32 hexadecimal digits
 * @param hash SHA-256 of salt and secret, hexadecimal
 */
public record ApiKey(
    String id,
    String name,
    Role role,
    Instant created,
    KeyBounds bounds,
    String salt,
    String hash) {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}");
  private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final int MOST_NAME = 80;
  private static final String PREFIX = "onr_";
  private static final int SECRET_BYTES = 32;
  private static final int HASH_DIGITS = 64;

  public ApiKey {
    if (!ID.matcher(id).matches()
        || !SALT.matcher(salt).matches()
        || !HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException("id, salt and hash have 8, 32 and 64 hexadecimal digits");
    }
    if (name.isBlank()
        || name.length() > MOST_NAME
        || name.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a key's name has 1 to " + MOST_NAME + " characters, none of them a control character");
    }
    if (!bounds.goesWith(role)) {
      throw new IllegalArgumentException(
          "a key that is bound to outlets, sections, origins or a feed is a reader's");
    }
  }

  /**
   * A key that was just made.
   *
   * @param secret the key itself, which is shown once and kept nowhere
   */
  public record Made(ApiKey key, String secret) {

    /** Without the secret, so that no log shows it. */
    @Override
    public String toString() {
      return "Made[" + key.id + "]";
    }
  }

  static Made make(String name, Role role, KeyBounds bounds, Instant created, SecureRandom random) {
    String id = hex(random, 4);
    String salt = hex(random, 16);
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret =
        PREFIX + id + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new Made(new ApiKey(id, name, role, created, bounds, salt, hash(salt, secret)), secret);
  }

  /** Whether it holds no longer. */
  public boolean isOver(Instant now) {
    return bounds.isOver(now);
  }

  /** Whether this is what is kept of the secret. Takes as long for a wrong one as for the right. */
  boolean isOf(String secret) {
    return MessageDigest.isEqual(
        hash.getBytes(StandardCharsets.US_ASCII),
        hash(salt, secret).getBytes(StandardCharsets.US_ASCII));
  }

  private static String hash(String salt, String secret) {
    return Sha256.hex(salt + secret, HASH_DIGITS);
  }

  private static String hex(SecureRandom random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
