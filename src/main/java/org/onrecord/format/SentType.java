package org.onrecord.format;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program says of articles that it sends.
 *
 * @param format empty where their first bytes are to tell it, as with XML
 * @param encoding of their text, if it says so
 */
public record SentType(Optional<ArticleFormat> format, Optional<Charset> encoding) {
  /** JSON, in the members of a line of JSON Lines or those of ninjs. */
  public static final SentType JSON =
      new SentType(Optional.of(ArticleFormat.JSON), Optional.empty());

  /** JSON Lines. */
  public static final SentType LINES =
      new SentType(Optional.of(ArticleFormat.JSONL), Optional.empty());

  private static final Map<String, Optional<ArticleFormat>> FORMATS =
      Map.ofEntries(
          Map.entry("application/json", Optional.of(ArticleFormat.JSON)),
          Map.entry("application/x-ndjson", Optional.of(ArticleFormat.JSONL)),
          Map.entry("application/jsonl", Optional.of(ArticleFormat.JSONL)),
          Map.entry("application/ninjs+json", Optional.of(ArticleFormat.NINJS)),
          Map.entry("application/nitf+xml", Optional.of(ArticleFormat.NITF)),
          Map.entry("text/vnd.iptc.nitf", Optional.of(ArticleFormat.NITF)),
          Map.entry("text/vnd.iptc.newsml", Optional.of(ArticleFormat.NEWSML_1)),
          Map.entry("application/vnd.iptc.g2.newsitem+xml", Optional.of(ArticleFormat.NEWSML_G2)),
          Map.entry(
              "application/vnd.iptc.g2.newsmessage+xml", Optional.of(ArticleFormat.NEWSML_G2)),
          Map.entry("application/xml", Optional.empty()),
          Map.entry("text/xml", Optional.empty()));

  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

  /**
   * What a media type says.
   *
   * @param mediaType with its parameters, {@code application/nitf+xml; charset=windows-1252}
   * @return empty where it is none of articles, or names an encoding that is not known
   */
  public static Optional<SentType> of(String mediaType) {
    String name = mediaType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    Matcher charset = CHARSET.matcher(mediaType);
    Optional<Charset> encoding = Optional.empty();
    if (charset.find()) {
      encoding = Encodings.of(charset.group(1));
      if (encoding.isEmpty()) {
        return Optional.empty();
      }
    }
    Optional<ArticleFormat> format = FORMATS.get(name);
    return format == null ? Optional.empty() : Optional.of(new SentType(format, encoding));
  }

  ReadOptions options(ReadOptions reading) {
    return encoding.isPresent()
        ? new ReadOptions(encoding, reading.dates(), reading.html())
        : reading;
  }
}
