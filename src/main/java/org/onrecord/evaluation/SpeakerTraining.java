package org.onrecord.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Excerpt;
import org.onrecord.article.TextSpan;
import org.onrecord.attribution.AttributedQuotation;
import org.onrecord.attribution.Attributor;
import org.onrecord.attribution.SpeakerTrainer;
import org.onrecord.quotation.ModelFile;
import org.onrecord.quotation.Quotation;
import org.onrecord.registry.Registry;
import org.onrecord.registry.RegistryLoader;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Segmenter;

/**
 * Learns from annotated articles for whom pronouns and descriptions stand, and how sure each way of
 * finding a speaker is: the former from their sources as annotated, the latter from what the
 * shipped model finds in them.
 */
public final class SpeakerTraining {
  private final Segmenter segmenter = new Segmenter();
  private final Registry registry = RegistryLoader.builtIn();
  private final SpeakerTrainer trainer = new SpeakerTrainer(SpeakerNames::same);
  private final List<GoldArticle> articles = new ArrayList<>();

  /**
   * @param files as {@link GoldReader} reads them
   */
  public SpeakerTraining(List<Path> files) throws IOException {
    for (Path file : files) {
      articles.addAll(GoldReader.articles(file));
    }
  }

  /** How many articles there are to learn from. */
  public int articles() {
    return articles.size();
  }

  /**
   * Learns, and writes the table; the same articles give the same one.
   *
   * @throws IOException if it cannot be written
   */
  public void write(Path out) throws IOException {
    Attributor rules = new Attributor(registry);
    articles.forEach(article -> addSources(rules, article));
    trainer.fitRanker();
    GoldExtraction extraction =
        new GoldExtraction(ModelFile.shipped(), trainer.attributor(registry));
    articles.forEach(article -> addFound(extraction, article));
    Files.write(out, trainer.lines());
  }

  private void addSources(Attributor rules, GoldArticle article) {
    SegmentedArticle segmented = segmenter.segment(article.annotated().article().withTitle(null));
    Map<Quotation, String> people = new HashMap<>();
    List<Quotation> quotations = new ArrayList<>();
    for (GoldQuotation gold : article.quotations()) {
      Excerpt content = mention(segmented, gold.content());
      Excerpt source = gold.source() == null ? null : mention(segmented, gold.source());
      if (content != null && source != null) {
        Quotation quotation =
            new Quotation(
                content.paragraph(),
                List.of(content.span()),
                gold.kind(),
                true,
                null,
                source,
                1,
                "annotated");
        quotations.add(quotation);
        if (gold.namesPerson()) {
          people.put(quotation, String.valueOf(gold.speaker()));
        }
      }
    }
    quotations.sort(
        Comparator.comparingInt(Quotation::paragraph)
            .thenComparingInt(quotation -> quotation.span().start()));
    trainer.addSources(rules, segmented, quotations, people);
  }

  /** The words in their paragraph; null where they cross it or lie in none. */
  private static @Nullable Excerpt mention(SegmentedArticle article, TextSpan inBody) {
    for (Paragraph paragraph : article.paragraphs()) {
      int start = inBody.start() - paragraph.offset();
      int end = inBody.end() - paragraph.offset();
      if (!paragraph.isHeadline() && start >= 0 && end <= paragraph.text().length()) {
        TextSpan span = new TextSpan(start, end);
        return new Excerpt(span.in(paragraph.text()), paragraph.ordinal(), span);
      }
    }
    return null;
  }

  private void addFound(GoldExtraction extraction, GoldArticle article) {
    Map<SystemQuotation, AttributedQuotation> found = extraction.attributed(article);
    for (ArticleMatch.Match match :
        new ArticleMatch(article, List.copyOf(found.keySet())).matches) {
      AttributedQuotation attributed = found.get(match.system().quotation());
      GoldQuotation gold = match.gold().quotation();
      String name = match.system().quotation().speaker();
      boolean right =
          gold.speaker() == null ? name == null : SpeakerNames.same(gold.speaker(), name);
      if (attributed != null && attributed.isAttributed()) {
        trainer.addFound(attributed, right);
      }
    }
  }
}
