package org.onrecord.attribution.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.TextSpan;
import org.onrecord.attribution.names.ArticleNames;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.names.NameModel;
import org.onrecord.attribution.names.NameTagger;
import org.onrecord.attribution.names.NameTagger.Tagged;
import org.onrecord.registry.Registry;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.SegmentedArticle;

/** The names in an article by themselves, without who they are. Thread-safe. */
public final class NameReader {
  private final Registry registry;
  private final @Nullable NameTagger tagger;

  /**
   * @param model by what names are found; null for the rules alone
   */
  public NameReader(Registry registry, @Nullable NameModel model) {
    this.registry = registry;
    this.tagger = model == null ? null : new NameTagger(registry, model);
  }

  /**
   * A name where it stands.
   *
   * @param span in the paragraph's text, UTF-16
   */
  public record Name(int paragraph, TextSpan span, NameKind kind) {}

  /** The names that are found, in order. */
  public List<Name> found(SegmentedArticle article) {
    var byParagraph =
        tagger == null
            ? ArticleNames.byRules(registry, article).ruled
            : ArticleNames.find(registry, tagger, article);
    List<Name> names = new ArrayList<>();
    for (Paragraph paragraph : article.paragraphs()) {
      for (NameMention name : byParagraph.getOrDefault(paragraph.ordinal(), List.of())) {
        add(paragraph, name.first(), name.end(), name.kind(), names);
      }
    }
    return names;
  }

  /** The names that are marked, headlines' too. */
  public List<Name> marked(AnnotatedNames annotated) {
    List<Name> names = new ArrayList<>();
    for (Paragraph paragraph : annotated.article().paragraphs()) {
      for (Tagged name : NameCores.of(registry, paragraph, annotated.names())) {
        add(paragraph, name.first(), name.end(), name.kind(), names);
      }
    }
    return names;
  }

  private static void add(
      Paragraph paragraph, int first, int end, NameMention.Kind kind, List<Name> names) {
    for (NameKind of : NameKind.values()) {
      if (of.mention() == kind) {
        names.add(new Name(paragraph.ordinal(), paragraph.span(first, end), of));
      }
    }
  }
}
