package org.onrecord.attribution.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.NameForm;

/**
 * An organisation of an article: a company, a ministry, a court. Made by {@link Bodies}.
 *
 * @param name the fullest that the article has for it, without "the"
 * @param words those of the name, in lower case
 * @param kinds the nouns by which the article calls it, in lower case: "airline"; grows
 */
public record Body(String name, Set<String> words, Set<String> kinds) {
  static Body of(String name) {
    List<String> words = new ArrayList<>();
    for (String word : Lexicon.lower(name).split("[^\\p{L}\\p{N}&]+")) {
      words.add(word);
    }
    return new Body(name, Set.copyOf(new HashSet<>(words)), new HashSet<>());
  }

  String id() {
    return NameForm.slug(name);
  }

  /** Two are one by their name alone. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Body body && body.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
