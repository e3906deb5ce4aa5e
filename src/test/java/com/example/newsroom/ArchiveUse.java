package com.example.newsroom;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.onrecord.archive.Archive;
import org.onrecord.article.Article;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.search.Hit;

/** A newsroom's own program, which uses OnRecord as a library. */
public final class ArchiveUse {
  private ArchiveUse() {}

  /** Indexes an article in the folder that is named, and prints what is found in it. */
  public static void main(String[] args) throws IOException {
    String text =
        """
        The new bridge will open in May, Mayor Ruth Alder said on Thursday.

        “We have waited ten years for this,” she told reporters.\
        """;
    Article bridge = Article.of("bridge", LocalDate.of(2024, 11, 7), text);
    try (Archive archive = Archive.open(Path.of(args[0]))) {
      System.out.println(archive.index(bridge).articles() + " article");
      for (Hit hit : archive.search("alder ten years").hits()) {
        System.out.println(hit.article().id() + ": " + hit.snippets().getFirst().text());
      }
      for (ArchivedQuotation quotation : archive.quotations(bridge)) {
        System.out.println(
            quotation.speaker().name() + ", " + quotation.kind() + ": " + quotation.content());
      }
    }
  }
}
