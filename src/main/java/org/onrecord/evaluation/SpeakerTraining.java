package org.onrecord.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Excerpt;
import org.onrecord.article.TextSpan;
import org.onrecord.attribution.AttributedQuotation;
import org.onrecord.attribution.Attributor;
import org.onrecord.attribution.training.SpeakerTrainer;
import org.onrecord.quotation.Quotation;
import org.onrecord.quotation.training.AnnotatedArticle;
import org.onrecord.quotation.training.QuotationTrainer;
import org.onrecord.registry.Registry;
import org.onrecord.registry.RegistryLoader;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Segmenter;

/**
 * Learns from annotated articles for whom pronouns and descriptions stand, and how sure each way of
 * finding a speaker is: the former from their sources as annotated, the latter from what models
 * find in them, with marks and without, that have learnt from other articles.
 */
public final class SpeakerTraining {
  private static final int FOLDS = 3;

  private final Registry registry = RegistryLoader.builtIn();
  private final List<GoldArticle> articles = new ArrayList<>();
  private final List<AnnotatedArticle> more = new ArrayList<>();

  /**
   * @param files as {@link GoldReader} reads them
   * @param others of articles that the models of quotations learn from too, and nothing else does
   */
  public SpeakerTraining(List<Path> files, List<Path> others) throws IOException {
    for (Path file : files) {
      articles.addAll(GoldReader.articles(file));
    }
    for (Path file : others) {
      more.addAll(GoldReader.read(file));
    }
  }

  /** How many articles there are to learn from. */
  public int articles() {
    return articles.size();
  }

  /**
   * Learns, and writes the table; the same articles give the same one. Article i is in fold i mod
   * 3.
   *
   * @throws IllegalArgumentException if there are fewer articles than folds
   * @throws IOException if it cannot be written
   */
  public void write(Path out) throws IOException {
    if (articles.size() < FOLDS) {
      throw new IllegalArgumentException(
          "speakers are learnt from " + FOLDS + " articles or more, not " + articles.size());
    }
    Attributor rules = new Attributor(registry);
    SpeakerTrainer trainer = trainer(rules, articles);
    List<List<Outcome>> outcomes =
        IntStream.range(0, FOLDS).parallel().mapToObj(fold -> outcomes(rules, fold)).toList();
    outcomes.forEach(
        fold -> fold.forEach(outcome -> trainer.addFound(outcome.found(), outcome.right())));
    Files.write(out, trainer.lines());
  }

  /** What was found, and whether it was right. */
  private record Outcome(AttributedQuotation found, boolean right) {}

  /** What a model and a ranker find in one fold's articles that have learnt from the others. */
  private List<Outcome> outcomes(Attributor rules, int fold) {
    List<GoldArticle> learnt = new ArrayList<>();
    List<GoldArticle> held = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      (i % FOLDS == fold ? held : learnt).add(articles.get(i));
    }
    List<AnnotatedArticle> annotated = new ArrayList<>();
    learnt.forEach(article -> annotated.add(article.annotated()));
    annotated.addAll(more);
    GoldExtraction extraction =
        new GoldExtraction(
            new QuotationTrainer().train(annotated), trainer(rules, learnt).attributor(registry));
    List<Outcome> outcomes = new ArrayList<>();
    for (GoldArticle article : held) {
      outcomes.addAll(outcomes(extraction, article));
      outcomes.addAll(outcomes(extraction, article.withoutMarks()));
    }
    return outcomes;
  }

  /** One whose ranker has learnt from the sources of these articles. */
  private SpeakerTrainer trainer(Attributor rules, List<GoldArticle> from) {
    SpeakerTrainer trainer = new SpeakerTrainer(SpeakerNames::same);
    from.forEach(article -> addSources(trainer, rules, article));
    trainer.fitRanker();
    return trainer;
  }

  private void addSources(SpeakerTrainer trainer, Attributor rules, GoldArticle article) {
    SegmentedArticle segmented =
        new Segmenter().segment(article.annotated().article().withTitle(null));
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

  private static List<Outcome> outcomes(GoldExtraction extraction, GoldArticle article) {
    Map<SystemQuotation, AttributedQuotation> found = extraction.attributed(article);
    List<Outcome> outcomes = new ArrayList<>();
    for (ArticleMatch.Match match :
        new ArticleMatch(article, List.copyOf(found.keySet())).matches) {
      AttributedQuotation attributed = found.get(match.system().quotation());
      if (attributed != null && attributed.isAttributed()) {
        outcomes.add(
            new Outcome(attributed, isRight(match.gold().quotation(), match.system().quotation())));
      }
    }
    return outcomes;
  }

  /**
   * Whether nobody else's name is given: a person by surname at the least, as spellings of given
   * names differ; where nobody is named, nobody may be, but for a body that the words describe.
   */
  private static boolean isRight(GoldQuotation gold, SystemQuotation found) {
    if (gold.speaker() == null) {
      return found.speaker() == null;
    }
    if (found.speaker() == null) {
      return !gold.person() && SpeakerScores.sameMention(gold, found);
    }
    return SpeakerNames.same(gold.speaker(), found.speaker())
        || gold.person() && SpeakerNames.sameSurname(gold.speaker(), found.speaker());
  }
}
