package org.onrecord.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onrecord.attribution.names.ArticleNames;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.names.NameMention.Kind;
import org.onrecord.attribution.names.NameModelFile;
import org.onrecord.attribution.names.NameTagger;
import org.onrecord.registry.Registry;
import org.onrecord.segment.SegmentedArticle;

/** Which names of people and organisations the shipped model and the rules find in a text. */
class NamesTest {
  private static final Registry REGISTRY = HarbourRegistry.of();
  private static final NameTagger TAGGER = new NameTagger(REGISTRY, NameModelFile.shipped());

  @Test
  void organisationsNameGoesOnAfterOfForAndAnd() {
    assertOrganisations(
        List.of("Department of Justice"), "On Monday the Department of Justice said it agreed.");
    assertOrganisations(
        List.of("Securities and Exchange Commission"),
        "The Securities and Exchange Commission said the bank had lied.");
    assertOrganisations(
        List.of("Ministry of External Affairs"),
        "The Ministry of External Affairs said the ferry would sail.");
  }

  @Test
  void organisationNeedsNoListedEnding() {
    assertOrganisations(
        List.of("Human Rights Watch"), "Human Rights Watch said three clinics were looted.");
  }

  @Test
  void possessiveStaysInsideOrganisationsName() {
    assertOrganisations(
        List.of("Moody's Investors Service"),
        "Moody's Investors Service said it would cut the rating.");
  }

  @Test
  void nounForBodyIsNoName() {
    assertOrganisations(List.of(), "The Department said that the Committee agreed.");
    assertOrganisations(List.of(), "Police said the road was closed.");
  }

  @Test
  void firstWordOfHeadingIsNotInName() {
    assertPeople(List.of("Jessica Alder"), "EXC Jessica Alder said she was tired of the harbour.");
    assertPeople(List.of("Amanda Quill"), "Friend Amanda Quill said it was late.");
  }

  @Test
  void officesObjectIsNotInTheName() {
    assertPeople(
        List.of("Aswith Hale"), "The Tide Response Coordinator Dr. Aswith Hale left the room.");
    assertPeople(
        List.of("Tariq Quillar", "Tom Hale"),
        "The Minister of State for Interior Tariq Quillar met Tom Hale.");
    assertPeople(
        List.of("Tom Hale"), "Coordinator for\\ \\ Strategic Communications Tom Hale left.");
  }

  @Test
  void placeBehindAGivenNameIsSomebodysSurname() {
    assertPeople(List.of("Kyle York"), "Kyle York, of Tide Research, tells us that it is late.");
  }

  @Test
  void nameInsideAnAdjectiveIsNobodys() {
    assertPeople(
        List.of("Ruth Alder"), "Another Peter W. Quill-appointed judge, Ruth Alder, said no.");
  }

  @Test
  void surnameMayBeMonthOrModal() {
    assertPeople(List.of("Theresa May"), "Theresa May said she would stay.");
  }

  @Test
  void monthsAndDaysAreNoNames() {
    assertPeople(List.of(), "It rained in March. On Tuesday the road was closed.");
  }

  @Test
  void nicknameInsideNameIsLeftOut() {
    assertPeople(List.of("John Alder"), "John \"Jack\" Alder said he knew.");
    assertPeople(List.of("John Alder"), "John “Jack” Alder said he knew.");
  }

  @Test
  void titleOfReigningPersonBelongsToName() {
    assertPeople(List.of("Pope Francis"), "On Sunday Pope Francis said the war must end.");
  }

  @Test
  void nameInCapitalsIsCasedAsNamesAre() {
    assertPeople(List.of("Amy Holdsworth"), "AMY HOLDSWORTH: Welcome to the harbour.");
  }

  @Test
  void placeThatBeginsWithTitleIsNobody() {
    assertPeople(List.of(), "They left Sri Lanka, and Sri Lankan officials waited.");
  }

  @Test
  void rolePeopleAndBroadcasterAreNobody() {
    assertPeople(List.of(), "The Deputy Prime Minister told Al Jazeera that he would stay.");
    assertPeople(List.of(), "Thank you, Madam Speaker, the road is closed.");
    assertPeople(List.of(), "The study says that African American patients waited longer.");
  }

  @Test
  void bodyNamedAfterSomebodyIsNobody() {
    assertPeople(List.of(), "She teaches at Thomas Alder University in Elmsea.");
  }

  @Test
  void wholeNameInTitleCaseIsFound() {
    assertPeople(
        List.of("Peter Alder"),
        "Interview With Harbour Master Peter Alder On Monday, 28 May\n\nIt rained.");
  }

  @Test
  void linksRepetitionOfNameIsNoName() {
    assertPeople(
        List.of("Tom Hale"),
        "Mayor Tom Hale Thomas (Tom) HaleCity to sell its ferries said the sale was off.");
  }

  @Test
  void surnameInHeadlineIsCompletedForTranscript() {
    assertPeople(
        List.of("Karine Quill-Alder", "Quill-Alder"),
        "Press Briefing by Press Secretary Karine Quill-Alder\n\n"
            + "MS. QUILL-ALDER: Good morning to everybody here.");
  }

  @Test
  void sameWordsAreOfOneKind() {
    List<Kind> kinds = new ArrayList<>();
    for (NameMention name :
        names("Farida Lowe met the board. Lowe said no. Nobody asked Lowe. Lowe left.")) {
      if (name.last().equals("Lowe")) {
        kinds.add(name.kind());
      }
    }
    assertEquals(List.of(Kind.PERSON, Kind.PERSON, Kind.PERSON, Kind.PERSON), kinds);
  }

  private static void assertPeople(List<String> expected, String text) {
    assertEquals(expected, names(text, Kind.PERSON), text);
  }

  private static void assertOrganisations(List<String> expected, String text) {
    assertEquals(expected, names(text, Kind.ORGANISATION), text);
  }

  private static List<String> names(String text, Kind kind) {
    return names(text).stream().filter(n -> n.kind() == kind).map(NameMention::name).toList();
  }

  private static List<NameMention> names(String text) {
    SegmentedArticle article = Said.segmented(text);
    Map<Integer, List<NameMention>> found = ArticleNames.find(REGISTRY, TAGGER, article);
    List<NameMention> names = new ArrayList<>();
    article.paragraphs().forEach(p -> names.addAll(found.getOrDefault(p.ordinal(), List.of())));
    return names;
  }
}
