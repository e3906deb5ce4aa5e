package org.onrecord.query;

import org.onrecord.schema.ArchiveField;

/** What the values of fields are called where a person reads of them. */
@FunctionalInterface
public interface ValueNames {
  /** Every value is its own name. */
  ValueNames AS_THEY_ARE = (field, value) -> value;

  /**
   * The name of a value.
   *
   * @param value as the query has it: a party's id
   */
  String of(ArchiveField field, String value);
}
