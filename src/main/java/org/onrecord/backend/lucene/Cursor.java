package org.onrecord.backend.lucene;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Sha256;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.query.SortFields;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SortOrder;

/**
 * Where a page ended: the values by which its last hit was sorted, so that the next page begins
 * there although articles came in between. As text it is opaque and safe in a URL.
 *
 * @param search which search it belongs to: {@link #search}
 * @param key the score's bits or the day, by {@code order}
 * @param article the id of the last hit's article
 * @param place its {@link Fields#PLACE}
 */
public record Cursor(SortOrder order, int search, long key, String article, long place) {
  private static final int NUMBERS = 1 + Integer.BYTES + 2 * Long.BYTES;
  private static final int CHECK = Integer.BYTES;

  /** The cursor after a hit that was sorted by {@link SortFields}. */
  static Cursor after(SearchRequest request, FieldDoc hit) {
    SortOrder order = request.sort();
    long key =
        switch (order) {
          case RELEVANCE, RECENT -> Float.floatToIntBits((Float) hit.fields[0]);
          case NEWEST, OLDEST -> (Long) hit.fields[0];
        };
    return after(request, key, ((BytesRef) hit.fields[1]).utf8ToString(), (Long) hit.fields[2]);
  }

  /** The cursor after a hit, by its key, its article and its place. */
  public static Cursor after(SearchRequest request, long key, String article, long place) {
    return new Cursor(request.sort(), search(request), key, article, place);
  }

  /** A digest of what is searched for. */
  private static int search(SearchRequest request) {
    return ByteBuffer.wrap(Sha256.of(request.identity().getBytes(StandardCharsets.UTF_8))).getInt();
  }

  /** What Lucene's {@code searchAfter} takes. */
  FieldDoc fieldDoc() {
    Object first =
        switch (order) {
          case RELEVANCE, RECENT -> Float.intBitsToFloat((int) key);
          case NEWEST, OLDEST -> key;
        };
    Object[] values = {first, new BytesRef(article), place};
    return new FieldDoc(Integer.MAX_VALUE, 0, values);
  }

  public String text() {
    byte[] id = article.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(NUMBERS + id.length + CHECK);
    bytes.put((byte) order.ordinal()).putInt(search).putLong(key).putLong(place).put(id);
    bytes.putInt(check(bytes.array()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * Reads a cursor.
   *
   * @throws InvalidRequestException if it is none, or one of another search or order
   */
  public static Cursor parse(String text, SearchRequest request) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      int idLength = bytes.remaining() - NUMBERS - CHECK;
      if (idLength < 1 || bytes.getInt(bytes.limit() - CHECK) != check(bytes.array())) {
        throw invalid("is not one that a search gave", null);
      }
      if (bytes.get() != request.sort().ordinal()) {
        throw invalid("belongs to a search in another order", null);
      }
      int search = bytes.getInt();
      if (search != search(request)) {
        throw invalid("belongs to another search", null);
      }
      long key = bytes.getLong();
      long place = bytes.getLong();
      CharBuffer id = StandardCharsets.UTF_8.newDecoder().decode(bytes.slice(NUMBERS, idLength));
      return new Cursor(request.sort(), search, key, id.toString(), place);
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw invalid("is not one that a search gave", e);
    }
  }

  private static int check(byte[] bytes) {
    CRC32 check = new CRC32();
    check.update(bytes, 0, bytes.length - CHECK);
    return (int) check.getValue();
  }

  private static InvalidRequestException invalid(String what, @Nullable Exception cause) {
    return new InvalidRequestException(
        "after", -1, "This cursor " + what + ": take it from \"next\" of the page before.", cause);
  }
}
