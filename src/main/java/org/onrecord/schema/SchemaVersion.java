package org.onrecord.schema;

/**
 * The version of what an index holds and how; raised whenever an older index would answer wrongly.
 *
 * @param number from 1
 */
public record SchemaVersion(int number) {
  /** The version that this program writes. */
  public static final SchemaVersion CURRENT = new SchemaVersion(9);
}
