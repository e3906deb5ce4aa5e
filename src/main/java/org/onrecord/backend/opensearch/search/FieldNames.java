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

  /** In the field of sentences, where one ends. */
  public static final String SENTENCE_END = "$";

  /** Of a field of words, the part whose matches are worth how often they occur. */
  public static final String OCCURRENCES = "occurrences";

  private FieldNames() {}

  /** Where a field of words tells how often they occur. */
  static String occurrences(String field) {
    return of(field) + '.' + OCCURRENCES;
  }

  /** How a field of Lucene's documents is called on a cluster, where a dot has another meaning. */
  public static String of(String field) {
    return field.replace('.', '_');
  }
}
