package org.onrecord.page;

import org.jspecify.annotations.Nullable;
import org.onrecord.search.ArchiveCounts;

/** What stands at the foot of every page: how much the archive holds, and who looks. */
record PageFoot(ArchiveCounts counts, Viewer looking) {
  String articles() {
    return Wording.count(counts.articles(), "article", "articles");
  }

  String paragraphs() {
    return Wording.count(counts.paragraphs(), "paragraph", "paragraphs");
  }

  String quotations() {
    return Wording.count(counts.quotations(), "quotation", "quotations");
  }

  @Nullable String signedIn() {
    return looking.name();
  }

  boolean maySignOut() {
    return looking.maySignOut();
  }

  boolean maySignIn() {
    return looking.maySignIn() && looking.name() == null;
  }

  long articleCount() {
    return counts.articles();
  }
}
