package org.onrecord.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.quotation.ModelFile;
import org.onrecord.quotation.QuotationModel;
import org.onrecord.quotation.training.AnnotatedArticle;
import org.onrecord.quotation.training.QuotationTrainer;

/** A model of quotations that is made from files and kept in one. */
public final class TrainedModel {
  final QuotationModel model;

  /** What it was just trained on. */
  final List<AnnotatedArticle> annotated;

  TrainedModel(QuotationModel model, List<AnnotatedArticle> annotated) {
    this.model = model;
    this.annotated = List.copyOf(annotated);
  }

  /**
   * Trains on every article of the files; the same files give the same model.
   *
   * @param files as {@link GoldReader} reads them, with their quotation marks
   */
  public static TrainedModel of(List<Path> files) throws IOException {
    List<AnnotatedArticle> articles = new ArrayList<>();
    for (Path file : files) {
      articles.addAll(GoldReader.read(file));
    }
    return new TrainedModel(new QuotationTrainer().train(articles), articles);
  }

  /**
   * The model in a file, or the one that comes with OnRecord where none is named.
   *
   * @throws IOException if the file holds none; the message says why
   */
  public static TrainedModel in(Optional<Path> file) throws IOException {
    return new TrainedModel(ModelFile.readOrShipped(file), List.of());
  }

  /** How many articles it was just trained on. */
  public int articles() {
    return annotated.size();
  }

  /**
   * Says beforehand whether a model could be written there: training takes long.
   *
   * @throws IOException if not; the message says why
   */
  public static void checkWritable(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": a folder; name a file for the model");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException(file + ": there is no folder " + folder + " to write the model into");
    }
    if (!Files.isWritable(folder)) {
      throw new IOException(folder + ": permission denied");
    }
  }

  /**
   * Writes the model; the same model gives the same bytes.
   *
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    ModelFile.write(model, file);
  }
}
