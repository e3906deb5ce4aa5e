package org.onrecord.attribution.names;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.onrecord.quotation.FeatureIndex;

/**
 * A {@link NameModel} as bytes: gzip of a magic number, a version, the transitions, the features'
 * 64-bit hashes and their weights, rounded to 8 bits. No words are in it.
 */
public final class NameModelFile {
  private static final int MAGIC = 0x4f6e4e6d;
  private static final int VERSION = 1;

  /** More features than any model has. */
  private static final int MOST = 20_000_000;

  private static final String SHIPPED = "/org/onrecord/attribution/names.model";

  private NameModelFile() {}

  /** The model that comes with OnRecord, read once. */
  public static NameModel shipped() {
    return Shipped.MODEL;
  }

  private static final class Shipped {
    static final NameModel MODEL = load();

    private static NameModel load() {
      try (InputStream in = NameModelFile.class.getResourceAsStream(SHIPPED)) {
        if (in == null) {
          throw new IllegalStateException("the class path lacks " + SHIPPED);
        }
        return read(in);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + SHIPPED, e);
      }
    }
  }

  /**
   * Reads a model.
   *
   * @throws IOException if the bytes are none, or of another version
   */
  public static NameModel read(InputStream stream) throws IOException {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, 1 << 16), 1 << 16));
    if (in.readInt() != MAGIC) {
      throw new IOException("no model of names");
    }
    int version = in.readInt();
    if (version != VERSION) {
      throw new IOException("a model of names of version " + version + ", not " + VERSION);
    }
    float[] transitions = new float[NameTag.COUNT * NameTag.COUNT];
    for (int t = 0; t < transitions.length; t++) {
      transitions[t] = in.readFloat();
    }
    int size = in.readInt();
    if (size < 0 || size > MOST) {
      throw new IOException("a damaged model of names: it claims to have " + size + " features");
    }
    FeatureIndex features = new FeatureIndex(size);
    for (int f = 0; f < size; f++) {
      features.add(in.readLong());
    }
    float scale = in.readFloat();
    float[] weights = new float[size * NameTag.COUNT];
    for (int w = 0; w < weights.length; w++) {
      weights[w] = in.readByte() * scale;
    }
    return new NameModel(features, weights, transitions);
  }

  /**
   * Writes a model into a file; the same model gives the same bytes.
   *
   * @throws IOException if it cannot be written; the message names the file
   */
  public static void write(NameModel model, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      write(model, out);
    }
  }

  public static void write(NameModel model, OutputStream stream) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(stream), 1 << 16))) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      for (float transition : model.transitions) {
        out.writeFloat(transition);
      }
      long[] keys = model.features.keys();
      out.writeInt(keys.length);
      for (long key : keys) {
        out.writeLong(key);
      }
      float largest = Float.MIN_NORMAL;
      for (float weight : model.weights) {
        largest = Math.max(largest, Math.abs(weight));
      }
      float scale = largest / Byte.MAX_VALUE;
      out.writeFloat(scale);
      for (float weight : model.weights) {
        out.writeByte(Math.round(weight / scale));
      }
    }
  }
}
