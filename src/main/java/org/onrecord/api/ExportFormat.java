package org.onrecord.api;

import java.nio.charset.StandardCharsets;
import org.onrecord.article.Labelled;
import org.onrecord.search.Hit;

/** What every hit of a search can be written as, a line each, in UTF-8. */
public enum ExportFormat implements Labelled {
  /** A row each, with a first one that names the columns; safe to open in a spreadsheet. */
  CSV("text/csv") {
    @Override
    String mark() {
      return "\uFEFF";
    }

    @Override
    String firstLine() {
      return CsvRow.head();
    }

    @Override
    String textOf(Hit hit) {
      return CsvRow.of(hit).line();
    }
  },
  /** A JSON object each, the same as in the answer to a search. */
  JSONL("application/x-ndjson") {
    @Override
    String mark() {
      return "";
    }

    @Override
    String firstLine() {
      return "";
    }

    @Override
    String textOf(Hit hit) {
      return ApiJson.text(HitBody.of(hit)) + "\n";
    }
  };

  private final String mediaType;

  ExportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /**
   * What stands before the first hit.
   *
   * @param marked whether it begins with a byte order mark where programs look for one: without it
   *     Excel takes a file of CSV for the encoding of its own machine
   */
  public byte[] head(boolean marked) {
    return ((marked ? mark() : "") + firstLine()).getBytes(StandardCharsets.UTF_8);
  }

  public byte[] line(Hit hit) {
    return textOf(hit).getBytes(StandardCharsets.UTF_8);
  }

  abstract String mark();

  abstract String firstLine();

  abstract String textOf(Hit hit);
}
