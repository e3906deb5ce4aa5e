package org.onrecord.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.queryparser.flexible.core.nodes.AndQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.BooleanQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.BoostQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FuzzyQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.GroupQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.OrQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QuotedFieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.SlopQueryNode;
import org.apache.lucene.queryparser.flexible.core.util.UnescapedCharSequence;
import org.apache.lucene.queryparser.flexible.standard.nodes.TermRangeQueryNode;
import org.jspecify.annotations.Nullable;
import org.onrecord.query.Query.Dated;
import org.onrecord.query.Query.Fuzzy;
import org.onrecord.query.Query.Group;
import org.onrecord.query.Query.In;
import org.onrecord.query.Query.Leaf;
import org.onrecord.query.Query.Near;
import org.onrecord.query.Query.Not;
import org.onrecord.query.Query.Or;
import org.onrecord.query.Query.Phrase;
import org.onrecord.query.Query.Prefix;
import org.onrecord.query.Query.Word;
import org.onrecord.schema.ArchiveField;

/** Says what the tree of Lucene's parser means. For one query. */
final class LuceneQueryReader {
  /** The field of what has none; no query can name it. */
  static final String NO_FIELD = " ";

  private final String typed;
  private final QueryBudget budget;
  private final List<String> leftOut = new ArrayList<>();

  LuceneQueryReader(String typed, QueryLimits limits) {
    this.typed = typed;
    this.budget = new QueryBudget(limits);
  }

  ReadQuery read(QueryNode tree) throws QuerySyntaxException {
    Query query = query(tree);
    if (query == null) {
      throw new QuerySyntaxException(
          "There is no letter or digit here to search for.", Signs.firstSign(typed));
    }
    return new ReadQuery(query, leftOut);
  }

  /** What a node means; null for punctuation alone. */
  private @Nullable Query query(QueryNode node) throws QuerySyntaxException {
    return switch (node) {
      case GroupQueryNode group -> query(group.getChild());
      case AndQueryNode and -> joined(and.getChildren(), true);
      case OrQueryNode or -> joined(or.getChildren(), false);
      case BooleanQueryNode words -> joined(words.getChildren(), false);
      case ModifierQueryNode modifier -> joined(List.of(modifier), false);
      case SlopQueryNode near -> near(near);
      case FuzzyQueryNode fuzzy -> fuzzy(fuzzy);
      case QuotedFieldQueryNode phrase -> phrase(phrase);
      case FieldQueryNode word -> word(word);
      case TermRangeQueryNode range -> range(range);
      case BoostQueryNode boost ->
          throw new QuerySyntaxException(
              "^ is not understood: one word cannot weigh more than another. Delete it.",
              Math.max(0, typed.indexOf('^', begin(boost))));
      default ->
          throw new QuerySyntaxException(
              "This part of Lucene's syntax is not understood; write words, phrases, AND, OR, NOT,"
                  + " fields and ranges of dates.",
              Math.max(0, begin(node)));
    };
  }

  /**
   * Clauses side by side, as a boolean query of Lucene takes them: where one must match, those that
   * may only weigh.
   *
   * @param all whether a clause without sign must match
   */
  private @Nullable Query joined(List<QueryNode> nodes, boolean all) throws QuerySyntaxException {
    List<Query> must = new ArrayList<>();
    List<Query> may = new ArrayList<>();
    List<Query> not = new ArrayList<>();
    for (QueryNode node : nodes) {
      ModifierQueryNode.Modifier sign =
          node instanceof ModifierQueryNode modifier
              ? modifier.getModifier()
              : ModifierQueryNode.Modifier.MOD_NONE;
      Query clause = query(node instanceof ModifierQueryNode modifier ? modifier.getChild() : node);
      if (clause != null) {
        switch (sign) {
          case MOD_REQ -> must.add(clause);
          case MOD_NOT -> not.add(clause instanceof Not(Query twice) ? twice : new Not(clause));
          case MOD_NONE -> (all ? must : may).add(clause);
        }
      }
    }
    if (must.isEmpty() && !may.isEmpty()) {
      must.add(may.size() == 1 ? may.getFirst() : new Or(flat(may)));
    } else {
      may.forEach(clause -> leftOut.add(clause.printed()));
    }
    must.addAll(not);
    List<Query> clauses = new ArrayList<>();
    for (Query clause : must) {
      clauses.addAll(clause instanceof Group(List<Query> within) ? within : List.of(clause));
    }
    return clauses.isEmpty() ? null : clauses.size() == 1 ? clauses.getFirst() : new Group(clauses);
  }

  private static List<Query> flat(List<Query> alternatives) {
    List<Query> flat = new ArrayList<>();
    for (Query each : alternatives) {
      flat.addAll(each instanceof Or(List<Query> within) ? within : List.of(each));
    }
    return flat;
  }

  private @Nullable Query word(FieldQueryNode node) throws QuerySyntaxException {
    UnescapedCharSequence text = (UnescapedCharSequence) node.getText();
    if (node.getFieldAsString().equals("*") && text.toString().equals("*")) {
      return new Query.All();
    }
    int wildcard = wildcard(text);
    String letters = text.toString();
    Optional<String> member = FieldName.member(node.getFieldAsString());
    if (member.isPresent() && wildcard < 0) {
      budget.count(1, node.getBegin());
      return new Query.Member(member.get(), letters, node.getBegin());
    }
    Optional<ArchiveField> field = field(node);
    if (field.isPresent() && field.get() == ArchiveField.DATE) {
      return DayRange.read(letters, node.getBegin());
    }
    if (wildcard >= 0 && (wildcard == 0 || wildcard < letters.length() - 1 || !isStar(text))) {
      throw new QuerySyntaxException(
          "* stands at the end of a word alone, and ? is no wildcard: write the start of the word,"
              + " minist*.",
          node.getBegin());
    }
    int start = Signs.firstSearchable(letters);
    int end = Signs.endOfSearchable(letters);
    if (start >= end) {
      return null;
    }
    int position = node.getBegin() + start;
    budget.count(1, position);
    if (wildcard >= 0) {
      budget.countWildcard(position);
      return in(field, new Prefix(letters.substring(start, wildcard), position));
    }
    String core = letters.substring(start, end);
    boolean whole = field.isPresent() && FieldScope.holdsValues(field.get());
    return in(
        field,
        whole || core.indexOf(' ') >= 0 ? new Phrase(core, position) : new Word(core, position));
  }

  private static boolean isStar(UnescapedCharSequence text) {
    return text.charAt(text.length() - 1) == '*';
  }

  /** Where the first wildcard is; -1 for none. */
  private static int wildcard(UnescapedCharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if ((text.charAt(i) == '*' || text.charAt(i) == '?') && !text.wasEscaped(i)) {
        return i;
      }
    }
    return -1;
  }

  private @Nullable Query phrase(FieldQueryNode node) throws QuerySyntaxException {
    String text = node.getTextAsString().strip();
    Optional<String> member = FieldName.member(node.getFieldAsString());
    if (member.isPresent()) {
      budget.count(text.split("\\s+").length, node.getBegin());
      return new Query.Member(member.get(), text, node.getBegin());
    }
    Optional<ArchiveField> field = field(node);
    if (field.isPresent() && field.get() == ArchiveField.DATE) {
      return DayRange.read(text, node.getBegin());
    }
    if (Signs.firstSearchable(text) >= text.length()) {
      return null;
    }
    budget.count(text.split("\\s+").length, node.getBegin());
    return in(field, new Phrase(text, node.getBegin()));
  }

  private @Nullable Query near(SlopQueryNode node) throws QuerySyntaxException {
    FieldQueryNode phrase = (FieldQueryNode) node.getChild();
    Optional<ArchiveField> field = field(phrase);
    if (field.isPresent() && FieldScope.holdsValues(field.get())) {
      throw withTilde(field.get(), phrase.getBegin());
    }
    List<Query> words = new ArrayList<>();
    int from = phrase.getBegin();
    for (String word : phrase.getTextAsString().strip().split("\\s+")) {
      int start = Signs.firstSearchable(word);
      int end = Signs.endOfSearchable(word);
      if (start < end) {
        String core = word.substring(start, end);
        int position = Math.max(from, typed.indexOf(core, from));
        words.add(new Word(core, position));
        from = position;
      }
    }
    if (node.getValue() == 0 || words.size() < 2) {
      return phrase(phrase);
    }
    budget.count(words.size(), phrase.getBegin());
    if (node.getValue() < 0 || node.getValue() > NearOperator.MAX_DISTANCE) {
      throw new QuerySyntaxException(
          "~ after a phrase takes a number from 0 to "
              + NearOperator.MAX_DISTANCE
              + ", as in \"fair trial\"~5.",
          phrase.getBegin());
    }
    if (words.size() > QueryParser.MAX_DEPTH) {
      throw new QuerySyntaxException(
          "At most " + QueryParser.MAX_DEPTH + " words can be near each other; shorten it.",
          phrase.getBegin());
    }
    Query near = words.getFirst();
    for (Query word : words.subList(1, words.size())) {
      near = new Near(near, word, node.getValue(), phrase.getBegin());
    }
    return field.isEmpty() ? near : new In(field.get(), near, phrase.getBegin());
  }

  private Query fuzzy(FuzzyQueryNode node) throws QuerySyntaxException {
    String text = node.getTextAsString();
    Optional<ArchiveField> field = field(node);
    if (field.isPresent() && FieldScope.holdsValues(field.get())) {
      throw withTilde(field.get(), node.getBegin());
    }
    if (!WordReader.isLongEnoughForFuzzy(text)) {
      throw WordReader.tooShortForFuzzy(text, node.getBegin());
    }
    budget.count(1, node.getBegin());
    budget.countWildcard(node.getBegin());
    return in(field, new Fuzzy(text, edits(node.getSimilarity(), text), node.getBegin()));
  }

  /** A number of letters, or as in old queries how alike the words are, 0 to 1. */
  private static int edits(float similarity, String text) {
    return similarity >= 1
        ? Math.min(2, (int) similarity)
        : Math.clamp((int) ((1 - similarity) * text.length()), 1, 2);
  }

  private Query range(TermRangeQueryNode node) throws QuerySyntaxException {
    FieldQueryNode lower = (FieldQueryNode) node.getLowerBound();
    FieldQueryNode upper = (FieldQueryNode) node.getUpperBound();
    int position = Math.max(0, lower.getBegin());
    if (field(lower).filter(f -> f == ArchiveField.DATE).isEmpty()) {
      throw new QuerySyntaxException(
          "Only dates have ranges: date:[2024-01 TO 2024-06].", position);
    }
    LocalDate from = bound(lower, true, node.isLowerInclusive());
    LocalDate to = bound(upper, false, node.isUpperInclusive());
    if (from == null && to == null) {
      throw new QuerySyntaxException(
          "One end of the range at least needs a date: date:[2024-01 TO *].", position);
    }
    if (from != null && to != null && from.isAfter(to)) {
      throw new QuerySyntaxException(
          "The first day, " + from + ", is after the last, " + to + ": exchange them.", position);
    }
    return new Dated(from, to, position);
  }

  private static @Nullable LocalDate bound(FieldQueryNode node, boolean first, boolean inclusive)
      throws QuerySyntaxException {
    String text = node.getTextAsString();
    if (text.isEmpty() || text.equals("*")) {
      return null;
    }
    Dated days = DayRange.read(text, Math.max(0, node.getBegin()));
    if (first) {
      return inclusive || days.to() == null ? days.from() : days.to().plusDays(1);
    }
    return inclusive || days.from() == null ? days.to() : days.from().minusDays(1);
  }

  private static Query in(Optional<ArchiveField> field, Leaf leaf) {
    int position =
        switch (leaf) {
          case Word word -> word.position();
          case Phrase phrase -> phrase.position();
          case Prefix prefix -> prefix.position();
          case Fuzzy fuzzy -> fuzzy.position();
          default -> 0;
        };
    return field.isEmpty() ? leaf : new In(field.get(), leaf, position);
  }

  private static Optional<ArchiveField> field(FieldQueryNode node) throws QuerySyntaxException {
    String name = node.getFieldAsString();
    if (name.equals(NO_FIELD)) {
      return Optional.empty();
    }
    Optional<ArchiveField> field = ArchiveField.of(name);
    if (field.isEmpty()) {
      throw FieldName.unknown(name, Math.max(0, node.getBegin() - name.length() - 1));
    }
    return field;
  }

  private static QuerySyntaxException withTilde(ArchiveField field, int position) {
    return new QuerySyntaxException(
        "~ does not stand in " + field.label() + ":, which takes whole values.", position);
  }

  /** Where the first word of a node stands; -1 where it has none. */
  private static int begin(QueryNode node) {
    if (node instanceof FieldQueryNode word) {
      return word.getBegin();
    }
    if (node.getChildren() != null) {
      for (QueryNode child : node.getChildren()) {
        int begin = begin(child);
        if (begin >= 0) {
          return begin;
        }
      }
    }
    return -1;
  }
}
