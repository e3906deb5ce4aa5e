package org.onrecord.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.onrecord.api.ApiJson;

/** Answers whose bytes are ready; the framework adds nothing to them but compression. */
final class Answers {
  private static final int TAG_BYTES = 12;

  private Answers() {}

  /** JSON that is another one the next time. */
  static MutableHttpResponse<byte[]> fresh(Object body) {
    return HttpResponse.ok(ApiJson.bytes(body))
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** JSON that a client may keep as long as it asks each time whether it still holds. */
  static MutableHttpResponse<byte[]> tagged(HttpRequest<?> request, Object body) {
    return tagged(request, ApiJson.bytes(body), MediaType.APPLICATION_JSON_TYPE);
  }

  /**
   * Bytes that a client may keep as long as it asks each time whether they still hold. The tag is a
   * digest of the bytes, and weak, since compression changes them.
   */
  static MutableHttpResponse<byte[]> tagged(HttpRequest<?> request, byte[] bytes, MediaType type) {
    String tag = tag(bytes);
    MutableHttpResponse<byte[]> answer =
        holds(request, tag) ? HttpResponse.notModified() : HttpResponse.ok(bytes).contentType(type);
    return answer.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }

  /** Bytes that stay as they are under their address, so that a client need never ask again. */
  static MutableHttpResponse<byte[]> lasting(byte[] bytes, MediaType type) {
    return HttpResponse.ok(bytes)
        .contentType(type)
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
  }

  /** The tag of these bytes. */
  static String tag(byte[] bytes) {
    return "W/\"" + digest(bytes) + '"';
  }

  private static boolean holds(HttpRequest<?> request, String tag) {
    return request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(String::strip)
        .anyMatch(held -> held.equals("*") || held.equals(tag) || ("W/" + held).equals(tag));
  }

  /** What tells these bytes from others: 24 hexadecimal digits. */
  static String digest(byte[] bytes) {
    try {
      byte[] whole = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(whole, 0, TAG_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
