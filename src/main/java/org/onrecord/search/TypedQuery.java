package org.onrecord.search;

import org.onrecord.query.QuerySyntax;

/**
 * What somebody typed and how it is to be read.
 *
 * @param q as typed; empty finds everything
 * @param syntax the language that it is written in
 * @param match {@code ALL} falls back to {@code ANY} where nothing is found, and the answer says so
 * @param variants whether its names are also looked for under other spellings
 */
public record TypedQuery(String q, QuerySyntax syntax, MatchMode match, NameVariants variants) {
  /** Whether it means the same as another, but for how much of it must match. */
  boolean isReadLike(TypedQuery other) {
    return q.equals(other.q) && syntax == other.syntax && variants == other.variants;
  }

  /** All of the words, in our own syntax, with names under all their spellings. */
  public static TypedQuery of(String q) {
    return new TypedQuery(q, QuerySyntax.ONRECORD, MatchMode.ALL, NameVariants.ON);
  }
}
