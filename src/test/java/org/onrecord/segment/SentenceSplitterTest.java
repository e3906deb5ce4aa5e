package org.onrecord.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {

  @Test
  void fullStopEndsSentence() {
    assertSentences("The bridge is open. | The ferry still runs.");
  }

  @Test
  void questionAndExclamationEndSentence() {
    assertSentences("Is it open? | It is! | Good.");
  }

  @Test
  void severalStopsAreOneEnd() {
    assertSentences("Is it open?! | It is.");
  }

  @Test
  void titleEndsNoSentence() {
    assertSentences("They met Mr. Holt and Sen. Hale there. | It rained.");
  }

  @Test
  void titleBehindHyphenEndsNoSentence() {
    assertSentences("They met ex-Gov. Hale there. | It rained.");
  }

  @Test
  void partyAndStateInBracketsEndNoSentence() {
    assertSentences("Rep. Ada Holt (D-N.Y.) came. | Rep. Hale (R-Ky.) stayed.");
  }

  @Test
  void initialEndsNoSentence() {
    assertSentences("It was J. R. Holt who built it. | He is proud.");
  }

  @Test
  void abbreviationBeforeNameEndsNoSentence() {
    assertSentences("The U.S. Senate voted. | It passed.");
  }

  @Test
  void abbreviationBeforeOpeningWordEndsSentence() {
    assertSentences("They live in the U.S. | The others do not.");
    assertSentences("It closed at 9 p.m. | He went home.");
  }

  @Test
  void decimalPointEndsNothing() {
    assertSentences("It is 3.5 metres wide. | It is long.");
  }

  @Test
  void smallLetterGoesOn() {
    assertSentences("The firm Yes! was sold. | It is gone.");
  }

  @Test
  void closingMarkBelongsToSentence() {
    assertSentences("“It is open.” | She smiled.");
    assertSentences("\"It is open.\" | She smiled.");
    assertSentences("(It is open.) | She smiled.");
  }

  @Test
  void markThatItsCueFollowsEndsNoSentence() {
    assertSentences("“Why?” he asked. | Nobody knew.");
    assertSentences("\"Open it!\" she said. | They did.");
  }

  @Test
  void straightMarkAfterBlankOpensNext() {
    assertSentences("She smiled. | \"It is open.\"");
  }

  @Test
  void ellipsisBeforeSmallLetterGoesOn() {
    assertSentences("It is... well, open. | Go.");
    assertSentences("It is … well, open. | Go.");
  }

  @Test
  void ellipsisBeforeCapitalEnds() {
    assertSentences("And then... | Nobody came.");
  }

  @Test
  void listItemsAreSentences() {
    assertSentences("It needs work. | • A new deck. | • A new rail.");
  }

  @Test
  void dashCanBeginSentence() {
    assertSentences("It is open. | — That is good.");
  }

  @Test
  void numberCanBeginSentence() {
    assertSentences("It is open. | 40 people came.");
  }

  @Test
  void capitalsOnlyAreSplitAtStops() {
    assertSentences("THE BRIDGE IS OPEN. | THE FERRY STILL RUNS.");
  }

  @Test
  void textWithoutStopIsOneSentence() {
    assertSentences("Bridge to open in May");
  }

  @Test
  void urduFullStopEndsSentence() {
    assertSentences("پل کھل گیا۔ | سب خوش ہیں۔");
  }

  @Test
  void dandaEndsSentence() {
    assertSentences("पुल खुल गया। | सब खुश हैं।");
  }

  @Test
  void noTokensNoSentences() {
    assertEquals(List.of(), SentenceSplitter.sentences(List.of()));
  }

  @Test
  void sentencesCoverEveryToken() {
    List<Token> tokens = Tokenizer.tokens("No. “Yes?” he. asked... Mr. A. B. (C.) \"D.\" e! F");
    int next = 0;
    for (Sentence sentence : SentenceSplitter.sentences(tokens)) {
      assertEquals(next, sentence.first());
      next = sentence.end();
    }
    assertEquals(tokens.size(), next);
  }

  /** The expected sentences are parted by " | " in the text itself. */
  private static void assertSentences(String parted) {
    String text = parted.replace(" | ", " ");
    List<Token> tokens = Tokenizer.tokens(text);
    List<String> found =
        SentenceSplitter.sentences(tokens).stream()
            .map(s -> text.substring(tokens.get(s.first()).start(), tokens.get(s.end() - 1).end()))
            .toList();
    assertEquals(parted, String.join(" | ", found));
  }
}
