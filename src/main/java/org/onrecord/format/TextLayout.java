package org.onrecord.format;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Provenance;
import org.onrecord.article.Publication;
import org.onrecord.format.ReadResult.Accepted;
import org.onrecord.format.ReadResult.Rejected;

/**
 * Where things stand in an article of plain text.
 *
 * <pre>
 * article   ::= header* [title header*] paragraph (blank+ paragraph)*
 * title     ::= one line without a full stop at its end, before a blank line or a header
 * paragraph ::= lines, joined by a space
 * </pre>
 *
 * Lines end in LF, CR LF or CR. Blank lines may stand anywhere. A title needs a paragraph after it:
 * a text of one line is a body. The body is the paragraphs joined by one blank line.
 */
final class TextLayout {
  private static final int LONGEST_TITLE = 250;

  private final List<String> lines;
  private final ReadOptions options;
  private final TextHeader header;
  private int next;

  TextLayout(String text, ReadOptions options) {
    this.options = options;
    this.header = new TextHeader(options.dates());
    this.lines = text.lines().map(Blank::strip).toList();
  }

  /**
   * The article in {@code input}, or what is wrong with it.
   *
   * @param place where the input begins
   */
  ReadResult article(ArticleInput input, Provenance place) {
    Optional<Rejected> wrong = headerLines(place);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    Optional<String> title = title();
    if (title.isPresent()) {
      wrong = headerLines(place);
      if (wrong.isPresent()) {
        return wrong.get();
      }
    }
    String body = String.join("\n\n", paragraphs());
    if (body.isEmpty() && !isKilled()) {
      return new Rejected(place, "the body is empty: there is no paragraph");
    }
    return article(input, place, title.orElse(null), body);
  }

  private boolean isKilled() {
    return Publication.of(header.publication()).isKilled();
  }

  private Optional<Rejected> headerLines(Provenance place) {
    while (next < lines.size()) {
      String line = lines.get(next);
      Optional<TextHeader.Line> told = TextHeader.Line.of(line);
      if (!line.isEmpty() && told.isEmpty()) {
        return Optional.empty();
      }
      Optional<String> wrong = told.flatMap(header::add);
      if (wrong.isPresent()) {
        return Optional.of(
            new Rejected(
                new Provenance(place.file(), place.offset(), next + 1L, place.format()),
                wrong.get()));
      }
      next++;
    }
    return Optional.empty();
  }

  private Optional<String> title() {
    if (header.tells(TextHeader.Name.TITLE)) {
      return Optional.ofNullable(header.value(TextHeader.Name.TITLE));
    }
    boolean alone =
        next + 1 < lines.size()
            && (lines.get(next + 1).isEmpty()
                || TextHeader.Line.of(lines.get(next + 1)).isPresent());
    if (!alone || !isTitle(lines.get(next)) || !textFollows(next + 1)) {
      return Optional.empty();
    }
    return Optional.of(lines.get(next++));
  }

  private static boolean isTitle(String line) {
    String end = line.replaceFirst("[\"'”’»)\\]]+$", "");
    return line.length() <= LONGEST_TITLE && !end.matches("(?s).*[.…:;,]");
  }

  private boolean textFollows(int from) {
    return lines.stream().skip(from).anyMatch(l -> !l.isEmpty() && TextHeader.Line.of(l).isEmpty());
  }

  private List<String> paragraphs() {
    List<String> paragraphs = new ArrayList<>();
    List<String> paragraph = new ArrayList<>();
    for (; next < lines.size(); next++) {
      if (lines.get(next).isEmpty()) {
        close(paragraph, paragraphs);
      } else {
        paragraph.add(lines.get(next));
      }
    }
    close(paragraph, paragraphs);
    return paragraphs;
  }

  private static void close(List<String> paragraph, List<String> paragraphs) {
    if (!paragraph.isEmpty()) {
      paragraphs.add(String.join(" ", paragraph));
      paragraph.clear();
    }
  }

  private ReadResult article(
      ArticleInput input, Provenance place, @Nullable String title, String body) {
    String dateLine = header.value(TextHeader.Name.DATE);
    LocalDate date =
        dateLine != null
                && PublicationDate.parse(dateLine, options.dates())
                    instanceof PublicationDate.Day(LocalDate day)
            ? day
            : null;
    String url = header.value(TextHeader.Name.URL);
    String named = header.value(TextHeader.Name.ID);
    String id = named != null ? named : input.id().orElseGet(() -> ContentId.of(title, date, body));
    ArticleId articleId;
    try {
      articleId = new ArticleId(id);
    } catch (IllegalArgumentException e) {
      return new Rejected(place, "no id can be made of \"" + id + "\": " + e.getMessage());
    }
    return new Accepted(
        new Article(
            articleId,
            title,
            date,
            url,
            header.value(TextHeader.Name.OUTLET),
            header.value(TextHeader.Name.SECTION),
            header.value(TextHeader.Name.AUTHOR),
            body,
            header.publication(),
            place));
  }
}
