package org.onrecord.page.quotation;

import org.jspecify.annotations.Nullable;
import org.onrecord.page.PageHead;
import org.onrecord.page.PageView;

/**
 * A quotation as other pages frame it.
 *
 * @param quotation null where there is none
 * @param missing why there is none; null where there is one
 */
public record EmbedView(@Nullable QuotationView quotation, @Nullable MessageView missing)
    implements PageView {
  @Override
  public String template() {
    return "embed";
  }

  @Override
  public PageHead head() {
    return quotation == null ? PageHead.of("No such quotation") : quotation.head();
  }
}
