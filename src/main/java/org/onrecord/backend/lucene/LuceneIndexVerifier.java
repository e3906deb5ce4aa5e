package org.onrecord.backend.lucene;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.Bits;
import org.onrecord.backup.IndexVerifier;
import org.onrecord.backup.VerificationReport;

/**
 * Checks a Lucene index: first its files (Lucene's own CheckIndex: checksums and structure), then
 * what lies in them ({@link ArchiveAudit}). Nobody may be writing to the index meanwhile.
 */
public final class LuceneIndexVerifier implements IndexVerifier {
  private final IndexFolder folder;

  public LuceneIndexVerifier(Path folder) {
    this.folder = new IndexFolder(folder);
  }

  @Override
  public VerificationReport verify() throws IOException {
    try (Directory directory = folder.open()) {
      List<String> faults = fileFaults(directory);
      return faults.isEmpty() ? audit(directory) : new VerificationReport(0, 0, 0, faults);
    } catch (LockObtainFailedException e) {
      throw folder.locked(e);
    }
  }

  private static List<String> fileFaults(Directory directory) throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    try (CheckIndex check = new CheckIndex(directory);
        PrintStream out = new PrintStream(log, false, StandardCharsets.UTF_8)) {
      check.setInfoStream(out);
      if (check.checkIndex().clean) {
        return List.of();
      }
    }
    return log.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(
            line ->
                line.contains("ERROR") || line.contains("Exception") || line.contains("WARNING"))
        .map(String::strip)
        .limit(VerificationReport.MAX_PROBLEMS)
        .toList();
  }

  private static VerificationReport audit(Directory directory) throws IOException {
    DocumentCodec codec = new DocumentCodec();
    ArchiveAudit audit = new ArchiveAudit();
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        StoredFields stored = leaf.reader().storedFields();
        Bits live = leaf.reader().getLiveDocs();
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
          if (live == null || live.get(doc)) {
            audit.read(DocumentFields.record(codec, stored, doc));
          }
        }
      }
    }
    return audit.report();
  }
}
