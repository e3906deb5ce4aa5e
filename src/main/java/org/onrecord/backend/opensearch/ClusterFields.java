package org.onrecord.backend.opensearch;

import org.onrecord.backend.lucene.index.Fields;

/**
 * The fields of a document on a cluster: those of {@link Fields}, and what a cluster needs besides.
 */
public final class ClusterFields {
  /** The whole record, as {@link ClusterRecords} writes it. */
  public static final String RECORD = "record";

  /** The place among its article's documents: 0 of the article itself. */
  public static final String SEQUENCE = "seq";

  /** The epoch in which the document appeared. */
  public static final String FROM = "from";

  /** The epoch in which it went; {@link #NEVER} of one that is there. */
  public static final String UNTIL = "until";

  /** On a passage, how many words its text has, and those of its headline four times. */
  public static final String LENGTH = "length";

  /** On a passage, 0 to 1, what its score counts by how sure its quotation is. */
  public static final String SURE = "sure";

  /** On a passage, 0 to 1, the same by how much it says too. */
  public static final String SHARE = "share";

  /** On a passage, how much it holds of its words. */
  public static final String COUNTS = "counts";

  /** The article's outlet, folded, on every document of it. */
  public static final String OUTLET = "outlet";

  /** Its section, folded, on every document of it. */
  public static final String SECTION = "section";

  /** Of what has not gone. */
  public static final long NEVER = Long.MAX_VALUE;

  private ClusterFields() {}

  /** How a field of Lucene's documents is called on a cluster, where a dot has another meaning. */
  public static String of(String field) {
    return field.replace('.', '_');
  }
}
