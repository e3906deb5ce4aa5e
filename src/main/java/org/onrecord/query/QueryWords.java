package org.onrecord.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.onrecord.query.Query.All;
import org.onrecord.query.Query.Dated;
import org.onrecord.query.Query.Fuzzy;
import org.onrecord.query.Query.Group;
import org.onrecord.query.Query.In;
import org.onrecord.query.Query.Member;
import org.onrecord.query.Query.Near;
import org.onrecord.query.Query.Not;
import org.onrecord.query.Query.Or;
import org.onrecord.query.Query.Phrase;
import org.onrecord.query.Query.Prefix;
import org.onrecord.query.Query.SameRoot;
import org.onrecord.query.Query.SameSentence;
import org.onrecord.query.Query.Variants;
import org.onrecord.query.Query.Word;
import org.onrecord.schema.ArchiveField;

/** Says a query in words, for a person. For one query. */
final class QueryWords {
  private final ValueNames names;
  private final StringBuilder text = new StringBuilder();
  private final List<WordedQuery.Operator> operators = new ArrayList<>();

  private QueryWords(ValueNames names) {
    this.names = names;
  }

  /**
   * The query in words.
   *
   * @param names what values are called
   */
  static WordedQuery of(Query query, ValueNames names) {
    QueryWords words = new QueryWords(names);
    words.add(query);
    return new WordedQuery(words.text.toString(), words.operators);
  }

  private void add(Query query) {
    switch (query) {
      case All() -> {}
      case Word(String word, int _) -> text.append(QueryPrinter.word(word));
      case SameRoot(Word word) -> add(word);
      case Phrase(String phrase, int _) -> text.append('"').append(phrase).append('"');
      case Prefix(String start, int _) ->
          text.append("a word that begins with ").append(QueryPrinter.word(start));
      case Fuzzy(String word, int edits, int _) ->
          text.append("a word like ")
              .append(QueryPrinter.word(word))
              .append(edits == 1 ? " (1 letter may differ)" : " (2 letters may differ)");
      case Dated(LocalDate from, LocalDate to, int _) when from == null ->
          text.append("dated up to ").append(to);
      case Dated(LocalDate from, LocalDate to, int _) when to == null ->
          text.append("dated from ").append(from);
      case Dated dated -> text.append("dated ").append(DayRange.print(dated).replace("..", " to "));
      case Member(String name, String value, int _) ->
          text.append("extra.").append(name).append(" is ").append(value);
      case Near(Query left, Query right, int distance, int _) -> {
        addBracketed(left);
        text.append(within(distance));
        addBracketed(right);
      }
      case SameSentence(Query left, Query right, int _) -> {
        addBracketed(left);
        text.append(" in the same sentence as ");
        addBracketed(right);
      }
      case In(ArchiveField field, Query what, int _) -> addIn(field, what);
      case Variants(Query typed, List<Query> others) -> {
        addBracketed(typed);
        text.append(" (also ");
        addAll(others, () -> text.append(", "), this::add);
        text.append(')');
      }
      case Group(List<Query> clauses) ->
          addAll(clauses, () -> addBetween("AND"), this::addBracketed);
      case Or(List<Query> clauses) -> addAll(clauses, () -> addBetween("OR"), this::addBracketed);
      case Not(Query clause) -> {
        addOperator("NOT");
        text.append(' ');
        addBracketed(clause);
      }
    }
  }

  private void addOperator(String operator) {
    int start = text.length();
    text.append(operator);
    operators.add(new WordedQuery.Operator(start, text.length()));
  }

  private void addBetween(String operator) {
    text.append(' ');
    addOperator(operator);
    text.append(' ');
  }

  private static void addAll(List<Query> queries, Runnable between, Consumer<Query> each) {
    for (int i = 0; i < queries.size(); i++) {
      if (i > 0) {
        between.run();
      }
      each.accept(queries.get(i));
    }
  }

  private static String within(int distance) {
    return switch (distance) {
      case 0 -> " right beside ";
      case 1 -> " within 1 word of ";
      default -> " within " + distance + " words of ";
    };
  }

  private void addIn(ArchiveField field, Query what) {
    text.append(field.label());
    switch (field) {
      case TEXT, TITLE -> {
        text.append(" has ");
        addBracketed(what);
      }
      case SPEAKER, MENTION -> {
        text.append(" is ");
        addBracketed(what);
      }
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
          DATE -> {
        text.append(" is ");
        addValue(field, what);
      }
    }
  }

  /** A value as the facet shows it, without marks. */
  private void addValue(ArchiveField field, Query what) {
    switch (what) {
      case Phrase(String value, int _) -> text.append(names.of(field, value));
      case Prefix(String start, int _) -> text.append("one that begins with ").append(start);
      case Variants(Prefix prefix, List<Query> _) -> addValue(field, prefix);
      case Variants(Query _, List<Query> others) ->
          addAll(others, () -> text.append(" or "), other -> addValue(field, other));
      default -> addBracketed(what);
    }
  }

  private void addBracketed(Query clause) {
    switch (clause) {
      case Group _, Or _, Near _, SameSentence _ -> {
        text.append('(');
        add(clause);
        text.append(')');
      }
      case All _, Word _, SameRoot _, Phrase _, Prefix _, Fuzzy _, Dated _, Member _ -> add(clause);
      case In _, Not _, Variants _ -> add(clause);
    }
  }
}
