package org.onrecord.alert;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A search that somebody has saved, and how they are to be told of what it finds.
 *
 * @param id 16 hexadecimal digits
 * @param owner the id of the key with which it was saved, or {@code proxy:} and a name; empty for
 *     this machine
 * @param by the owner's name
 * @param name under which the owner knows it, 1 to {@value #LONGEST_NAME} characters
 * @param query the search as it stands in an address, without a question mark
 * @param every when messages are sent
 * @param corrections whether the owner is also told what an article says anew that the archive had
 *     already
 * @param webhook where messages are posted; null for nowhere
 * @param mail to which addresses they are mailed, at most {@value #MOST_MAIL}
 * @param changed when it was saved last
 * @param secret by which messages are signed and the feed is opened, 43 letters and digits
 */
public record SavedSearch(
    String id,
    String owner,
    String by,
    String name,
    String query,
    Grouping every,
    boolean corrections,
    @Nullable URI webhook,
    List<String> mail,
    String secret,
    Instant created,
    Instant changed) {
  public static final int LONGEST_NAME = 200;
  public static final int LONGEST_QUERY = 8_000;
  public static final int MOST_MAIL = 10;
  private static final int LONGEST_ADDRESS = 2_000;
  private static final int SECRET_BYTES = 32;
  private static final String MAC = "HmacSHA256";
  private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");

  /** One mailbox, without a name; what RFC 5321 allows and nobody has is refused. */
  private static final Pattern MAILBOX =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

  /**
   * A saved search.
   *
   * @throws IllegalArgumentException if it cannot be saved so; the message says why
   */
  public SavedSearch {
    name = name.strip();
    mail = List.copyOf(mail);
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("an id has 16 hexadecimal digits, not " + id);
    }
    if (name.isEmpty() || name.length() > LONGEST_NAME || hasControls(name)) {
      throw new IllegalArgumentException(
          "a saved search has a name of 1 to "
              + LONGEST_NAME
              + " characters, none of them a control character");
    }
    if (query.length() > LONGEST_QUERY) {
      throw new IllegalArgumentException(
          "the search has at most " + LONGEST_QUERY + " characters as an address");
    }
    if (webhook != null && !isTarget(webhook)) {
      throw new IllegalArgumentException(
          "a webhook is an address such as https://desk.example/hook, without a user's name");
    }
    if (mail.size() > MOST_MAIL) {
      throw new IllegalArgumentException("messages are mailed to " + MOST_MAIL + " at the most");
    }
    for (String address : mail) {
      if (!MAILBOX.matcher(address).matches()) {
        throw new IllegalArgumentException(address + " is no address such as desk@paper.example");
      }
    }
  }

  private static boolean hasControls(String text) {
    return text.codePoints().anyMatch(Character::isISOControl);
  }

  private static boolean isTarget(URI address) {
    return String.valueOf(address.getScheme()).matches("(?i)https?")
        && address.getHost() != null
        && address.getRawUserInfo() == null
        && address.toString().length() <= LONGEST_ADDRESS;
  }

  /** A new id. */
  public static String newId(SecureRandom random) {
    byte[] bytes = new byte[Long.BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** A new secret. */
  public static String newSecret(SecureRandom random) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The ways by which messages are sent. */
  public Set<Channel> channels() {
    Set<Channel> channels = EnumSet.noneOf(Channel.class);
    if (webhook != null) {
      channels.add(Channel.WEBHOOK);
    }
    if (!mail.isEmpty()) {
      channels.add(Channel.MAIL);
    }
    return channels;
  }

  /** By which receivers of the webhook check signatures, as Standard Webhooks write it. */
  public String signingSecret() {
    return "whsec_" + Base64.getEncoder().encodeToString(key());
  }

  /** What opens its feed and nothing else; another one once the secret is. */
  public String feedToken() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(sign(("feed " + id).getBytes(StandardCharsets.UTF_8)));
  }

  /** Whether a token opens its feed; a wrong one is found out as fast as the right one. */
  public boolean isOpenedBy(String token) {
    return MessageDigest.isEqual(
        feedToken().getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.UTF_8));
  }

  /** HMAC-SHA-256 (RFC 2104) with its secret. */
  public byte[] sign(byte[] message) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key(), MAC));
      return mac.doFinal(message);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has " + MAC, e);
    }
  }

  private byte[] key() {
    return Base64.getUrlDecoder().decode(secret);
  }

  /** Without the secret, so that no log shows it. */
  @Override
  public String toString() {
    return "SavedSearch[" + id + "]";
  }
}
