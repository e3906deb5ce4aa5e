package org.onrecord.backend.opensearch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.ArchiveUnavailableException.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The schema's records as they lie on a cluster: {@link DocumentCodec}'s JSON, deflated, in base64,
 * since a text may hold what no JSON that OpenSearch writes anew can.
 */
public final class ClusterRecords {
  private static final DocumentCodec CODEC = new DocumentCodec();

  private ClusterRecords() {}

  static String write(ArchiveDocument document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes)) {
      deflated.write(CODEC.encode(document));
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be written", e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /**
   * The record of one document.
   *
   * @param source its {@code _source}, of which the record is enough
   * @throws ArchiveUnavailableException if it is none
   */
  public static ArchiveDocument read(JsonNode source) throws IOException {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(source.path(ClusterFields.RECORD).asString(""));
      try (InflaterInputStream record = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
        return CODEC.decode(record.readAllBytes());
      }
    } catch (IllegalArgumentException | IOException | JacksonException e) {
      throw new ArchiveUnavailableException(
          Reason.DAMAGED, "a document on the cluster holds no record; index its article anew", e);
    }
  }
}
