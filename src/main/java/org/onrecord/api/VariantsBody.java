package org.onrecord.api;

import java.util.List;
import java.util.Objects;
import org.onrecord.api.NameDecisionsBody.NamesLinksBody;
import org.onrecord.people.Variant;

/**
 * Who may be one under two names.
 *
 * @param suggestions the likeliest first
 */
public record VariantsBody(List<VariantBody> suggestions, NamesLinksBody links) {
  public VariantsBody {
    suggestions = List.copyOf(suggestions);
  }

  public static VariantsBody of(List<Variant> variants) {
    return new VariantsBody(
        variants.stream().map(VariantBody::of).toList(), NamesLinksBody.of("/suggestions"));
  }

  /**
   * Two ids that may be one.
   *
   * @param evidence what speaks for it
   * @param articlesWithBoth in how many articles both are
   * @param joins whether they are joined without asking, the next time that articles are taken in
   */
  public record VariantBody(
      SpeakerBody who, SpeakerBody into, String evidence, long articlesWithBoth, boolean joins) {

    static VariantBody of(Variant variant) {
      return new VariantBody(
          Objects.requireNonNull(SpeakerBody.of(variant.who().who())),
          Objects.requireNonNull(SpeakerBody.of(variant.into().who())),
          variant.evidence(),
          variant.together(),
          variant.sure());
    }
  }
}
