package org.onrecord.format;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.onrecord.article.Labelled;

/**
 * The formats that OnRecord reads. A constant is all that a format needs: its file names, how it is
 * told by its first bytes, and its reader; detection, the command line and the tests follow from
 * it. By content they are tried in this order, so that plain text, which nearly everything
 * resembles, stands last.
 */
public enum ArticleFormat implements Labelled {
  /** JSON Lines, an article a line. */
  JSONL(List.of("jsonl", "ndjson"), JsonFits::lines, new JsonLinesReader()),
  /** News in JSON. */
  NINJS(
      List.of("ninjs"),
      o -> JsonFits.shape(o, JsonShape.NINJS),
      new JsonReader(() -> valueOf("NINJS"))),
  /** Answers of AP's Media API. */
  AP_MEDIA(
      List.of(),
      o -> JsonFits.shape(o, JsonShape.AP_MEDIA),
      new JsonReader(() -> valueOf("AP_MEDIA"))),
  /** JSON objects, or lists of them, on any lines. */
  JSON(List.of("json"), JsonFits::document, new JsonReader(() -> valueOf("JSON"))),
  /** The News Industry Text Format. */
  NITF(List.of("nitf"), o -> root(o, Set.of("nitf")), new NitfReader()),
  /** NewsML-G2, items by themselves or in a message. */
  NEWSML_G2(List.of(), o -> root(o, NewsMlG2Reader.ROOTS), new NewsMlG2Reader()),
  /** NewsML 1.0 to 1.2. */
  NEWSML_1(List.of("newsml"), o -> root(o, Set.of("NewsML", "NewsItem")), new NewsMl1Reader()),
  /** IPTC 7901, ANPA 1312 and telex. */
  ANPA(List.of("anpa", "iptc", "tst"), WireReader::fit, new WireReader()),
  /** RSS and Atom, and WordPress's export, which is RSS. */
  FEED(List.of("rss", "atom", "rdf"), FeedReader::fit, new FeedReader()),
  /** A saved page of the web. */
  HTML(List.of("html", "htm", "xhtml"), HtmlReader::fit, new HtmlReader()),
  /** Archives of the web. */
  WARC(List.of("warc", "arc"), WebArchiveReader::fit, new WebArchiveReader()),
  /** What wikis export. */
  MEDIAWIKI(List.of("mediawiki"), WikiReader::fit, new WikiReader()),
  /** A table, an article a row. */
  CSV(List.of("csv", "tsv"), TableReader::fit, new TableReader()),
  /** Markdown, an article a file. */
  MARKDOWN(List.of("md", "markdown"), MarkdownReader::fit, new MarkdownReader()),
  /** Plain text, an article a file. */
  TEXT(List.of("txt", "text"), ArticleFormat::text, new TextReader());

  private final List<String> extensions;
  private final Function<FileOpening, Fit> fit;
  private final ArticleReader reader;

  ArticleFormat(List<String> extensions, Function<FileOpening, Fit> fit, ArticleReader reader) {
    this.extensions = extensions;
    this.fit = fit;
    this.reader = reader;
  }

  /** The file name extensions that stand for it, without the dot, in lower case. */
  public List<String> extensions() {
    return extensions;
  }

  /** Reads it. */
  public ArticleReader reader() {
    return reader;
  }

  /**
   * Reads an input of it to its end; a byte that is no character is refused at its place.
   *
   * @throws IOException if the bytes themselves cannot be read any further
   */
  void read(ArticleInput input, Consumer<? super ReadResult> results) throws IOException {
    try {
      reader.read(input, results);
    } catch (UndecodableException e) {
      results.accept(
          new ReadResult.Rejected(
              input.at(e.offset(), e.line(), this), String.valueOf(e.getMessage())));
    }
  }

  /** The format with this label, in any case. */
  public static Optional<ArticleFormat> of(String label) {
    return Labelled.of(values(), label);
  }

  /**
   * The format of a file: that which its first bytes are for certain; else that of its name's
   * extension, and where the name says nothing that which it may be.
   */
  static Optional<ArticleFormat> detect(FileOpening opening) {
    return by(f -> f.fit.apply(opening) == Fit.CERTAIN)
        .or(() -> by(f -> f.isNamedBy(opening) && f.fit.apply(opening) == Fit.POSSIBLE))
        .or(() -> by(f -> f.isNamedBy(opening)))
        .or(() -> by(f -> f.fit.apply(opening) == Fit.POSSIBLE));
  }

  private boolean isNamedBy(FileOpening opening) {
    return opening.name().extension().filter(extensions::contains).isPresent();
  }

  /** An element that nothing else begins with. */
  private static Fit root(FileOpening opening, Set<String> names) {
    return names.contains(opening.xml().root()) ? Fit.CERTAIN : Fit.NONE;
  }

  /** Nearly everything may be text, but not where a name claims something else. */
  private static Fit text(FileOpening opening) {
    boolean nameless = opening.name().extension().isEmpty();
    return opening.isText() && (nameless || TEXT.isNamedBy(opening)) ? Fit.POSSIBLE : Fit.NONE;
  }

  private static Optional<ArticleFormat> by(Predicate<ArticleFormat> test) {
    return Stream.of(values()).filter(test).findFirst();
  }
}
