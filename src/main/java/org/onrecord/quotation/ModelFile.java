package org.onrecord.quotation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.onrecord.article.QuotationKind;
import org.onrecord.quotation.ParagraphView.CueRates;

/**
 * A {@link QuotationModel} as bytes: gzip of a magic number, a version, the cue rates, two chains,
 * the judges and the rankers. Weights are rounded to 16 bits; a feature is its 64-bit hash, so no
 * words but the cues' are in the file.
 */
public final class ModelFile {
  private static final int MAGIC = 0x4f6e5265;
  private static final int VERSION = 4;

  /** More features than any chain has. */
  private static final int MOST = 20_000_000;

  private static final String SHIPPED = "quotations.model";

  private ModelFile() {}

  /** The model that comes with OnRecord. */
  public static QuotationModel shipped() {
    try (InputStream in = open(Optional.empty())) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + SHIPPED, e);
    }
  }

  /**
   * The model in a file, or the one that comes with OnRecord where none is named.
   *
   * @throws IOException if the file holds none; the message names it and says what is wrong
   */
  public static QuotationModel readOrShipped(Optional<Path> file) throws IOException {
    return file.isPresent() ? read(file.get()) : shipped();
  }

  /** The bytes of what {@link #readOrShipped} reads. */
  public static InputStream open(Optional<Path> file) throws IOException {
    if (file.isPresent()) {
      return Files.newInputStream(file.get());
    }
    InputStream in = ModelFile.class.getResourceAsStream(SHIPPED);
    if (in == null) {
      throw new IllegalStateException("the class path lacks " + SHIPPED);
    }
    return in;
  }

  /**
   * Reads the model in a file.
   *
   * @throws IOException if there is none; the message names the file and says what is wrong
   */
  public static QuotationModel read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": a folder, no model of quotations");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      String size = String.format(Locale.ROOT, "%,d bytes", Files.size(file));
      throw new IOException(file + " (" + size + "): " + reason(e), e);
    }
  }

  private static String reason(IOException fault) {
    return switch (fault) {
      case EOFException _ -> "a model of quotations that ends too early; copy or train it anew";
      case ZipException e -> "no model of quotations, or a damaged one: " + e.getMessage();
      default -> String.valueOf(fault.getMessage());
    };
  }

  /**
   * Reads a model, and the bytes to their end.
   *
   * @throws IOException if the bytes are none, or of another version
   */
  public static QuotationModel read(InputStream stream) throws IOException {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, 1 << 16), 1 << 16));
    if (in.readInt() != MAGIC) {
      throw new IOException("no model of quotations");
    }
    int version = in.readInt();
    if (version != VERSION) {
      throw new IOException(
          "a model of version "
              + version
              + ", but this OnRecord reads version "
              + VERSION
              + "; train it anew with this one");
    }
    Map<String, Byte> rates = new HashMap<>();
    for (int left = readSize(in); left > 0; left--) {
      rates.put(in.readUTF(), in.readByte());
    }
    ChainModel marked = readChain(in);
    ChainModel lost = readChain(in);
    ContentJudge markedJudge = readJudge(in);
    ContentJudge lostJudge = readJudge(in);
    EdgeRanker edges = new EdgeRanker(readChoice(in));
    KindRanker kinds = readKinds(in);
    SourceRanker ranker = new SourceRanker(readChoice(in));
    if (in.read() >= 0) {
      throw new IOException("a damaged model of quotations: there is more after its end");
    }
    return new QuotationModel(
        new CueRates(rates), marked, lost, markedJudge, lostJudge, edges, kinds, ranker);
  }

  /**
   * Writes a model into a file, which is there only when it is whole.
   *
   * @throws IOException if it cannot be written; the message names the file
   */
  public static void write(QuotationModel model, Path file) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try {
      try (OutputStream out = Files.newOutputStream(unfinished)) {
        write(model, out);
      }
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Writes a model; the same model gives the same bytes. */
  public static void write(QuotationModel model, OutputStream stream) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(stream), 1 << 16))) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      Map<String, Byte> rates = new TreeMap<>(model.cueRates.buckets());
      out.writeInt(rates.size());
      for (Map.Entry<String, Byte> rate : rates.entrySet()) {
        out.writeUTF(rate.getKey());
        out.writeByte(rate.getValue());
      }
      writeChain(model.marked, out);
      writeChain(model.lost, out);
      writeJudge(model.markedJudge, out);
      writeJudge(model.lostJudge, out);
      writeChoice(model.edges.choice, out);
      writeIndex(model.kinds.features, out);
      writeWeights(model.kinds.weights, out);
      writeChoice(model.ranker.choice, out);
    }
  }

  private static ChainModel readChain(DataInputStream in) throws IOException {
    FeatureIndex features = readIndex(in);
    float[] weights = readWeights(in, features.size() * Label.COUNT);
    float[] transitions = readWeights(in, Label.COUNT * Label.COUNT);
    return new ChainModel(features, weights, transitions);
  }

  private static void writeChain(ChainModel chain, DataOutputStream out) throws IOException {
    writeIndex(chain.features, out);
    writeWeights(chain.weights, out);
    writeWeights(chain.transitions, out);
  }

  private static ContentJudge readJudge(DataInputStream in) throws IOException {
    FeatureIndex features = readIndex(in);
    return new ContentJudge(features, readWeights(in, features.size()));
  }

  private static void writeJudge(ContentJudge judge, DataOutputStream out) throws IOException {
    writeIndex(judge.features, out);
    writeWeights(judge.weights, out);
  }

  private static KindRanker readKinds(DataInputStream in) throws IOException {
    FeatureIndex features = readIndex(in);
    float[] weights = readWeights(in, features.size() * QuotationKind.values().length);
    return new KindRanker(features, weights);
  }

  private static LinearChoice readChoice(DataInputStream in) throws IOException {
    FeatureIndex features = readIndex(in);
    return new LinearChoice(features, readWeights(in, features.size()));
  }

  private static void writeChoice(LinearChoice choice, DataOutputStream out) throws IOException {
    writeIndex(choice.features, out);
    writeWeights(choice.weights, out);
  }

  private static int readSize(DataInputStream in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > MOST) {
      throw new IOException("a damaged model of quotations: it claims to have " + size + " parts");
    }
    return size;
  }

  private static FeatureIndex readIndex(DataInputStream in) throws IOException {
    int size = readSize(in);
    FeatureIndex features = new FeatureIndex(size);
    for (int i = 0; i < size; i++) {
      features.add(in.readLong());
    }
    return features;
  }

  private static void writeIndex(FeatureIndex features, DataOutputStream out) throws IOException {
    long[] keys = features.keys();
    out.writeInt(keys.length);
    for (long key : keys) {
      out.writeLong(key);
    }
  }

  private static float[] readWeights(DataInputStream in, int size) throws IOException {
    float scale = in.readFloat();
    float[] weights = new float[size];
    for (int i = 0; i < size; i++) {
      weights[i] = in.readShort() * scale;
    }
    return weights;
  }

  private static void writeWeights(float[] weights, DataOutputStream out) throws IOException {
    float largest = Float.MIN_NORMAL;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    float scale = largest / Short.MAX_VALUE;
    out.writeFloat(scale);
    for (float weight : weights) {
      out.writeShort(Math.round(weight / scale));
    }
  }
}
