package org.onrecord.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.registry.Registry;
import org.onrecord.registry.Spellings;

/** Who speaks, in each form in which news gives a source. */
class AttributorTest {
  private static final LocalDate DAY = LocalDate.of(2020, 5, 4);
  private static final Registry REGISTRY = HarbourRegistry.of();

  @Test
  void surnameIsThePersonNamedBefore() {
    assertSpeaker("Ruth Alder", "Ruth Alder came late. “The quay is ours,” said Alder.");
  }

  @Test
  void titleTellsTwoOfOneSurnameApart() {
    assertSpeaker(
        "Anne Hale", "Anne Hale and Robert Hale came late.\n\n“The quay is ours,” said Mrs. Hale.");
  }

  @Test
  void relativeIsNotCalledByTheSurname() {
    assertSpeaker(
        "Robert Hale",
        "Robert Hale spoke on Friday. His wife, Susan Hale, listened.\n\n"
            + "“The quay is ours,” said Hale.");
  }

  @Test
  void pronounIsTheSubjectAndNotTheObject() {
    assertSpeaker(
        "Robert Quill", "Robert Quill met Thomas Hale on Friday. “The quay is ours,” he said.");
  }

  @Test
  void pronounIsTheObjectWhereTheSubjectIsOfAnotherGender() {
    assertSpeaker("Tom Birch", "Marta Quill met Tom Birch on Friday. “The quay is ours,” he said.");
  }

  @Test
  void pronounGoesOnFromThePronounBeforeIt() {
    assertSpeaker(
        "Tom Birch",
        "Tom Birch met the council. He spoke of a bond with Peter Hale as a gift. “The quay is"
            + " ours,” he said.");
  }

  @Test
  void pronounIsNobodyOfACondition() {
    assertSpeaker(
        "Tom Birch",
        "The quay is shut, according to Tom Birch. If Peter Hale opens it, the deal is off.\n\n"
            + "“The quay is ours,” he said.");
  }

  @Test
  void surnameThatIsAPlaceIsThePersonNamedBefore() {
    assertSpeaker("Kyle York", "Kyle York came late to Elmsea. “The quay is ours,” York said.");
  }

  @Test
  void pronounPassesOverAnOpeningPhrase() {
    assertSpeaker(
        "Tom Birch",
        "“We build,” said Tom Birch.\n\nSpeaking about Robert Hale, he said: “The quay is ours.”");
  }

  @Test
  void photographerIsNotShe() {
    assertSpeaker(
        "Ruth Alder",
        "Ruth Alder opened the quay on Friday.\n\nPhoto: Susan Hale/Harbour Post\n\n"
            + "“The quay is ours,” she said.");
    assertSpeaker(
        "Ruth Alder",
        "Ruth Alder opened the quay on Friday. (Susan Hale/AP)\n\n“The quay is ours,” she said.");
  }

  @Test
  void relativeClauseIsTheNameBefore() {
    assertSpeaker("Tom Birch", "Tom Birch, who said that the quay is full, left early.");
    assertSpeaker("Tom Birch", "Tom Birch of Leeds, who said that the quay is full, left early.");
  }

  @Test
  void describedAsBeforeIsTheSamePerson() {
    assertSpeaker(
        "Robert Hale",
        "Harbour master Robert Hale met Ruth Alder.\n\n"
            + "“The quay is ours,” the harbour master said.");
  }

  @Test
  void describedAsNobodyIsUnnamed() {
    assertSpeaker("unnamed the doctor", "Tom Birch fell ill.\n\n“He will live,” the doctor said.");
  }

  @Test
  void describedBetweenCommasIsTheNameBefore() {
    assertSpeaker("Tom Birch", "“The quay is ours.” Tom Birch, 27, a sailor, said it was full.");
    assertSpeaker("Tom Birch", "Tom Birch, a sailor from the islands said it was full.");
    assertSpeaker("Tom Birch", "“The quay is ours,” replied Tom Birch, a sailor from the islands.");
    assertSpeaker(
        "unnamed officials",
        "The quay was closed after a rally for Tom Birch, officials said on Sunday.");
    assertSpeaker(
        "unnamed a friend", "The quay was closed after a rally for Tom Birch, a friend said.");
    assertSpeaker("unnamed several sailors", "For Tom Birch, several sailors said, it is over.");
  }

  @Test
  void memberOfAPartyIsTheOneFromThere() {
    assertSpeaker(
        "Carl Elm",
        "Sen. Carl Elm met Sen. Jack Elder on Friday. Elder smiled.\n\n"
            + "“The quay is ours,” the Arizona Republican said.");
  }

  @Test
  void agencyIsAnOrganisation() {
    assertSpeaker("organisation Reuters", "Reuters said that the quay was full on Friday.");
  }

  @Test
  void ordinaryWordThatOpensTheSentenceIsNoPerson() {
    assertSpeaker("unnamed Dozens", "Dozens said that the quay was full on Friday.");
  }

  @Test
  void nobodyIsNobody() {
    List<AttributedQuotation> quotations =
        read("Nobody said that the quay was full, Ruth Alder said.").quotations();
    assertFalse(quotations.isEmpty());
    for (AttributedQuotation quotation : quotations) {
      assertNotEquals("Nobody", Said.speaker(quotation));
    }
  }

  @Test
  void nameStandsBehindTheOfficeAndItsObject() {
    assertSpeaker("Tom Birch", "“The quay is ours,” Secretary of State Tom Birch said.");
    assertSpeaker("Tom Birch", "“The quay is ours,” Ferry Board Chairman Tom Birch said.");
  }

  @Test
  void nameOfArabicFormIsWhole() {
    assertSpeaker("Anwar al-Hadi", "“The quay is ours,” said Anwar al-Hadi.");
  }

  @Test
  void otherSpellingInTheArticleIsTheSamePerson() {
    AttributedArticle article =
        read("On Friday Imdad Chaudhry came late.\n\n“The quay is ours,” said Chaudhary.");
    assertEquals("Imdad Chaudhry", Said.speaker(article.quotations().getLast()));
    assertRule(article, "spelling variant: Chaudhary for Chaudhry");
  }

  @Test
  void otherSpellingInTheRegistryIsThePersonThere() {
    AttributedArticle nowhere = read("“The quay is ours,” said Ijaz Muhammad.");
    assertEquals("Ijaz Muhammad", Said.speaker(nowhere.quotations().getLast()));
    AttributedArticle article = read("“The quay is ours,” said Ijaz Muhammad in London.");
    assertEquals("Ejaz Mohammed", Said.speaker(article.quotations().getLast()));
    assertEquals("Harbour Party", Said.party(article.quotations().getLast()));
    assertRule(article, "spelling variant: Ijaz Muhammad for Ejaz Mohammed");
  }

  @Test
  void otherSpellingsCanBeSwitchedOff() {
    Registry exact = REGISTRY.finding(Spellings.EXACT);
    AttributedArticle registry = Said.read(exact, DAY, "“The quay is ours,” said Ijaz Muhammad.");
    assertEquals("Ijaz Muhammad", Said.speaker(registry.quotations().getLast()));
    assertEquals("none", Said.party(registry.quotations().getLast()));
    AttributedArticle within =
        Said.read(
            exact, DAY, "On Friday Imdad Chaudhry came.\n\n“The quay is ours,” said Chaudhary.");
    assertEquals("Chaudhary", Said.speaker(within.quotations().getLast()));
  }

  @Test
  void otherSpellingOfAPartyIsTold() {
    AttributedArticle article = read("“The quay is ours,” Tehrik-e-Kashti leader Imdad Khan said.");
    assertEquals("Free Ferry List", Said.party(article.quotations().getLast()));
    assertRule(article, "spelling variant: Tehrik-e-Kashti for Tehreek-e-Kashti");
  }

  @Test
  void firstNameIsThePersonNamedBefore() {
    assertSpeaker("Marta Quill", "Marta Quill came late. “The quay is ours,” said Marta.");
  }

  @Test
  void spokesmanIsTheOneCalledSoBefore() {
    assertSpeaker(
        "Tom Elm",
        "Tom Elm, a spokesman for the council, came late.\n\n“The quay is ours,” the spokesman"
            + " said.");
  }

  @Test
  void pronounReachesIntoTheParagraphBefore() {
    assertSpeaker(
        "Marta Quill", "Marta Quill came late. She sat down.\n\n“The quay is ours,” she said.");
  }

  @Test
  void speechWithoutSourceIsNobodys() {
    assertSpeaker("nobody", "“The quay is ours.” The crowd went home.");
  }

  @Test
  void interviewerDoesNotSayTheAnswers() {
    assertSpeaker(
        "Ruth Alder",
        "Ruth Alder spoke on the quay to Tom Birch, who writes for us.\n\n"
            + "BIRCH: Why is it closed?\n\n"
            + "ALDER: It is full.");
    assertSpeaker(
        "Ruth Alder", "Ruth Alder told the Harbour Post’s Tom Birch: “The quay is ours.”");
    assertSpeaker(
        "unnamed Q", "MS. ALDER: The quay is full of boats.\n\nQ Hi. Who owns the quay, then?");
  }

  @Test
  void severalUnnamedAreNotTheNameBeforeThem() {
    AttributedQuotation quotation =
        Said.last(
            read("The quay will open after a deal with Tom Birch, two sources told reporters.")
                .quotations());
    assertEquals("unnamed two sources", Said.speaker(quotation));
  }

  @Test
  void thingWithAnArticleIsNobodysSurname() {
    assertNotEquals(
        "Jack Elder", Said.speaker(Said.last(read("“We wait,” the Elder said.").quotations())));
  }

  @Test
  void numberWithinNameIsPartOfIt() {
    assertSpeaker("Erik Ten Brink", "Coach Erik Ten Brink said: “The quay is ours.”");
  }

  private static void assertRule(AttributedArticle article, String part) {
    String rule = article.quotations().getLast().rule();
    assertTrue(rule.contains(part), rule);
  }

  private static void assertSpeaker(String expected, String body) {
    List<AttributedQuotation> quotations = read(body).quotations();
    assertTrue(!quotations.isEmpty(), "no quotation in: " + body);
    assertEquals(expected, Said.speaker(Said.last(quotations)), body);
  }

  private static AttributedArticle read(String body) {
    return Said.read(REGISTRY, DAY, body);
  }
}
