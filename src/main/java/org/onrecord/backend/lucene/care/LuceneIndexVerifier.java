package org.onrecord.backend.lucene.care;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.Bits;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.LuceneFolder;
import org.onrecord.backend.lucene.index.StoredRecords;
import org.onrecord.backup.ArchiveAudit;
import org.onrecord.backup.IndexReport;
import org.onrecord.backup.IndexVerifier;
import org.onrecord.schema.ArchiveDocument;

/**
 * Checks what was last committed to a Lucene index, while others may write to it: first the files'
 * checksums, then their structure (Lucene's own CheckIndex), then what lies in them ({@link
 * ArchiveAudit}, {@link FieldAudit}). Where one finds faults, the next is not asked.
 */
public final class LuceneIndexVerifier implements IndexVerifier {
  private final LuceneFolder folder;

  public LuceneIndexVerifier(Path folder) {
    this.folder = new LuceneFolder(folder);
  }

  @Override
  public IndexReport verify() throws IOException {
    try (Directory directory = folder.open()) {
      return pinned(
          directory,
          commit -> {
            List<String> faults = damage(commit);
            return faults.isEmpty() ? audit(commit) : IndexReport.damaged(faults);
          });
    }
  }

  @Override
  public List<String> damage() throws IOException {
    try (Directory directory = folder.openAnyVersion()) {
      return pinned(directory, LuceneIndexVerifier::damage);
    }
  }

  private interface Look<T> {
    T at(PinnedCommit commit) throws IOException;
  }

  private <T> T pinned(Directory directory, Look<T> look) throws IOException {
    try (PinnedCommit commit = PinnedCommit.of(directory)) {
      return look.at(commit);
    } catch (IOException e) {
      throw folder.told(e);
    }
  }

  private static List<String> damage(PinnedCommit commit) throws IOException {
    List<String> faults = fileFaults(commit);
    return faults.isEmpty() ? structureFaults(commit) : faults;
  }

  private static List<String> fileFaults(PinnedCommit commit) {
    List<String> faults = new ArrayList<>();
    for (String name : commit.listAll()) {
      try (IndexInput file = commit.openInput(name, IOContext.DEFAULT)) {
        CodecUtil.checksumEntireFile(file);
      } catch (IOException e) {
        faults.add(name + ": " + e.getMessage());
      }
    }
    return faults;
  }

  private static List<String> structureFaults(PinnedCommit commit) throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    try (CheckIndex check = new CheckIndex(commit);
        PrintStream out = new PrintStream(log, false, StandardCharsets.UTF_8)) {
      check.setInfoStream(out);
      if (check.checkIndex().clean) {
        return List.of();
      }
    }
    List<String> told =
        log.toString(StandardCharsets.UTF_8)
            .lines()
            .filter(
                line ->
                    line.contains("ERROR")
                        || line.contains("Exception")
                        || line.contains("WARNING"))
            .map(String::strip)
            .limit(IndexReport.MAX_PROBLEMS)
            .toList();
    return told.isEmpty() ? List.of("Lucene's check fails") : told;
  }

  private static IndexReport audit(Directory directory) throws IOException {
    DocumentCodec codec = new DocumentCodec();
    ArchiveAudit audit = new ArchiveAudit();
    FieldAudit fields = new FieldAudit(new DocumentFields(codec, new FacetFields()));
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext context : reader.leaves()) {
        LeafReader leaf = context.reader();
        StoredFields stored = leaf.storedFields();
        FieldAudit.Segment segment = fields.segment(leaf);
        Bits live = leaf.getLiveDocs();
        for (int doc = 0; doc < leaf.maxDoc(); doc++) {
          if (live == null || live.get(doc)) {
            ArchiveDocument document = StoredRecords.read(codec, stored, doc);
            audit.read(document);
            segment.faults(doc, document).forEach(audit::problem);
          }
        }
      }
    }
    return audit.report();
  }
}
