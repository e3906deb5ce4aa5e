package org.onrecord.page.quotation;

import org.jspecify.annotations.Nullable;
import org.onrecord.page.PageHead;
import org.onrecord.page.PageView;

/**
 * A quotation as other pages frame it.
 *
 * @param quotation null where there is none
 * @param missing why there is none; null where there is one
 * @param signIn where somebody signs in to see it; null where that does not help
 */
public record EmbedView(
    @Nullable QuotationView quotation, @Nullable MessageView missing, @Nullable String signIn)
    implements PageView {
  /** A quotation. */
  public static EmbedView of(QuotationView quotation) {
    return new EmbedView(quotation, null, null);
  }

  /** Why there is none. */
  public static EmbedView of(MessageView missing) {
    return new EmbedView(null, missing, null);
  }

  /** What cannot be seen without signing in. */
  public static EmbedView needing(String signIn) {
    return new EmbedView(
        null,
        new MessageView(
            "Sign in to see this quotation",
            "It stands in an archive that is not open to everybody.",
            null,
            UNAUTHORIZED),
        signIn);
  }

  private static final int UNAUTHORIZED = 401;

  @Override
  public String template() {
    return "embed";
  }

  @Override
  public PageHead head() {
    return quotation == null ? PageHead.of("No quotation") : quotation.head();
  }
}
