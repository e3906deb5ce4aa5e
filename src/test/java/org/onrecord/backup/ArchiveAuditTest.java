package org.onrecord.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.onrecord.search.SampleArticle.article;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedArticle;

/** What is said of articles whose documents do not belong together. */
final class ArchiveAuditTest {
  private static List<String> problems(List<ArchiveDocument> documents) {
    ArchiveAudit audit = new ArchiveAudit();
    documents.forEach(audit::read);
    return audit.report().problems();
  }

  private static ArchivedArticle bridge() {
    return article("a").paragraph("It rains.").said("It rains", "Ada Bell", "").archived();
  }

  @Test
  void wholeArticleHasNoProblem() {
    assertEquals(List.of(), problems(bridge().documents()));
  }

  @Test
  void paragraphsWithoutTheirArticleAreReported() {
    List<ArchiveDocument> headless = bridge().documents();
    headless.removeFirst();
    assertEquals(List.of("a is in the index 0 times, not once"), problems(headless));
  }

  @Test
  void quotationThatCannotBeSearchedIsReported() {
    List<ArchiveDocument> mute = bridge().documents();
    mute.removeLast();
    assertEquals(
        List.of(
            "a has 1 quotations, of which the index holds 0",
            "a~p1~q1 is shown in its paragraph and cannot be searched"),
        problems(mute));
  }

  @Test
  void articleThatIsThereTwiceIsReported() {
    List<ArchiveDocument> twice = bridge().documents();
    twice.addAll(article("b").paragraph("One.").archived().documents());
    twice.addAll(bridge().documents());
    assertEquals(List.of("a is in the index more than once"), problems(twice));
  }
}
