package org.onrecord.evaluation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.onrecord.quotation.AnnotatedArticle;
import org.onrecord.quotation.ModelFile;
import org.onrecord.quotation.QuotationTrainer;

/** Makes a model of quotations from files of annotated articles. */
public final class ModelTraining {
  private ModelTraining() {}

  /**
   * Trains on every article of the files and writes the model; the same files give the same bytes.
   *
   * @param files as {@link GoldReader} reads them, with their quotation marks
   * @return how many articles there were
   */
  public static int train(List<Path> files, Path model) throws IOException {
    List<AnnotatedArticle> articles = new ArrayList<>();
    for (Path file : files) {
      articles.addAll(GoldReader.read(file));
    }
    try (OutputStream out = Files.newOutputStream(model)) {
      ModelFile.write(new QuotationTrainer().train(articles), out);
    }
    return articles.size();
  }
}
