package org.onrecord.http;

/** The port by which those who guard the pages learn of the one script that stands in them. */
@FunctionalInterface
public interface InlineScript {
  /** What a Content-Security-Policy calls it by (CSP 3, hash-source), with its quotation marks. */
  String hashSource();
}
