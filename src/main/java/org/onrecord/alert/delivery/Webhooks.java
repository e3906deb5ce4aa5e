package org.onrecord.alert.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.onrecord.alert.AlertMessage;
import org.onrecord.alert.Carrier;
import org.onrecord.alert.SavedSearch;
import org.onrecord.api.ApiJson;

/**
 * Posts messages as JSON, signed as Standard Webhooks 1.0 says
 * (https://github.com/standard-webhooks/standard-webhooks): the header {@code webhook-signature} is
 * {@code v1,} and the base64 of HMAC-SHA-256 over {@code webhook-id.webhook-timestamp.body}. A
 * receiver that answers 2xx has it; 410 ends it; whatever else is tried again.
 */
public final class Webhooks implements Carrier {
  private final Posting posting;
  private final Pages pages;
  private final InstantSource clock;

  /** Where a saved search can be looked at, as an absolute address. */
  @FunctionalInterface
  public interface Pages {
    String of(SavedSearch search);
  }

  /**
   * @param anywhere whether addresses that are not of the public internet are posted to
   * @param limit how long connecting may take, and then all the rest
   */
  public Webhooks(boolean anywhere, Duration limit, Pages pages, InstantSource clock) {
    this.posting = new Posting(new Addresses(anywhere), limit);
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public String receiver(SavedSearch search) {
    return String.valueOf(target(search).getRawAuthority()).toLowerCase(Locale.ROOT);
  }

  private static URI target(SavedSearch search) {
    return Objects.requireNonNull(search.webhook());
  }

  @Override
  public Outcome carry(AlertMessage message) {
    Instant now = clock.instant();
    byte[] body = ApiJson.bytes(MessageBody.of(message, pages.of(message.search()), now));
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "OnRecord (saved searches)");
    headers.put("webhook-id", message.delivery());
    headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
    headers.put("webhook-signature", signature(message, now, body));
    try {
      Posting.Answer answer = posting.post(target(message.search()), headers, body);
      return outcome(answer);
    } catch (UnknownHostException e) {
      return new Outcome.Failed("its host has no address", Optional.empty());
    } catch (IOException | IllegalArgumentException e) {
      return new Outcome.Failed(reason(e), Optional.empty());
    }
  }

  private static String signature(AlertMessage message, Instant now, byte[] body) {
    byte[] head =
        (message.delivery() + "." + now.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
    byte[] signed = new byte[head.length + body.length];
    System.arraycopy(head, 0, signed, 0, head.length);
    System.arraycopy(body, 0, signed, head.length, body.length);
    return "v1," + Base64.getEncoder().encodeToString(message.search().sign(signed));
  }

  private static Outcome outcome(Posting.Answer answer) {
    int status = answer.status();
    if (status < 300) {
      return new Outcome.Arrived();
    }
    if (status == 410) {
      return new Outcome.Refused("it answers 410: it wants no more messages");
    }
    return new Outcome.Failed(
        status < 400
            ? "it answers " + status + ": redirects are not followed"
            : "it answers " + status,
        answer.pause());
  }

  private static String reason(Exception fault) {
    String message = fault.getMessage();
    return message == null ? fault.getClass().getSimpleName() : message;
  }
}
