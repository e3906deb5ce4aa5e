package org.onrecord.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.onrecord.query.Query.Group;
import org.onrecord.query.Query.Word;

/**
 * A question of who said what, as people ask it in English: "what did Imran Khan say about Trump",
 * "who spoke on inflation", "quotes by Marta Quill on ferries".
 *
 * <pre>
 * question ::= interrogative? auxiliary speaker verb (preposition topic)?
 *            | interrogative speaker verb (preposition topic)?
 *            | 'who' auxiliary? verb preposition? topic
 *            | utterances preposition speaker (preposition topic)?
 * </pre>
 *
 * @param speaker the words between the question's, in the order typed; none of "who said"
 * @param topic the words after it, without function words; none where nothing is asked about
 */
public record AskedQuestion(List<Word> speaker, List<Word> topic) {
  /** How many words a speaker's name has at the most. */
  private static final int LONGEST_NAME = 6;

  private static final Set<String> INTERROGATIVES =
      Set.of("what", "what's", "how", "why", "when", "where", "whether", "if");
  private static final Set<String> AUXILIARIES = Set.of("did", "does", "do", "has", "have", "had");
  private static final Set<String> VERBS =
      Set.of(
          """
          say says said saying tell tells told talk talks talked speak speaks spoke spoken think
          thinks thought comment comments commented remark remarked claim claims claimed promise
          promises promised announce announces announced declare declares declared argue argues
          argued state states stated\
          """
              .split("\\s+"));
  private static final Set<String> UTTERANCES =
      Set.of(
          """
          quote quotes quotation quotations statement statements remark remarks comment comments
          words\
          """
              .split("\\s+"));
  private static final Set<String> OF_SPEAKERS = Set.of("by", "from", "of");
  private static final Set<String> ABOUT =
      Set.of("about", "on", "of", "regarding", "concerning", "over", "to", "that");

  public AskedQuestion {
    speaker = List.copyOf(speaker);
    topic = List.copyOf(topic);
  }

  /** The question that a query is; empty for one with operators, or that asks nothing. */
  public static Optional<AskedQuestion> in(Query query) {
    if (!(query instanceof Group(List<Query> clauses))
        || !clauses.stream().allMatch(Word.class::isInstance)) {
      return Optional.empty();
    }
    List<Word> words = clauses.stream().map(Word.class::cast).toList();
    return is(words.getFirst(), "who")
        ? ofAnybody(words)
        : isOne(words.getFirst(), UTTERANCES) ? utterancesOf(words) : ofSomebody(words);
  }

  private static Optional<AskedQuestion> ofAnybody(List<Word> words) {
    int verb = words.size() > 1 && isOne(words.get(1), AUXILIARIES) ? 2 : 1;
    if (verb >= words.size() || !isOne(words.get(verb), VERBS)) {
      return Optional.empty();
    }
    List<Word> topic = topic(words, verb + 1);
    return topic.isEmpty() ? Optional.empty() : Optional.of(new AskedQuestion(List.of(), topic));
  }

  private static Optional<AskedQuestion> utterancesOf(List<Word> words) {
    if (words.size() < 3 || !isOne(words.get(1), OF_SPEAKERS)) {
      return Optional.empty();
    }
    int end = 2;
    while (end < words.size() && !isOne(words.get(end), ABOUT)) {
      end++;
    }
    return between(words, 2, end, end);
  }

  private static Optional<AskedQuestion> ofSomebody(List<Word> words) {
    int start = isOne(words.getFirst(), INTERROGATIVES) ? 1 : 0;
    boolean auxiliary = start < words.size() && isOne(words.get(start), AUXILIARIES);
    if (start == 0 && !auxiliary) {
      return Optional.empty();
    }
    start += auxiliary ? 1 : 0;
    int verb = start;
    while (verb < words.size() && !isOne(words.get(verb), VERBS)) {
      verb++;
    }
    return verb == words.size() ? Optional.empty() : between(words, start, verb, verb + 1);
  }

  private static Optional<AskedQuestion> between(List<Word> words, int start, int end, int rest) {
    return end == start || end - start > LONGEST_NAME
        ? Optional.empty()
        : Optional.of(new AskedQuestion(words.subList(start, end), topic(words, rest)));
  }

  /** What stands behind a preposition, but for function words. */
  private static List<Word> topic(List<Word> words, int start) {
    int from = start;
    while (from < words.size() && isOne(words.get(from), ABOUT)) {
      from++;
    }
    List<Word> topic = new ArrayList<>();
    for (Word word : words.subList(Math.min(from, words.size()), words.size())) {
      if (!FunctionWords.isOne(word.text())) {
        topic.add(word);
      }
    }
    return topic;
  }

  private static boolean isOne(Word word, Set<String> words) {
    return words.contains(word.text().toLowerCase(Locale.ROOT).replace('\u2019', '\''));
  }

  private static boolean is(Word word, String text) {
    return word.text().equalsIgnoreCase(text) && !word.text().equals("WHO");
  }
}
