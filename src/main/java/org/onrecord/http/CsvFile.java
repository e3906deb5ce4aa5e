package org.onrecord.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.nio.charset.StandardCharsets;

/** CSV as a file to be kept. */
public final class CsvFile {
  /** Without it Excel takes a file of CSV for the encoding of its own machine. */
  private static final String MARK = "\uFEFF";

  private CsvFile() {}

  /**
   * The answer.
   *
   * @param marked whether it begins with a byte order mark
   */
  public static HttpResponse<?> of(String name, String csv, boolean marked) {
    return HttpResponse.ok(((marked ? MARK : "") + csv).getBytes(StandardCharsets.UTF_8))
        .contentType(MediaType.of("text/csv;charset=utf-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
