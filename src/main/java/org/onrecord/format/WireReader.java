package org.onrecord.format;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.NoArticle;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.format.ReadResult.Skipped;
import org.onrecord.format.ReadResult.Warned;

/**
 * Reads what teleprinters were sent and agencies still send: IPTC 7901 and ANPA 1312, with or
 * without their control characters, and telex bulletins between {@code ZCZC} and {@code NNNN}; a
 * file of at most 64 MiB with one message or several. {@link WireMessage} says what stands where.
 */
final class WireReader implements ArticleReader {
  private static final int LIMIT = 64 << 20;

  /** IPTC 7901's first line: service and number, priority, category, words, keyword. */
  private static final Pattern HEADER_LINE =
      Pattern.compile("[a-z]{2,4}\\d{3,5} \\d [a-z]{1,3} +\\d{1,5}\\b.*", Pattern.DOTALL);

  private static final Pattern RELEASE =
      Pattern.compile("Source:[^\\n]*\\n+MEDIA RELEASE .*", Pattern.DOTALL);

  /** Whether a file begins as a message does. */
  static Fit fit(FileOpening opening) {
    String text = opening.text().stripLeading().replace("\r", "");
    boolean controlled =
        text.indexOf(WireMessage.START_OF_HEADER) >= 0
            && text.indexOf(WireMessage.START_OF_HEADER) < 20
            && text.indexOf(WireMessage.START_OF_TEXT) > 0
            && text.indexOf('\0') < 0;
    return controlled
            || text.startsWith("ZCZC")
            || HEADER_LINE.matcher(text).matches()
            || RELEASE.matcher(text).matches()
        ? Fit.CERTAIN
        : Fit.NONE;
  }

  @Override
  public void read(ArticleInput input, Consumer<? super ReadResult> results) throws IOException {
    byte[] bytes = input.bytes().readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      results.accept(
          new Rejected(
              input.start(ArticleFormat.ANPA),
              "longer than 64 MiB, the most that one file may have"));
      return;
    }
    switch (DecodedText.of(bytes, input.options())) {
      case DecodedText.Broken(long offset, long line, String reason) ->
          results.accept(new Rejected(input.at(offset, line, ArticleFormat.ANPA), reason));
      case DecodedText.Whole(String text, Optional<String> warning) -> {
        warning.ifPresent(w -> results.accept(new Warned(input.start(ArticleFormat.ANPA), w)));
        messages(text, input, results);
      }
    }
  }

  private static void messages(
      String text, ArticleInput input, Consumer<? super ReadResult> results) {
    List<WireMessage> messages = WireMessage.in(text);
    if (messages.isEmpty()) {
      results.accept(new Skipped(input.start(ArticleFormat.ANPA), NoArticle.EMPTY));
    }
    for (WireMessage message : messages) {
      Provenance place = input.at(message.offset(), message.line(), ArticleFormat.ANPA);
      ArticleParts parts = new ArticleParts(input, place);
      if (messages.size() > 1) {
        parts.oneOfMany();
      }
      new WireArticle(message, input.options()).add(parts);
      parts.emit(results);
    }
  }
}
