package org.onrecord.attribution;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.PartyRef;
import org.onrecord.article.Provenance;
import org.onrecord.attribution.source.Attribution;
import org.onrecord.quotation.ModelFile;
import org.onrecord.quotation.QuotationExtractor;
import org.onrecord.registry.Registry;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Segmenter;

/** What the shipped model and the attribution make of a text. */
public final class Said {
  private static final QuotationExtractor EXTRACTOR = new QuotationExtractor(ModelFile.shipped());

  private Said() {}

  /** A text without date, cut. */
  public static SegmentedArticle segmented(String body) {
    return segmented(null, null, body);
  }

  private static SegmentedArticle segmented(
      @Nullable LocalDate date, @Nullable String outlet, String body) {
    Article article =
        new Article(
            new ArticleId("a"),
            null,
            date,
            null,
            outlet,
            null,
            null,
            body,
            Map.of(),
            new Provenance("a", 0, 1, "text"));
    return new Segmenter().segment(article);
  }

  public static AttributedArticle read(Registry registry, @Nullable LocalDate date, String body) {
    return read(registry, date, null, body);
  }

  /** The same in a paper. */
  public static AttributedArticle read(
      Registry registry, @Nullable LocalDate date, @Nullable String outlet, String body) {
    SegmentedArticle segmented = segmented(date, outlet, body);
    return new Attributor(registry).attribute(segmented, EXTRACTOR.extract(segmented));
  }

  /** The speaker of the last quotation, with what it is; "nobody" where it is unattributed. */
  public static String speaker(AttributedQuotation quotation) {
    return switch (quotation.attribution()) {
      case Attribution.ToPerson person -> person.name();
      case Attribution.ToOrganisation organisation -> "organisation " + organisation.name();
      case Attribution.ToUnnamed unnamed -> "unnamed " + unnamed.description();
      case Attribution.Unattributed none -> "nobody";
    };
  }

  /** The id of the person who speaks; "nobody" where it is no person. */
  public static String id(AttributedQuotation quotation) {
    return quotation.attribution() instanceof Attribution.ToPerson person ? person.id() : "nobody";
  }

  /** The party; "former" before one that was left; "none" without either. */
  public static String party(AttributedQuotation quotation) {
    PartyRef party = quotation.party().party();
    PartyRef former = quotation.party().former();
    return party != null ? party.name() : former != null ? "former " + former.name() : "none";
  }

  public static AttributedQuotation last(List<AttributedQuotation> quotations) {
    return quotations.getLast();
  }
}
