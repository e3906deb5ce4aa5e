package org.onrecord.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.article.ArticleId;

final class ArticleShareTest {

  /** By {@code printf bridge | sha256sum}, the first 16 digits, on any machine. */
  @ParameterizedTest
  @CsvSource({"bridge,5", "a/1,3", "Zoë,4"})
  void articleIsInTheShareThatItsDigestNames(String id, int number) {
    assertTrue(new ArticleShare(number, 5).has(new ArticleId(id)));
  }

  @Test
  void everyArticleIsInOneShareAndSharesAreAlike() {
    List<Integer> sizes = new ArrayList<>();
    for (int number = 1; number <= 5; number++) {
      ArticleShare share = new ArticleShare(number, 5);
      sizes.add(
          (int)
              IntStream.range(0, 5_000)
                  .filter(i -> share.has(new ArticleId("article-" + i)))
                  .count());
    }
    assertEquals(5_000, sizes.stream().mapToInt(Integer::intValue).sum());
    assertTrue(sizes.stream().allMatch(size -> size > 900 && size < 1_100), sizes::toString);
  }

  @Test
  void feedGivesItsShareAndAllThatIsRefused() {
    StringBuilder lines = new StringBuilder("{}\n");
    for (int i = 0; i < 20; i++) {
      lines.append(
          "{\"id\":\"a%d\",\"date\":\"2026-01-02\",\"body\":\"Ferries sail.\"}\n".formatted(i));
    }
    List<String> taken = new ArrayList<>();
    int[] refused = new int[1];
    for (int number = 1; number <= 3; number++) {
      new ArticleShare(number, 3)
          .in(
              ArticleSource.of(
                  "some.jsonl",
                  new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)),
                  ReadOptions.DEFAULT))
          .read(
              result -> {
                switch (result) {
                  case ReadResult.Accepted(var article) -> taken.add(article.id().value());
                  case ReadResult.Rejected _ -> refused[0]++;
                  case ReadResult.Skipped _, ReadResult.Warned _ -> {}
                }
              });
    }
    assertEquals(
        IntStream.range(0, 20).mapToObj(i -> "a" + i).sorted().toList(),
        taken.stream().sorted().toList());
    assertEquals(3, refused[0], "who reads it cannot tell whose it is");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/5", "6/5", "1/0", "1/1001", "2", "2/", "-1/5", "2/5/1", "a/b", ""})
  void whatIsNoShareIsRefused(String typed) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> ArticleShare.of(typed));
    assertTrue(String.valueOf(refused.getMessage()).contains("such as 2/5"), refused::toString);
  }
}
