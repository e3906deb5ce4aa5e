package com.example.desk;

import java.nio.file.Path;
import java.time.LocalDate;
import org.onrecord.archive.Archive;
import org.onrecord.archive.ArchiveReader;
import org.onrecord.article.Article;
import org.onrecord.schema.Facet;
import org.onrecord.search.Hit;
import org.onrecord.search.SearchRequest;
import org.onrecord.verify.Claim;

/** Takes an article in, finds what is said in it, and verifies that, beside a reader. */
final class Desk {
  private Desk() {}

  public static void main(String[] args) throws Exception {
    Article bridge =
        Article.builder(
                "bridge", "“We have waited ten years for this,” Ruth Alder said on Thursday.")
            .date(LocalDate.of(2024, 11, 7))
            .outlet("The Harbour Post")
            .build();
    try (Archive archive = Archive.open(Path.of(args[0]))) {
      archive.index(bridge);
      try (ArchiveReader reader = Archive.openReadOnly(Path.of(args[0]))) {
        SearchRequest alder =
            SearchRequest.of("waited").forQuotations().with(Facet.SPEAKER, "Ruth Alder");
        for (Hit hit : reader.search(alder).hits()) {
          System.out.println(hit.article().id() + ", " + hit.article().outlet());
        }
        System.out.println(
            reader.verify(Claim.of("We have waited twelve years for this")).verdict());
      }
    }
  }
}
