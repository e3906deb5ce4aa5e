package org.onrecord.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.onrecord.attribution.names.NameModelFile;
import org.onrecord.attribution.training.AnnotatedNames;
import org.onrecord.attribution.training.NameKind;
import org.onrecord.attribution.training.NameLearner;
import org.onrecord.attribution.training.NameReader;
import org.onrecord.attribution.training.NameReader.Name;
import org.onrecord.registry.Registry;
import org.onrecord.registry.RegistryLoader;

/** How many names are found with exactly their words and their kind. */
public final class NameEvaluation {
  private static final Registry REGISTRY = RegistryLoader.builtIn();

  private final Map<NameKind, int[]> counts = new EnumMap<>(NameKind.class);

  /** People's by the article's section, for a text of news is read otherwise than a law report. */
  private final SortedMap<String, int[]> people = new TreeMap<>();

  private int articles;

  private NameEvaluation() {
    for (NameKind kind : NameKind.values()) {
      counts.put(kind, new int[3]);
    }
  }

  /**
   * Scores the model that is shipped.
   *
   * @param gold articles in which every name is marked
   */
  public static NameEvaluation shipped(Path gold) throws IOException {
    return by(new NameReader(REGISTRY, NameModelFile.shipped()), gold);
  }

  /** Scores what rules find without a model. */
  public static NameEvaluation rules(Path gold) throws IOException {
    return by(new NameReader(REGISTRY, null), gold);
  }

  private static NameEvaluation by(NameReader reader, Path gold) throws IOException {
    NameEvaluation evaluation = new NameEvaluation();
    NameGold.read(gold).forEach(article -> evaluation.score(reader, article));
    return evaluation;
  }

  /**
   * Scores every article by a model that has not learnt from it.
   *
   * @param gold articles in which every name is marked
   * @param folds article i is in fold i mod {@code folds}
   * @param learn what every model learns from too
   */
  public static NameEvaluation crossValidated(Path gold, int folds, List<Path> learn)
      throws IOException {
    NameEvaluation evaluation = new NameEvaluation();
    List<AnnotatedNames> articles = NameGold.read(gold);
    List<AnnotatedNames> learnt = new ArrayList<>();
    for (Path file : learn) {
      learnt.addAll(NameGold.read(file));
    }
    for (int fold = 0; fold < folds; fold++) {
      NameLearner learner = new NameLearner(REGISTRY);
      learnt.forEach(learner::add);
      for (int i = 0; i < articles.size(); i++) {
        if (i % folds != fold) {
          learner.add(articles.get(i));
        }
      }
      NameReader reader = new NameReader(REGISTRY, learner.train());
      for (int i = fold; i < articles.size(); i += folds) {
        evaluation.score(reader, articles.get(i));
      }
    }
    return evaluation;
  }

  /**
   * Learns a model of names and writes it; the same files give the same bytes.
   *
   * @param files as {@link NameGold} reads them
   * @return the number of articles
   */
  public static int train(List<Path> files, Path out) throws IOException {
    NameLearner learner = new NameLearner(REGISTRY);
    int articles = 0;
    for (Path file : files) {
      List<AnnotatedNames> read = NameGold.read(file);
      read.forEach(learner::add);
      articles += read.size();
    }
    NameModelFile.write(learner.train(), out);
    return articles;
  }

  private void score(NameReader reader, AnnotatedNames article) {
    articles++;
    Set<Name> marked = new HashSet<>(reader.marked(article));
    Set<Name> found = new HashSet<>(reader.found(article.article()));
    for (NameKind kind : NameKind.values()) {
      int[] of = new int[3];
      of[0] = count(marked, kind);
      of[1] = count(found, kind);
      of[2] = count(found.stream().filter(marked::contains).toList(), kind);
      add(of, counts(kind));
      String section = article.article().article().section();
      if (kind == NameKind.PERSON && section != null) {
        add(of, people.computeIfAbsent(section, s -> new int[3]));
      }
    }
  }

  private static int count(Collection<Name> names, NameKind kind) {
    return (int) names.stream().filter(name -> name.kind() == kind).count();
  }

  private static void add(int[] of, int[] sums) {
    for (int k = 0; k < of.length; k++) {
      sums[k] += of[k];
    }
  }

  private int[] counts(NameKind kind) {
    return Optional.ofNullable(counts.get(kind)).orElseThrow();
  }

  /** The figures as a table: names marked, found, right; precision, recall, F1. */
  public String text() {
    StringBuilder text = new StringBuilder(articles + " articles\n");
    text.append("                    marked   found   right      P      R     F1\n");
    int[] all = new int[3];
    for (NameKind kind : NameKind.values()) {
      if (kind != NameKind.OTHER) {
        int[] of = counts(kind);
        row(text, kind.name().toLowerCase(Locale.ROOT), of);
        add(of, all);
      }
    }
    row(text, "all", all);
    people.forEach((section, of) -> row(text, "people, " + section, of));
    return text.toString();
  }

  private static void row(StringBuilder text, String name, int[] of) {
    double precision = of[1] == 0 ? 0 : (double) of[2] / of[1];
    double recall = of[0] == 0 ? 0 : (double) of[2] / of[0];
    double f1 = of[0] + of[1] == 0 ? 0 : 2.0 * of[2] / (of[0] + of[1]);
    text.append(
        String.format(
            Locale.ROOT,
            "%-18s %7d %7d %7d  %.3f  %.3f  %.3f%n",
            name,
            of[0],
            of[1],
            of[2],
            precision,
            recall,
            f1));
  }
}
