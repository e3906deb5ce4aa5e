package org.onrecord.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.Arrays;
import org.onrecord.api.ApiJson;
import org.onrecord.article.Sha256;

/** Answers whose bytes are ready; the framework adds nothing to them but compression. */
public final class Responses {
  private static final int TAG_DIGITS = 24;

  private Responses() {}

  /** JSON that is another one the next time. */
  public static MutableHttpResponse<byte[]> fresh(Object body) {
    return HttpResponse.ok(ApiJson.bytes(body))
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** JSON that a client may keep as long as it asks each time whether it still holds. */
  public static MutableHttpResponse<byte[]> tagged(HttpRequest<?> request, Object body) {
    return tagged(request, ApiJson.bytes(body), MediaType.APPLICATION_JSON_TYPE);
  }

  /**
   * Bytes that a client may keep as long as it asks each time whether they still hold. The tag is a
   * digest of the bytes, and weak, since compression changes them.
   */
  public static MutableHttpResponse<byte[]> tagged(
      HttpRequest<?> request, byte[] bytes, MediaType type) {
    String tag = tag(bytes);
    MutableHttpResponse<byte[]> answer =
        holds(request, tag) ? HttpResponse.notModified() : HttpResponse.ok(bytes).contentType(type);
    return answer.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }

  /** Bytes that stay as they are under their address, so that a client need never ask again. */
  public static MutableHttpResponse<byte[]> lasting(byte[] bytes, MediaType type) {
    return HttpResponse.ok(bytes)
        .contentType(type)
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
  }

  /** The tag of these bytes. */
  public static String tag(byte[] bytes) {
    return "W/\"" + digest(bytes) + '"';
  }

  private static boolean holds(HttpRequest<?> request, String tag) {
    return request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(String::strip)
        .anyMatch(held -> held.equals("*") || held.equals(tag) || ("W/" + held).equals(tag));
  }

  /** What tells these bytes from others: 24 hexadecimal digits. */
  public static String digest(byte[] bytes) {
    return Sha256.hex(bytes, TAG_DIGITS);
  }
}
