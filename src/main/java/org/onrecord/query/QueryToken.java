package org.onrecord.query;

import org.onrecord.schema.ArchiveField;

/** A piece of what the user typed; {@code position} is its UTF-16 offset. */
sealed interface QueryToken {
  int position();

  /** What stands between blanks, quotation marks and parentheses, with its punctuation. */
  record WordToken(String text, int position) implements QueryToken {}

  /** What stands between two double quotation marks, blanks made single. */
  record PhraseToken(String text, int position) implements QueryToken {}

  /** A field's name and its colon, with a value right after. */
  record FieldToken(ArchiveField field, int position) implements QueryToken {}

  /** {@code extra.}, a member's name in small letters and a colon, with a value right after. */
  record MemberToken(String name, int position) implements QueryToken {}

  record Open(int position) implements QueryToken {}

  record Close(int position) implements QueryToken {}

  record AndToken(int position) implements QueryToken {}

  record OrToken(int position) implements QueryToken {}

  /** {@code NOT}, or a minus sign before a clause. */
  record NotToken(int position) implements QueryToken {}

  /** {@code NEAR/5}. */
  record NearToken(int distance, int position) implements QueryToken {}

  /** {@code NEAR/SENTENCE}. */
  record SentenceToken(int position) implements QueryToken {}

  /** The end of what was typed. */
  record End(int position) implements QueryToken {}
}
