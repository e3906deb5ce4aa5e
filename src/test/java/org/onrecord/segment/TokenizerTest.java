package org.onrecord.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TokenizerTest {

  @Test
  void possessiveStandsAlone() {
    assertTokens("Quill|'s|bridge", "Quill's bridge");
    assertTokens("Quill|’s|bridge", "Quill’s bridge");
  }

  @Test
  void cliticsStandAlone() {
    assertTokens(
        "they|'ll|and|we|'ve|and|I|'m|and|she|'d|and|you|’re",
        "they'll and we've and I'm and she'd and you’re");
  }

  @Test
  void softHyphenWithinAWordIsNoPartOfIt() {
    assertTokens("Susan|Hale|met|Tom|Elm", "Su\u00ADsan Ha\u200Ble met Tom E\u2060lm\uFEFF");
    assertEquals(12, Tokenizer.tokens("Su\u00ADsan Ha\u200Ble").getLast().end());
  }

  @Test
  void backslashOfAnEscapeIsBlank() {
    assertTokens("Minister|for|Trade|said|\"|No|.|\"", "Minister for\\ \\ Trade said \\\"No.\\\"");
  }

  @Test
  void negationIsCutBeforeItsN() {
    assertTokens("do|n't|,|ca|n’t|,|WO|N'T", "don't, can’t, WON'T");
  }

  @Test
  void apostropheWithinNameStays() {
    assertTokens("O'Neil|and|N’Diaye", "O'Neil and N’Diaye");
  }

  @Test
  void pluralPossessiveApostropheIsMark() {
    assertTokens("the|teachers|’|pay", "the teachers’ pay");
  }

  @Test
  void elisionKeepsItsApostropheApart() {
    assertTokens("rock|’|n|’|roll|of|the|’|90s", "rock ’n’ roll of the ’90s");
  }

  @Test
  void abbreviationKeepsItsDots() {
    assertTokens("the|U.S.|and|the|U.K.|met", "the U.S. and the U.K. met");
    assertTokens("at|9|p.m.|in|Washington|,|D.C.", "at 9 p.m. in Washington, D.C.");
  }

  @Test
  void titleKeepsItsDot() {
    assertTokens("Sen.|Hale|,|Mr.|Holt|and|Dr.|Quill", "Sen. Hale, Mr. Holt and Dr. Quill");
  }

  @Test
  void initialKeepsItsDot() {
    assertTokens("J.|R.|Holt|and|J.R.|Hale", "J. R. Holt and J.R. Hale");
  }

  @Test
  void abbreviationBehindHyphenKeepsItsDot() {
    assertTokens("(|D-N.Y.|)|,|(|R-Calif.|)", "(D-N.Y.), (R-Calif.)");
    assertTokens("China-U.S.|ties", "China-U.S. ties");
    assertTokens("ex-Gov.|Hale|and|ex-Sen.|Holt", "ex-Gov. Hale and ex-Sen. Holt");
  }

  @Test
  void pronounIKeepsNoDot() {
    assertTokens("so|did|I|.", "so did I.");
  }

  @Test
  void lastWordGivesItsDotAway() {
    assertTokens("It|is|a|bridge|.", "It is a bridge.");
  }

  @Test
  void noWithSmallLetterIsNoAbbreviation() {
    assertTokens("She|said|no|.", "She said no.");
  }

  @Test
  void hyphenatedWordStaysWhole() {
    assertTokens(
        "a|well-known|ex-minister|of|Stratford-upon-Avon",
        "a well-known ex-minister of Stratford-upon-Avon");
  }

  @Test
  void doubleHyphenAndDashesAreMarks() {
    assertTokens("late|--|very|—|too|–|late", "late--very—too–late");
  }

  @Test
  void numbersStayWhole() {
    assertTokens(
        "1,200|flats|at|3.5|%|by|12:30|on|7/11/2024", "1,200 flats at 3.5% by 12:30 on 7/11/2024");
  }

  @Test
  void currencyStandsApart() {
    assertTokens("$|40|m|or|£|30", "$40 m or £30");
  }

  @Test
  void dotsAreOneToken() {
    assertTokens("Well|...|no|…|yes|....", "Well... no… yes....");
  }

  @Test
  void twoApostrophesAreOneMark() {
    assertTokens("''|Yes|''|``|no|''", "''Yes'' ``no''");
  }

  @Test
  void quotationMarksStandAlone() {
    assertTokens("“|Yes|,|”|«|no|»|„|ja|“", "“Yes,” «no» „ja“");
  }

  @Test
  void astralCharacterIsOneToken() {
    assertTokens("Open|🌉|now|👍|👍", "Open 🌉 now 👍👍");
  }

  @Test
  void astralLettersAreWord() {
    assertTokens("𝐁𝐫𝐢𝐝𝐠𝐞|open", "𝐁𝐫𝐢𝐝𝐠𝐞 open");
  }

  @Test
  void loneSurrogateIsOneToken() {
    assertTokens("a|\uD83C|b", "a\uD83C b");
  }

  @Test
  void combiningMarksBelongToTheirWord() {
    assertTokens("Zoe\u0301|Mu\u0308ller", "Zoe\u0301 Mu\u0308ller");
  }

  @Test
  void germanWordsStayWhole() {
    assertTokens("Größe|und|Straße|,|sagte|Frau|Müller|.", "Größe und Straße, sagte Frau Müller.");
  }

  @Test
  void urduIsCutAtBlanksAndMarks() {
    assertTokens("پل|مئی|میں|کھلے|گا|۔|کیوں|؟", "پل مئی میں کھلے گا۔ کیوں؟");
  }

  @Test
  void devanagariVowelSignsBelongToTheirWord() {
    assertTokens("पुल|मई|में|खुलेगा|।", "पुल मई में खुलेगा।");
  }

  @Test
  void everyKindOfBlankParts() {
    assertTokens("a|b|c|d|e", "a\u00A0b\u2009c\td\ne");
  }

  @Test
  void controlCharactersAreBlank() {
    assertTokens("a|b", "a\u0000\u0001b");
  }

  @Test
  void longRunOfInitialsIsCut() {
    List<Token> tokens = Tokenizer.tokens("a.".repeat(10_000));
    assertTrue(tokens.size() > 500, () -> tokens.size() + " tokens");
  }

  @Test
  void tokensKnowTheirPlace() {
    String text = "🌉 “Quill’s bridge” isn't 3.5 m...";
    for (Token token : Tokenizer.tokens(text)) {
      assertEquals(token.text(), text.substring(token.start(), token.end()));
    }
  }

  @Test
  void wordsAreToldFromMarks() {
    assertTrue(new Token("'s", 0).isWord());
    assertTrue(new Token("1,200", 0).isWord());
    assertTrue(new Token("پل", 0).isWord());
    assertFalse(new Token("--", 0).isWord());
    assertFalse(new Token("🌉", 0).isWord());
  }

  private static void assertTokens(String expected, String text) {
    assertEquals(
        expected,
        Tokenizer.tokens(text).stream().map(Token::text).collect(Collectors.joining("|")));
  }
}
