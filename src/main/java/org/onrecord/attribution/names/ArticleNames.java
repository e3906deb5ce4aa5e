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
import org.onrecord.attribution.names.NameTagger.Tagged;
import org.onrecord.attribution.words.NameForm;
import org.onrecord.registry.Registry;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.SegmentedArticle;

/** The names of an article, paragraph by paragraph: first by rules, then by what was learnt. */
public final class ArticleNames {
  public final List<Paragraph> paragraphs = new ArrayList<>();
  public final Map<Integer, List<NameMention>> ruled = new HashMap<>();
  public final ArticleWords words;

  private ArticleNames(Registry registry, SegmentedArticle article) {
    for (Paragraph paragraph : article.paragraphs()) {
      if (!TitleCase.is(paragraph)) {
        paragraphs.add(paragraph);
        ruled.put(paragraph.ordinal(), NameFinder.find(registry, paragraph));
      }
    }
    words = ArticleWords.of(paragraphs, ruled);
  }

  /** What rules alone find. */
  public static ArticleNames byRules(Registry registry, SegmentedArticle article) {
    return new ArticleNames(registry, article);
  }

  /**
   * The names of each paragraph by its ordinal, in order; of a paragraph in which every word is
   * capitalised, the full names of people whom the others call by surname alone.
   */
  public static Map<Integer, List<NameMention>> find(
      Registry registry, NameTagger tagger, SegmentedArticle article) {
    return find(registry, tagger, article, Map.of());
  }

  /**
   * The same, where it is known of some places that somebody's name stands there: it is found by
   * its form, whatever was learnt of running text.
   *
   * @param places in the text of each paragraph, by its ordinal
   */
  public static Map<Integer, List<NameMention>> find(
      Registry registry,
      NameTagger tagger,
      SegmentedArticle article,
      Map<Integer, Set<TextSpan>> places) {
    ArticleNames names = new ArticleNames(registry, article);
    Map<Integer, List<NameMention>> found = new HashMap<>();
    for (Paragraph paragraph : article.paragraphs()) {
      found.put(paragraph.ordinal(), List.of());
    }
    Map<Integer, List<Tagged>> tagged = new HashMap<>();
    for (Paragraph paragraph : names.paragraphs) {
      List<NameMention> byRule = names.ruled.getOrDefault(paragraph.ordinal(), List.of());
      tagged.put(paragraph.ordinal(), tagger.tag(paragraph, names.words, byRule));
    }
    KindAgreement agreement = KindAgreement.of(names.paragraphs, tagged);
    LabelNames labels = new LabelNames(registry, article, places);
    for (Paragraph paragraph : names.paragraphs) {
      List<NameMention> byRule = names.ruled.getOrDefault(paragraph.ordinal(), List.of());
      List<Tagged> agreed =
          agreement.agreed(paragraph, tagged.getOrDefault(paragraph.ordinal(), List.of()));
      List<NameMention> here = NameMerger.merged(registry, paragraph, byRule, agreed);
      found.put(paragraph.ordinal(), labels.with(paragraph, here));
    }
    Set<String> surnames = new HashSet<>();
    for (Paragraph paragraph : names.paragraphs) {
      for (NameMention name : found.getOrDefault(paragraph.ordinal(), List.of())) {
        if (name.kind() == Kind.PERSON && name.words().size() == 1) {
          surnames.add(NameForm.fold(name.last()));
        }
      }
    }
    for (Paragraph paragraph : article.paragraphs()) {
      if (!names.ruled.containsKey(paragraph.ordinal())) {
        List<NameMention> introduced = HeadlineNames.introduced(paragraph, surnames);
        List<NameMention> here = new ArrayList<>(introduced);
        for (NameMention name : wholeNames(registry, tagger, paragraph, names.words)) {
          if (NameMention.touching(introduced, name.first(), name.end()).isEmpty()) {
            here.add(name);
          }
        }
        here.sort(Comparator.comparingInt(NameMention::first));
        found.put(paragraph.ordinal(), labels.orElse(paragraph, here));
      }
    }
    return found;
  }

  /** People's whole names where every word is capitalised. */
  private static List<NameMention> wholeNames(
      Registry registry, NameTagger tagger, Paragraph paragraph, ArticleWords words) {
    List<NameMention> ruled = NameFinder.find(registry, paragraph);
    List<Tagged> tagged = tagger.tag(paragraph, words, ruled);
    return NameMerger.merged(registry, paragraph, ruled, tagged).stream()
        .filter(name -> name.kind() == Kind.PERSON && HeadlineNames.isWhole(name, words))
        .toList();
  }
}
