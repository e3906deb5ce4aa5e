package org.onrecord.attribution.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onrecord.article.TextSpan;
import org.onrecord.attribution.names.NameMention.Kind;
import org.onrecord.attribution.words.NameForm;
import org.onrecord.registry.Registry;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.SegmentedArticle;

/**
 * The names in the labels of turns, where a speaker's name stands for sure: found by their form
 * alone, since capitals, brackets and dashes are not what names look like in running text.
 */
final class LabelNames {
  private final Map<Integer, List<NameMention>> byParagraph = new HashMap<>();

  /** What a courtesy title leaves whose first letter is lost: "S. QUILL" beside "MS. QUILL". */
  private static final Set<String> CUT = Set.of("S.", "R.");

  /** The full names of the people in labels. */
  private final Set<String> people = new HashSet<>();

  /** The surnames that stand behind a courtesy title, folded. */
  private final Set<String> titled = new HashSet<>();

  /**
   * @param places in the text of each paragraph, by its ordinal
   */
  LabelNames(Registry registry, SegmentedArticle article, Map<Integer, Set<TextSpan>> places) {
    places.forEach(
        (ordinal, spans) -> {
          Paragraph paragraph = article.paragraph(ordinal);
          List<NameMention> names =
              LabelPlaces.within(paragraph, NameFinder.find(registry, paragraph), spans);
          byParagraph.put(ordinal, names);
          names.stream()
              .filter(name -> name.titled() && name.words().size() == 1)
              .forEach(name -> titled.add(NameForm.fold(name.last())));
          for (NameMention name : names) {
            boolean initial = CUT.contains(name.words().getFirst());
            if (name.kind() == Kind.PERSON && name.words().size() > 1 && !initial) {
              people.add(name.name());
            }
          }
        });
    byParagraph.replaceAll((ordinal, names) -> names.stream().map(this::whole).toList());
  }

  /** A surname where only what is left of its title stands before it. */
  private NameMention whole(NameMention name) {
    boolean cut =
        name.words().size() == 2
            && CUT.contains(name.words().getFirst())
            && titled.contains(NameForm.fold(name.last()));
    return cut ? name.called(name.last()) : name;
  }

  /** A paragraph's names where it has labels, others where it has none. */
  List<NameMention> orElse(Paragraph paragraph, List<NameMention> others) {
    return byParagraph.getOrDefault(paragraph.ordinal(), others);
  }

  /**
   * The names of a paragraph: those in its labels, and of others what overlaps none of them. Who
   * has a label is a person wherever else the name stands.
   *
   * @param others in order
   */
  List<NameMention> with(Paragraph paragraph, List<NameMention> others) {
    List<NameMention> all = new ArrayList<>();
    for (NameMention name : byParagraph.getOrDefault(paragraph.ordinal(), List.of())) {
      all.add(isPerson(name, others) ? name.of(Kind.PERSON) : name);
    }
    List<NameMention> labels = List.copyOf(all);
    for (NameMention name : others) {
      if (NameMention.touching(labels, name.first(), name.end()).isEmpty()) {
        all.add(people.contains(name.name()) ? name.of(Kind.PERSON) : name);
      }
    }
    all.sort(Comparator.comparingInt(NameMention::first));
    return all;
  }

  /** Whether others have the same words for a person that have no kind by their form. */
  private static boolean isPerson(NameMention label, List<NameMention> others) {
    return label.kind() == Kind.UNKNOWN
        && NameMention.touching(others, label.first(), label.end()).stream()
            .anyMatch(
                name ->
                    name.kind() == Kind.PERSON
                        && name.first() == label.first()
                        && name.end() == label.end());
  }
}
