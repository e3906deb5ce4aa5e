package org.onrecord.http;

/**
 * The port by which those who guard the pages learn of the scripts and styles that stand in them:
 * what a Content-Security-Policy calls them by (CSP 3, hash-source), with its quotation marks.
 */
public interface InlineSources {
  /** The script of pages. */
  String ofPages();

  /** The script of frames. */
  String ofFrames();

  /** The style sheet of frames. */
  String styleOfFrames();
}
