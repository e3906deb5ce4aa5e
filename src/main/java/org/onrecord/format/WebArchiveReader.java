package org.onrecord.format;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.NoArticle;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.format.ReadResult.Skipped;

/**
 * Reads archives of the web, <a
 * href="https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/">WARC</a>
 * and ARC, record by record: pages that were answered with 200 and pages saved by themselves. Other
 * answers are skipped, each by what it is; requests and notes about the crawl are passed over.
 */
final class WebArchiveReader implements ArticleReader {

  @Override
  public void read(ArticleInput input, Consumer<? super ReadResult> results) throws IOException {
    long number = 0;
    long position = 0;
    AtomicLong told = new AtomicLong();
    Consumer<ReadResult> counted =
        result -> {
          told.incrementAndGet();
          results.accept(result);
        };
    try {
      // The input is the caller's to close, and the archive holds nothing else.
      WarcReader archive = new WarcReader(input.bytes());
      archive.setLenient(true);
      Optional<WarcRecord> next;
      do {
        number++;
        next = archive.next();
        position = Math.max(0, archive.position());
        if (next.isPresent() && next.get() instanceof WarcTargetRecord record) {
          record(record, input.at(position, 0, ArticleFormat.WARC), input, counted);
        }
      } while (next.isPresent());
    } catch (IOException e) {
      if (e instanceof BombException) {
        throw e;
      }
      results.accept(
          new Rejected(
              input.at(position, 0, ArticleFormat.WARC),
              "record "
                  + number
                  + " is broken, and what follows it was not read: "
                  + Faults.reason(e)));
      return;
    }
    if (told.get() == 0) {
      results.accept(new Skipped(input.start(ArticleFormat.WARC), NoArticle.EMPTY));
    }
  }

  /** The codings of HTTP that can be undone. */
  private static final Set<String> UNDONE =
      Set.of("identity", "gzip", "x-gzip", "deflate", "none", "utf-8", "binary");

  private static void record(
      WarcTargetRecord record,
      Provenance place,
      ArticleInput input,
      Consumer<? super ReadResult> results)
      throws IOException {
    if (record.target() == null) {
      results.accept(new Rejected(place, "the record has no address (WARC-Target-URI)"));
      return;
    }
    try {
      switch (record) {
        case WarcResponse response when isHttp(response) -> {
          HttpResponse http = response.http();
          Optional<String> packed = undoable(http);
          if (http.status() == 200 && packed.isPresent()) {
            results.accept(
                new Rejected(
                    place,
                    address(record)
                        + ": it is packed by \""
                        + packed.get()
                        + "\", which OnRecord cannot undo"));
          } else if (http.status() == 200) {
            body(http.contentType(), http.bodyDecoded(), record, place, input, results);
          } else {
            results.accept(new Skipped(place, NoArticle.PAGE));
          }
        }
        case WarcResource resource ->
            body(resource.contentType(), resource.body(), record, place, input, results);
        default -> {}
      }
    } catch (IllegalArgumentException e) {
      results.accept(
          new Rejected(place, address(record) + ": its header is broken: " + e.getMessage()));
    }
  }

  /** What it is packed by, where that cannot be undone: Brotli, Zstandard. */
  private static Optional<String> undoable(HttpResponse http) {
    return http.headers().all("Content-Encoding").stream()
        .flatMap(names -> Arrays.stream(names.split(",")))
        .map(name -> Blank.strip(name).toLowerCase(Locale.ROOT))
        .filter(name -> !name.isEmpty() && !UNDONE.contains(name))
        .findFirst();
  }

  private static boolean isHttp(WarcResponse response) {
    String target = response.target().replaceFirst("^<", "").toLowerCase(Locale.ROOT);
    return target.startsWith("http:") || target.startsWith("https:");
  }

  private static String address(WarcTargetRecord record) {
    return Blank.strip(record.target()).replaceAll("^<|>$", "");
  }

  private static void body(
      MediaType type,
      MessageBody body,
      WarcTargetRecord record,
      Provenance place,
      ArticleInput input,
      Consumer<? super ReadResult> results)
      throws IOException {
    String address = address(record);
    Optional<NoArticle> other = other(type, address);
    if (other.isPresent()) {
      other
          .filter(o -> o != NoArticle.CATALOGUE)
          .ifPresent(o -> results.accept(new Skipped(place, o)));
      return;
    }
    InputStream stream = body.stream();
    byte[] bytes = stream.readNBytes(HtmlReader.LIMIT + 1);
    if (bytes.length > HtmlReader.LIMIT) {
      results.accept(new Rejected(place, address + ": the page has more than 16 MiB"));
      return;
    }
    record.body().consume();
    if (record.body().position() < record.body().size()) {
      throw new EOFException("it ends in the middle");
    }
    Optional<String> charset = Optional.ofNullable(type.parameters().get("charset"));
    try {
      Decoding text = new Decoding(new ByteArrayInputStream(bytes), input.options(), charset);
      String html = HtmlReader.all(text);
      text.warning()
          .ifPresent(w -> results.accept(new ReadResult.Warned(place, address + ": " + w)));
      HtmlPage.read(html, address, false, input, place, results);
    } catch (UndecodableException e) {
      results.accept(new Rejected(place, address + ": " + e.getMessage()));
    }
  }

  /** What an answer is that is no page; what belongs to a page's looks counts as data. */
  private static Optional<NoArticle> other(MediaType type, String address) {
    String name = type.base().toString().toLowerCase(Locale.ROOT);
    if (name.equals("text/html") || name.equals("application/xhtml+xml")) {
      return Optional.empty();
    }
    if (!address.startsWith("http")) {
      return Optional.of(NoArticle.CATALOGUE);
    }
    return Optional.of(
        switch (type.type().toLowerCase(Locale.ROOT)) {
          case "image" -> NoArticle.PICTURE;
          case "audio" -> NoArticle.AUDIO;
          case "video" -> NoArticle.VIDEO;
          default -> NoArticle.DATA;
        });
  }

  /** A WARC begins with its version, an ARC with a record of its own. */
  static Fit fit(FileOpening opening) {
    return opening.text().startsWith("WARC/") || opening.text().startsWith("filedesc://")
        ? Fit.CERTAIN
        : Fit.NONE;
  }
}
