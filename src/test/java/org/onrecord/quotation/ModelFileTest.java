package org.onrecord.quotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that holds no model is told with its name, its size and what is wrong. */
class ModelFileTest {
  private static final int MAGIC = 0x4f6e5265;

  @TempDir private Path folder;

  @Test
  void textIsNoModel() throws IOException {
    assertEquals(
        " (5 bytes): no model of quotations, or a damaged one: Not in GZIP format",
        fault("hello".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void otherPackedFileIsNoModel() throws IOException {
    assertEquals(" (26 bytes): no model of quotations", fault(packed(7, 7)));
  }

  @Test
  void otherVersionIsTold() throws IOException {
    assertEquals(
        " (28 bytes): a model of version 99, but this OnRecord reads version 4; train it anew with"
            + " this one",
        fault(packed(MAGIC, 99)));
  }

  @Test
  void absurdSizeIsDamage() throws IOException {
    assertEquals(
        " (32 bytes): a damaged model of quotations: it claims to have 2147483647 parts",
        fault(packed(MAGIC, 4, Integer.MAX_VALUE)));
  }

  @Test
  void cutFileEndsTooEarly() throws IOException {
    byte[] whole = shipped();
    assertEquals(
        " (10,000 bytes): a model of quotations that ends too early; copy or train it anew",
        fault(Arrays.copyOf(whole, 10_000)));
  }

  @Test
  void changedByteIsFound() throws IOException {
    byte[] bytes = shipped();
    bytes[bytes.length - 6] ^= 1;
    String size = String.format(Locale.ROOT, " (%,d bytes): ", bytes.length);
    assertEquals(
        size + "no model of quotations, or a damaged one: Corrupt GZIP trailer", fault(bytes));
  }

  @Test
  void folderIsNoModel() {
    IOException fault = assertThrows(IOException.class, () -> ModelFile.read(folder));
    assertEquals(folder + ": a folder, no model of quotations", fault.getMessage());
  }

  @Test
  void missingFileIsMissing() {
    assertThrows(NoSuchFileException.class, () -> ModelFile.read(folder.resolve("none.model")));
  }

  private static byte[] shipped() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelFile.write(ModelFile.shipped(), bytes);
    return bytes.toByteArray();
  }

  private String fault(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("our.model"), bytes);
    IOException fault = assertThrows(IOException.class, () -> ModelFile.read(file));
    return String.valueOf(fault.getMessage()).substring(file.toString().length());
  }

  private static byte[] packed(int... numbers) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      for (int number : numbers) {
        out.writeInt(number);
      }
    }
    return bytes.toByteArray();
  }
}
