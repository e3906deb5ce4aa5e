package org.onrecord.query;

import java.util.List;
import java.util.Optional;
import org.onrecord.article.Labelled;

/** The languages in which a query may be written; whichever it is, it means a {@link Query}. */
public enum QuerySyntax implements Labelled {
  /** {@link QueryParser}. */
  ONRECORD,
  /** {@link LuceneSyntax}: what users of Kibana, Solr and Datashare type. */
  LUCENE;

  /** The syntax with this label, in any case; empty for none. */
  public static Optional<QuerySyntax> of(String label) {
    return Labelled.of(values(), label);
  }

  /**
   * What {@code typed} means; {@link Query.All} where it is blank.
   *
   * @throws QuerySyntaxException if it cannot be understood; the message says what to change
   */
  public Query parse(String typed, QueryLimits limits) throws QuerySyntaxException {
    return read(typed, limits).query();
  }

  /**
   * What {@code typed} means, and what of it is left out.
   *
   * @throws QuerySyntaxException if it cannot be understood; the message says what to change
   */
  public ReadQuery read(String typed, QueryLimits limits) throws QuerySyntaxException {
    return switch (this) {
      case ONRECORD -> new ReadQuery(QueryParser.parse(typed, limits), List.of());
      case LUCENE -> LuceneSyntax.parse(typed, limits);
    };
  }
}
