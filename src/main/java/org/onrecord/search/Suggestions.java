package org.onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onrecord.query.Query;
import org.onrecord.query.Query.Word;
import org.onrecord.schema.DocumentType;

/** Finds other words for those of a query that nothing in the archive holds. */
final class Suggestions {
  private static final int MAX_SUGGESTIONS = 3;

  /** How many words of a query are looked up. */
  private static final int MAX_LOOKUPS = 8;

  private final SearchBackend backend;
  private final NameSpellings names;
  private final String typed;
  private final List<Word> words;

  private Suggestions(SearchBackend backend, NameSpellings names, String typed, List<Word> words) {
    this.backend = backend;
    this.names = names;
    this.typed = typed;
    this.words = words;
  }

  /** At most three, in the order of the words; a known name is not taken for another word. */
  static List<Suggestion> of(SearchBackend backend, NameSpellings names, String typed, Query query)
      throws IOException {
    List<Word> words = query.wanted().filter(Word.class::isInstance).map(Word.class::cast).toList();
    return new Suggestions(backend, names, typed, words).found();
  }

  private List<Suggestion> found() throws IOException {
    List<Suggestion> found = new ArrayList<>();
    for (Word word : words.subList(0, Math.min(MAX_LOOKUPS, words.size()))) {
      if (found.size() < MAX_SUGGESTIONS
          && typed.startsWith(word.text(), word.position())
          && !names.isNameWord(word.text())
          && isUnknown(word)) {
        List<String> similar = backend.similarWords(word.text());
        similar.stream().limit(1).forEach(instead -> found.add(suggestion(word, instead)));
      }
    }
    return found;
  }

  private boolean isUnknown(Word word) throws IOException {
    SearchRequest anywhere =
        SearchRequest.of(word.text()).withTypes(Set.of(DocumentType.values())).forTotal();
    return backend.search(anywhere, word, MatchMode.ALL).total() == 0;
  }

  private Suggestion suggestion(Word word, String instead) {
    int end = word.position() + word.text().length();
    String q = typed.substring(0, word.position()) + instead + typed.substring(end);
    return new Suggestion(word.text(), instead, q);
  }
}
