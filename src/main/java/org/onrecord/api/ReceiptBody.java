package org.onrecord.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.VerificationBody.ClaimBody;
import org.onrecord.article.Sha256;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.search.Readings;
import org.onrecord.verify.ArchiveSpan;
import org.onrecord.verify.Verification.Grounds;

/**
 * On what an answer rests, so that it can be checked later.
 *
 * @param asked what was asked, with every filter
 * @param archive what the archive covered
 * @param newest its newest article; null where it has none
 * @param readWith with which program, model and registry its articles were read, and how many with
 *     each
 * @param unknown how many of the articles do not say so
 * @param sha256 of the answer's JSON with {@code receipt} null, and {@code tookMillis} 0 where it
 *     has that, in hexadecimal digits
 */
public record ReceiptBody<A>(
    A asked,
    VerificationBody.ArchiveBody archive,
    @Nullable NewestBody newest,
    List<ReadBody> readWith,
    long unknown,
    String sha256) {

  /** The receipt of a verdict. */
  public static ReceiptBody<ClaimBody> of(VerificationBody answer, Grounds grounds) {
    return of(answer.query(), answer.archive(), grounds, answer.with(null));
  }

  /**
   * The receipt of a search.
   *
   * @param asked the request's parameters
   */
  public static ReceiptBody<Map<String, List<String>>> of(
      Map<String, List<String>> asked, SearchBody answer, ArchiveSpan span, Grounds grounds) {
    return of(
        new TreeMap<>(asked), VerificationBody.ArchiveBody.of(span), grounds, answer.untimed());
  }

  private static <A> ReceiptBody<A> of(
      A asked, VerificationBody.ArchiveBody archive, Grounds grounds, Object bare) {
    Readings readings = grounds.readings();
    return new ReceiptBody<>(
        asked,
        archive,
        grounds.newest().map(NewestBody::of).orElse(null),
        readings.articles().entrySet().stream()
            .map(each -> new ReadBody(each.getKey(), each.getValue()))
            .toList(),
        readings.unknown(),
        Sha256.hex(ApiJson.bytes(bare), 64));
  }

  /** An article. */
  public record NewestBody(String id, @Nullable LocalDate date) {
    static NewestBody of(ArticleHeader header) {
      return new NewestBody(header.id().value(), header.date());
    }
  }

  /** What articles were read with. */
  public record ReadBody(String with, long articles) {}
}
