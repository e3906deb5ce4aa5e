package org.onrecord.backend.opensearch.search;

/** What fields of an archive's documents are called on a cluster. */
public final class FieldNames {
  /** The whole record. */
  public static final String RECORD = "record";

  /** On a passage, how many words its text has, and those of its headline four times. */
  public static final String LENGTH = "length";

  /** On a passage, 0 to 1, what its score counts by how sure its quotation is. */
  public static final String SURE = "sure";

  /** On a passage, 0 to 1, the same by how much it says too. */
  public static final String SHARE = "share";

  /** The number of the month of what has a date: twelve times the year, and 0 to 11. */
  public static final String MONTH = "month";

  /** In the field of sentences, where one ends. */
  public static final String SENTENCE_END = "$";

  /** On a passage, by {@link CountKeys}, how much it holds of its words. */
  public static final String COUNTS = "counts";

  private FieldNames() {}

  /** How a field of Lucene's documents is called on a cluster, where a dot has another meaning. */
  public static String of(String field) {
    return field.replace('.', '_');
  }
}
