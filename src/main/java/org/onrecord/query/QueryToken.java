package org.onrecord.query;

/** A piece of what the user typed; {@code position} is its UTF-16 offset. */
sealed interface QueryToken {
  int position();

  record WordToken(String text, int position) implements QueryToken {}

  /** What stands between two double quotation marks, blanks made single. */
  record PhraseToken(String text, int position) implements QueryToken {}

  record Open(int position) implements QueryToken {}

  record Close(int position) implements QueryToken {}

  record AndToken(int position) implements QueryToken {}

  record OrToken(int position) implements QueryToken {}

  /** {@code NOT}, or a minus sign before a clause. */
  record NotToken(int position) implements QueryToken {}

  /** The end of what was typed. */
  record End(int position) implements QueryToken {}
}
