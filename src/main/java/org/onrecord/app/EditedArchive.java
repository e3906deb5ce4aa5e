package org.onrecord.app;

import java.io.IOException;
import java.util.Optional;
import org.onrecord.article.ArticleId;
import org.onrecord.cli.ArchiveAccess.EditableArchive;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.ingest.ForwardingSink;
import org.onrecord.schema.ArchivedArticle;

/** An archive that is written and read at the same time. */
final class EditedArchive extends ForwardingSink implements EditableArchive {
  private final Lookup lookup;

  /** Reads an article, as of the last commit. */
  @FunctionalInterface
  interface Lookup {
    Optional<ArchivedArticle> article(ArticleId id) throws IOException;
  }

  EditedArchive(DocumentSink sink, Lookup lookup) {
    super(sink);
    this.lookup = lookup;
  }

  @Override
  public Optional<ArchivedArticle> article(ArticleId id) throws IOException {
    return lookup.article(id);
  }
}
