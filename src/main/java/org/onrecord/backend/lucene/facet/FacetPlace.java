package org.onrecord.backend.lucene.facet;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Sha256;
import org.onrecord.search.FacetListing;
import org.onrecord.search.InvalidRequestException;

/** A value of a facet with its count, or where one was in the order. */
public record FacetPlace(String key, long count) {
  public static final Comparator<FacetPlace> ORDER =
      Comparator.comparingLong(FacetPlace::count).reversed().thenComparing(FacetPlace::key);

  private static final int DIGITS = 8;

  /** A digest of what is listed, of whatever page. */
  public static String identity(FacetListing listing, String search) {
    String listed = String.join("\n", search, listing.facet().label(), listing.prefix());
    return Sha256.hex(listed, DIGITS);
  }

  /** The cursor behind this value of a listing. */
  public String cursor(String identity) {
    byte[] bytes = (identity + "\n" + count + "\n" + key).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Reads a cursor.
   *
   * @throws InvalidRequestException if it is none, or one of another listing
   */
  public static FacetPlace parse(String cursor, String identity) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      String[] parts = text.split("\n", 3);
      if (parts.length == 3 && parts[0].length() == identity.length()) {
        long count = Long.parseLong(parts[1]);
        if (!parts[0].equals(identity)) {
          throw invalid("belongs to another listing", null);
        }
        return new FacetPlace(parts[2], count);
      }
    } catch (IllegalArgumentException e) {
      throw invalid("is not one that a facet gave", e);
    }
    throw invalid("is not one that a facet gave", null);
  }

  private static InvalidRequestException invalid(String what, @Nullable Exception cause) {
    return new InvalidRequestException(
        "after", -1, "This cursor " + what + ": take it from \"next\" of the page before.", cause);
  }
}
