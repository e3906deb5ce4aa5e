package org.onrecord.page;

import org.jspecify.annotations.Nullable;

/**
 * A quotation as other pages frame it.
 *
 * @param quotation null where the archive holds none of that id
 */
public record EmbedView(@Nullable QuotationView quotation) implements PageView {
  @Override
  public String template() {
    return "embed";
  }

  @Override
  public PageHead head() {
    return quotation == null ? PageHead.of("No such quotation") : quotation.head();
  }
}
