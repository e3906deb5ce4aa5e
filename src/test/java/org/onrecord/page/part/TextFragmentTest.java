package org.onrecord.page.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.onrecord.article.TextSpan;

/** Addresses of words on their publisher's page, by the grammar of WICG's text directives. */
class TextFragmentTest {
  private static final String URL = "https://news.example/a";

  private static String of(String url, String before, String words, String after) {
    String text = before + words + after;
    return TextFragment.of(
        url, text, new TextSpan(before.length(), before.length() + words.length()), true);
  }

  @Test
  void fewWordsAreGivenWholeWithoutTheMarksAroundThem() {
    assertEquals(
        URL + "#:~:text=the%20pier%20is%20closed",
        of(URL, "Tom Birch said: ", "“the pier is closed.”", " It rained."));
  }

  @Test
  void whatPartsADirectiveIsEncodedWithinIt() {
    assertEquals(
        URL + "#:~:text=half%2Dprice%2C%20he%20said%20%26%20so%20on",
        of(URL, "", "half-price, he said & so on", ""));
  }

  @Test
  void manyWordsAreGivenByTheirFirstAndLast() {
    assertEquals(
        URL + "#:~:text=one%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve",
        of(URL, "", "one two three four five six seven eight nine ten eleven twelve", "."));
  }

  @Test
  void veryFewWordsHaveWhatStandsBesideThem() {
    assertEquals(
        URL + "#:~:text=She%20said%20that%20it%20was-,rotten%20timber,-and%20left",
        of(URL, "She said that it was “", "rotten timber", "” and left."));
    assertEquals(
        URL + "#:~:text=No%20comment",
        TextFragment.of(URL, "No comment", new TextSpan(0, 10), false));
  }

  @Test
  void aFragmentThatIsThereStaysAndAnotherDirectiveGoes() {
    assertEquals(
        URL + "#top:~:text=all%20is%20well%20here", of(URL + "#top", "", "all is well here", ""));
    assertEquals(
        URL + "#:~:text=all%20is%20well%20here",
        of(URL + "#:~:text=x", "", "all is well here", ""));
  }

  @Test
  void nothingButMarksLeavesThePage() {
    assertEquals(URL, of(URL, "", "… —", ""));
  }

  @Test
  void otherScriptsAreEncodedAsUtf8() {
    assertEquals(
        URL + "#:~:text=%D9%BE%D9%84%20%D8%A8%D9%86%D8%AF%20%DB%81%DB%92%20%D8%A2%D8%AC",
        of(URL, "", "پل بند ہے آج", ""));
  }
}
