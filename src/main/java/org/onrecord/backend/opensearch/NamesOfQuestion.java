package org.onrecord.backend.opensearch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.onrecord.people.NameSource;
import org.onrecord.people.Names;

/** What held about names when one question first asked. Safe for use by several threads. */
final class NamesOfQuestion implements NameSource {
  private final NameSource source;
  private volatile @Nullable Names names;

  NamesOfQuestion(NameSource source) {
    this.source = source;
  }

  @Override
  public Names names() throws IOException {
    Names known = names;
    if (known == null) {
      known = source.names();
      names = known;
    }
    return known;
  }
}
