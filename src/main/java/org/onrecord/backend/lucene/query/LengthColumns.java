package org.onrecord.backend.lucene.query;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.SegmentCache;

/**
 * How long an index's texts are, in memory: four bytes a document, worked out once a segment. Safe
 * for use by several threads.
 */
public final class LengthColumns {
  private final SegmentCache<String, int[]> segments =
      new SegmentCache<>(SegmentCache.Life.WHOLE_SEGMENT, (segment, _) -> read(segment));

  /** By document of a segment, how long it is, as {@link TextLengths} counts. Not to be changed. */
  public int[] of(LeafReaderContext segment) throws IOException {
    return segments.get(segment.reader(), Fields.TEXT);
  }

  private static int[] read(LeafReader segment) throws IOException {
    TextLengths.Lengths read = TextLengths.Lengths.of(segment);
    int[] lengths = new int[segment.maxDoc()];
    for (int doc = 0; doc < lengths.length; doc++) {
      lengths[doc] = read.of(doc);
    }
    return lengths;
  }
}
