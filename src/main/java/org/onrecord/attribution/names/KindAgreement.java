package org.onrecord.attribution.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onrecord.attribution.names.NameMention.Kind;
import org.onrecord.attribution.names.NameTagger.Tagged;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.RolePhrases;
import org.onrecord.segment.Paragraph;

/**
 * Makes an article's names agree: the same words are of one kind, that which most of them are, and
 * the last word of somebody's full name is that person.
 */
final class KindAgreement {
  private final Map<String, Map<Kind, Integer>> votes = new HashMap<>();
  private final Set<String> surnames = new HashSet<>();

  private KindAgreement() {}

  /**
   * @param tagged the names of each paragraph, by its ordinal
   */
  static KindAgreement of(Collection<Paragraph> paragraphs, Map<Integer, List<Tagged>> tagged) {
    KindAgreement agreement = new KindAgreement();
    for (Paragraph paragraph : paragraphs) {
      for (Tagged name : tagged.getOrDefault(paragraph.ordinal(), List.of())) {
        agreement
            .votes
            .computeIfAbsent(words(paragraph, name), w -> new EnumMap<>(Kind.class))
            .merge(name.kind(), 1, Integer::sum);
        if (name.kind() == Kind.PERSON && name.end() - name.first() > 1) {
          agreement.surnames.add(paragraph.tokens().get(name.end() - 1).text());
        }
      }
    }
    return agreement;
  }

  private static String words(Paragraph paragraph, Tagged name) {
    return RolePhrases.words(paragraph.tokens(), name.first(), name.end());
  }

  /** The names of a paragraph with their kinds agreed. */
  List<Tagged> agreed(Paragraph paragraph, List<Tagged> names) {
    List<Tagged> agreed = new ArrayList<>();
    for (Tagged name : names) {
      String words = words(paragraph, name);
      agreed.add(new Tagged(name.first(), name.end(), kind(words, name.kind())));
    }
    return agreed;
  }

  private Kind kind(String words, Kind own) {
    if (surnames.contains(words) && !Lexicon.ENGLISH.isPlace(words)) {
      return Kind.PERSON;
    }
    Map<Kind, Integer> counts = votes.getOrDefault(words, Map.of());
    Kind most = own;
    for (Map.Entry<Kind, Integer> count : counts.entrySet()) {
      if (count.getValue() > counts.getOrDefault(most, 0)) {
        most = count.getKey();
      }
    }
    return most;
  }
}
