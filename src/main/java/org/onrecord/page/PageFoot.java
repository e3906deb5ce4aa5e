package org.onrecord.page;

import org.onrecord.search.ArchiveCounts;

/** What stands at the foot of every page: how much the archive holds. */
record PageFoot(ArchiveCounts counts) {
  String articles() {
    return Wording.count(counts.articles(), "article", "articles");
  }

  String paragraphs() {
    return Wording.count(counts.paragraphs(), "paragraph", "paragraphs");
  }

  String quotations() {
    return Wording.count(counts.quotations(), "quotation", "quotations");
  }

  long articleCount() {
    return counts.articles();
  }
}
