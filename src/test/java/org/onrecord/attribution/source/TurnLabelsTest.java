package org.onrecord.attribution.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.attribution.Attributor;
import org.onrecord.attribution.CoastRegistry;
import org.onrecord.attribution.Said;
import org.onrecord.quotation.ModelFile;
import org.onrecord.quotation.QuotationExtractor;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Segmenter;

/** Whom the labels of turns mean. */
class TurnLabelsTest {
  @Test
  void officeIsWhomTheHeadlineNamesWithIt() {
    assertEquals(
        List.of("Ruth Alder", "Ruth Alder"),
        speakers(
            "Remarks by Mayor Ruth Alder at the Harbour Supper",
            "THE MAYOR: I am glad to see you.\n\nWe built the quay together."));
  }

  @Test
  void whatTheHeadlineSaysThatSomebodyDoesIsNoPartOfTheName() {
    for (String doing : List.of("Marking the Day", "Paying Respects to the Lost", "on the Quay")) {
      for (String name : List.of("Ruth Alder", "Ruth Manning")) {
        assertEquals(
            List.of(name),
            speakers("Remarks by Mayor " + name + " " + doing, "THE MAYOR: I am glad to see you."));
      }
    }
  }

  @Test
  void officeOfTheHeadlinesDeputyIsNotTheChiefs() {
    assertEquals(
        List.of("unnamed THE MAYOR"),
        speakers(
            "Remarks by Deputy Mayor Ruth Alder at the Harbour Supper",
            "THE MAYOR: I am glad to see you."));
  }

  @Test
  void nameInBracketsHasTheOfficeBeforeIt() {
    assertEquals(
        List.of("Eleanor Lane", "Ruth Alder", "Eleanor Lane"),
        speakers(
            null,
            "Madam Deputy Speaker (Eleanor Lane): Order. You must sit down.\n\n"
                + "The Minister for Transport (Ruth Alder): I know that the bridge will open.\n\n"
                + "Madam Deputy Speaker: I call the Minister."));
  }

  @Test
  void surnamesInCapitalsAreWrittenAsNames() {
    assertEquals(
        List.of("Jean-Noel", "McAllen"),
        speakers(
            "A talk on the quay: transcript",
            "MS. JEAN-NOEL: We waited all night.\n\nMR. McALLEN: I know that you did."));
  }

  @Test
  void questionThatIsInterpretedIsNotWhoSpokeBefore() {
    assertEquals(
        List.of("Tom Hale", "unnamed Q", "Tom Hale"),
        speakers(
            "Remarks by Mayor Tom Hale at the quay",
            "MR. HALE: I am glad to be here today.\n\nQ (As interpreted.) Is the quay open now?\n\n"
                + "MR. HALE: I think that it will be open soon."));
  }

  @Test
  void titleThatLostALetterIsNoInitial() {
    assertEquals(
        List.of("Marta Quill", "Marta Quill", "Marta Quill"),
        speakers(
            "Press Briefing by Press Secretary Marta Quill",
            "MS. QUILL: I am glad to be here today.\n\nS. QUILL: I forgot the quay.\n\n"
                + "MS. QUILL: That is all for today, thank you."));
  }

  @Test
  void numberedStrangersAreNobodyAndStageDirectionsNoWords() {
    assertEquals(
        List.of("Tom Hale", "unnamed POLICE OFFICER 2", "unnamed POLICE OFFICER 3"),
        speakers(
            "Remarks by Mayor Tom Hale at the quay",
            "MR. HALE: I am glad to be here today.\n\n(Mayor Hale offers a toast.)\n\n"
                + "POLICE OFFICER 2: We will help you down, thank you.\n\n"
                + "POLICE OFFICER 3: Come on, you have to leave the quay."));
  }

  @Test
  void crowdAndStrangersAreNobody() {
    assertEquals(
        List.of("unnamed AUDIENCE MEMBER", "Hale", "unnamed UNIDENTIFIED MALE"),
        speakers(
                "Remarks by Mayor Tom Hale at the quay",
                "AUDIENCE MEMBER: We love you!\n\nMR. HALE: I love you, too.\n\n"
                    + "UNIDENTIFIED MALE: Why are you late?")
            .stream()
            .map(name -> name.equals("Tom Hale") ? "Hale" : name)
            .toList());
  }

  @Test
  void answersAreWhoIsInterviewed() {
    assertEquals(
        List.of("unnamed Q", "Ruth Alder"),
        speakers(
            "Interview with Ruth Alder", "Q: Why are you late?\n\nA: I missed the only ferry."));
  }

  @Test
  void sonIsNotHisFather() {
    assertEquals(
        List.of("Marta Quill", "Tom Hale Jr", "Marta Quill", "Tom Hale Jr"),
        speakers(
            "An interview about the quay",
            "Tom Hale built the quay and Tom Hale will close it.\n\n"
                + "Marta Quill: You are welcome here, and I thank you for coming.\n\n"
                + "Tom Hale, Jr: I am glad to be here with you.\n\n"
                + "Marta Quill: What do you think of Tom Hale?\n\n"
                + "Hale: I think that he is doing well."));
  }

  @Test
  void nameIsAPersonsInTheTextToo() {
    assertEquals(
        List.of("Grace Whitlow", "Owen Pryce", "Grace Whitlow", "Owen Pryce"),
        speakers(
            null,
            "Grace Whitlow bakes in Elmsea. Owen Pryce writes about food.\n\n"
                + "Grace Whitlow: You asked me a fair question and I will answer.\n\n"
                + "Owen Pryce: I asked you twice.\n\n"
                + "Grace Whitlow: I wrote it and I signed it.\n\n"
                + "Owen Pryce: I know that you did."));
  }

  private static List<String> speakers(@Nullable String title, String body) {
    SegmentedArticle article =
        new Segmenter().segment(Article.of("a", null, body).withTitle(title));
    QuotationExtractor extractor = new QuotationExtractor(ModelFile.shipped());
    return new Attributor(CoastRegistry.of())
        .attribute(article, extractor.extract(article)).quotations().stream()
            .map(Said::speaker)
            .toList();
  }
}
