package org.onrecord.page.quotation;

import org.onrecord.api.Pages;
import org.onrecord.page.part.Citation;
import org.onrecord.page.part.KindTag;
import org.onrecord.page.part.Passage;
import org.onrecord.page.part.Sureness;
import org.onrecord.schema.ArchivedQuotation;

/** Another quotation of the article. */
public record AlsoSaid(
    String content, String lang, KindTag kind, Sureness sureness, String href, String place) {
  static AlsoSaid of(ArchivedQuotation quotation) {
    return new AlsoSaid(
        quotation.content(),
        Passage.language(quotation.content()),
        KindTag.of(quotation),
        Sureness.of(quotation),
        Pages.quote(quotation.id()),
        Citation.paragraph(quotation.paragraph()));
  }
}
