package org.onrecord.backend.lucene.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;

class MemberTermsTest {
  private static Set<String> terms(Object value) {
    return MemberTerms.of(Article.builder("a", "Text.").member("Desk", value).build());
  }

  @Test
  void textsNumbersAndTruthsCount() {
    assertEquals(Set.of("desk\u001Fworld news"), terms(" World\n News "));
    assertEquals(Set.of("desk\u001F0.5"), terms(0.5));
    assertEquals(Set.of("desk\u001Ftrue"), terms(true));
    assertEquals(Set.of("desk\u001Fruth alder"), terms(Map.of("name", "Ruth Alder", "code", 1)));
    assertEquals(
        Set.of("desk\u001Fa", "desk\u001Fb"), terms(List.of("a", "B", "A", List.of("deeper"))));
  }

  @Test
  void nothingElseCounts() {
    assertEquals(Set.of(), terms(" "));
    assertEquals(Set.of(), terms(Map.of("code", "x")));
    assertEquals(Set.of(), terms("x".repeat(MemberTerms.LONGEST + 1)));
    assertEquals(1, terms("x".repeat(MemberTerms.LONGEST)).size());
  }

  @Test
  void whatPartsNameAndValueIsInNeither() {
    assertEquals(Set.of("desk\u001Fa b"), terms("a\u001Fb"));
  }

  @Test
  void noMoreAreKeptThanMayBe() {
    assertEquals(MemberTerms.MOST, terms(IntStream.range(0, 5_000).boxed().toList()).size());
  }
}
