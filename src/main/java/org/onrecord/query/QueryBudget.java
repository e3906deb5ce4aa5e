package org.onrecord.query;

/** Counts what one query asks for and refuses what is too much. For one query. */
final class QueryBudget {
  private final QueryLimits limits;
  private int words;
  private int wildcards;

  QueryBudget(QueryLimits limits) {
    this.limits = limits;
  }

  /** Counts words, those in phrases too. */
  void count(int more, int position) throws QuerySyntaxException {
    words += more;
    if (words > limits.words()) {
      throw new QuerySyntaxException(
          "The query has more than " + limits.words() + " words; shorten it to those that matter.",
          position);
    }
  }

  /** Counts a word that may stand for several. */
  void countWildcard(int position) throws QuerySyntaxException {
    if (++wildcards > QueryParser.MAX_WILDCARDS) {
      throw new QuerySyntaxException(
          "More than "
              + QueryParser.MAX_WILDCARDS
              + " words have an asterisk or a tilde; write some out.",
          position);
    }
  }
}
