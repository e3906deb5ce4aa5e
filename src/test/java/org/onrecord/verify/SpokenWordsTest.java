package org.onrecord.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpokenWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          We don’t, can't and won't          | we do not can not and will not
          It's Ruth's; they'd go             | it is ruths they would go
          5,000 and 5.0 per cent, 7%         | 5000 and 5 percent 7 percent
          twenty-five of fifty, five of one  | 25 of 50 5 of 1
          The U.S. and the E.U.              | the us and the eu
          a long-term, café–bar              | a long term cafe bar
          the 21st of May                    | the 21 of may
          $5 or £5                           | $ 5 or £ 5
          """)
  void keys(String text, String keys) {
    assertEquals(
        keys, SpokenWords.of(text).stream().map(SpokenWord::key).collect(Collectors.joining(" ")));
  }

  @Test
  void everyWordStandsInItsPlace() {
    String text = "“Twenty-five … don’t,” she [Ruth Alder] said — 5,000 times, per cent U.S.";
    for (SpokenWord word : SpokenWords.of(text)) {
      assertTrue(word.span().length() > 0 && word.span().end() <= text.length(), word.toString());
    }
    assertEquals(
        "Ruth Alder",
        SpokenWords.of(text).stream()
            .filter(SpokenWord::bracketed)
            .map(word -> word.span().in(text))
            .collect(Collectors.joining(" ")));
    assertTrue(SpokenWords.of(text).get(1).afterEllipsis());
  }
}
