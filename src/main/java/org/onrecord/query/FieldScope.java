package org.onrecord.query;

import org.onrecord.query.Query.Fuzzy;
import org.onrecord.query.Query.In;
import org.onrecord.query.Query.Leaf;
import org.onrecord.query.QueryToken.FieldToken;
import org.onrecord.schema.ArchiveField;

/** What a leaf means in a field. */
final class FieldScope {
  private FieldScope() {}

  /** Whether a field is asked for whole values rather than for words in them. */
  static boolean holdsValues(ArchiveField field) {
    return switch (field) {
      case PARTY,
          MENTIONED_PARTY,
          OUTLET,
          SECTION,
          AUTHOR,
          TAG,
          LANGUAGE,
          KIND,
          POLARITY,
          SPEAKS_FOR,
          MARKED,
          FORMER_PARTY,
          ROLE,
          GENDER,
          DATE ->
          true;
      case TEXT, TITLE, SPEAKER, MENTION -> false;
    };
  }

  /**
   * The leaf in the field.
   *
   * @param typed what stands for the leaf in the query, with its punctuation
   */
  static Query of(FieldToken field, Leaf leaf, String typed) throws QuerySyntaxException {
    if (field.field() == ArchiveField.DATE) {
      return DayRange.read(typed, field.position());
    }
    if (leaf instanceof Fuzzy && holdsValues(field.field())) {
      throw new QuerySyntaxException(
          "~ does not stand in " + field.field().label() + ":, which takes whole values.",
          field.position());
    }
    return new In(field.field(), leaf, field.position());
  }
}
