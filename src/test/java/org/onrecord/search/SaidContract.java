package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Polarity;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;

/** What every engine makes of what was said by several, for somebody, doubtfully, or not at all. */
public abstract class SaidContract extends BackendContract {
  private void indexBridge() throws IOException {
    index(
        article("a")
            .paragraph("Ada Bell said the bridge stays.")
            .said("the bridge stays", "Ada Bell", "GRN")
            .sure(0.95, 0.9)
            .paragraph("Ada Bell never said the bridge goes.")
            .said("the bridge goes", "Ada Bell", "GRN")
            .told(Polarity.UNSAID),
        article("b")
            .paragraph("Ben Oru and Cleo Marsh denied the bridge leaks.")
            .said("the bridge leaks", "Ben Oru", "Blue-N")
            .with("Cleo Marsh", "GRN")
            .told(Polarity.DENIED)
            .sure(0.95, 0.4)
            .paragraph("A spokesman of the Harbour Board said the bridge waits.")
            .saidByUnnamed("the bridge waits", "A spokesman")
            .speakingFor("Harbour Board")
            .sure(0.5, 0.9));
  }

  private static QuotationBounds bounds(double words, double speaker) {
    return new QuotationBounds(UnsaidMode.LEAVE, words, speaker);
  }

  private static QuotationBounds withUnsaid() {
    return new QuotationBounds(UnsaidMode.INCLUDE, 0, 0);
  }

  private long total(String q, Facet facet, String value) throws IOException {
    return total(quotes(q).withFilters(Map.of(facet, List.of(value))));
  }

  @Test
  void whatIsNotSaidIsNobodysUnlessItIsAskedFor() throws IOException {
    indexBridge();
    assertEquals(1, total("", Facet.SPEAKER, "Ada Bell"));
    assertEquals(0, total(quotes("goes")));
    assertEquals(1, total(quotes("goes").withQuotations(withUnsaid())));
    assertEquals(1, total("goes", Facet.POLARITY, "unsaid"));
    assertEquals(
        2,
        total(
            quotes("")
                .withFilters(Map.of(Facet.SPEAKER, List.of("Ada Bell")))
                .withQuotations(withUnsaid())));
  }

  @Test
  void itsParagraphIsFoundByItsTextAndNotByTheSpeaker() throws IOException {
    indexBridge();
    SearchRequest goes = SearchRequest.of("goes").withTypes(Set.of(DocumentType.PARAGRAPH));
    assertEquals(1, total(goes));
    assertEquals(0, total(goes.withFilters(Map.of(Facet.SPEAKER, List.of("Ada Bell")))));
    assertEquals(0, total(goes.withFilters(Map.of(Facet.PARTY, List.of("grn")))));
  }

  @Test
  void countsAreWhatChoosingTheValueFinds() throws IOException {
    indexBridge();
    BackendResult result = search(quotes("bridge"));
    assertEquals(3, result.total());
    assertEquals(
        "affirmed=2 denied=1 unsaid=1 others=0 missing=0", shown(values(result, Facet.POLARITY)));
    for (FacetCounts counts : result.facets()) {
      assertSelectable(quotes("bridge"), counts, "bridge");
    }
  }

  @Test
  void everySpeakerIsCountedWithTheOwnParty() throws IOException {
    indexBridge();
    BackendResult result = search(quotes("leaks"));
    assertEquals("Ben Oru=1 Cleo Marsh=1 others=0 missing=0", shown(values(result, Facet.SPEAKER)));
    assertEquals("Blue-N=1 GRN=1 others=0 missing=0", shown(values(result, Facet.PARTY)));
    assertEquals(1, total("", Facet.SPEAKER, "cleo marsh"));
    assertEquals(1, total(quotes("marsh")));
  }

  @Test
  void organisationThatSomebodySpeaksForIsAFacet() throws IOException {
    indexBridge();
    assertEquals(1, total("", Facet.SPEAKS_FOR, "harbour board"));
    assertEquals(
        "Harbour Board=1 others=0 missing=2",
        shown(values(search(quotes("bridge")), Facet.SPEAKS_FOR)));
  }

  @Test
  void boundsKeepOutWhatIsLessSure() throws IOException {
    indexBridge();
    assertEquals(2, total(quotes("").withQuotations(bounds(0.9, 0))));
    assertEquals(2, total(quotes("").withQuotations(bounds(0, 0.41))));
    assertEquals(1, total(quotes("").withQuotations(bounds(0.95, 0.9))));
    assertEquals(3, total(quotes("").withQuotations(bounds(0, 0.4))));
  }

  @Test
  void surerOfTwoThatMatchAlikeComesFirst() throws IOException {
    index(
        article("a")
            .paragraph("Ada Bell said the ferry sails.")
            .said("the ferry sails", "Ada Bell", "")
            .sure(0.9, 0.3),
        article("b")
            .paragraph("Ben Oru said a ferry sails.")
            .said("a ferry sails", "Ben Oru", "")
            .sure(0.9, 0.9));
    List<Hit> hits = search(quotes("ferry sails")).hits();
    assertEquals("b", hits.getFirst().article().id().value());
  }
}
