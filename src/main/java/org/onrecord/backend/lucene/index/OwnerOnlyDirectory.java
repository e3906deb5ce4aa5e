package org.onrecord.backend.lucene.index;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.MMapDirectory;
import org.onrecord.article.OwnerOnly;

/** A folder whose new files their owner alone may read: they hold whole articles. */
final class OwnerOnlyDirectory extends MMapDirectory {
  OwnerOnlyDirectory(Path folder) throws IOException {
    super(folder);
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    return kept(super.createOutput(name, context));
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    return kept(super.createTempOutput(prefix, suffix, context));
  }

  private IndexOutput kept(IndexOutput output) throws IOException {
    try {
      OwnerOnly.keep(getDirectory().resolve(output.getName()));
      return output;
    } catch (IOException | RuntimeException e) {
      output.close();
      throw e;
    }
  }
}
