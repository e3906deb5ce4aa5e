package org.onrecord.page.part;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;

/**
 * The address of words on their publisher's page, by a text directive, which browsers scroll to and
 * mark (WICG, <i>URL Fragment Text Directives</i>): {@code
 * address#:~:text=[prefix-,]start[,end][,-suffix]}. Few words are given whole, very few with what
 * stands beside them, many by their first and their last.
 */
public final class TextFragment {
  /** So many words are given whole. */
  private static final int WHOLE = 9;

  /** Fewer may stand elsewhere on the page as well, and need what stands beside them. */
  private static final int FEW = 4;

  /** How many words stand for a beginning, an end, what is before and what is after. */
  private static final int EDGE = 5;

  /** So many letters of a text without spaces are a word. */
  private static final int LONGEST_WORD = 24;

  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern EDGES =
      Pattern.compile("^[^\\p{L}\\p{N}\\p{Sc}]+|[^\\p{L}\\p{M}\\p{N}%]+$");

  private static final String DIRECTIVE = ":~:";

  private TextFragment() {}

  /** Where an article was published; empty where it has no address of the web. */
  public static Optional<String> page(ArticleHeader article) {
    String url = article.url();
    return url != null && url.toLowerCase(Locale.ROOT).matches("https?://\\S+")
        ? Optional.of(url)
        : Optional.empty();
  }

  /** A quotation's words where they were published; empty where that is not known. */
  public static Optional<String> of(QuoteDocument quote) {
    return page(quote.article())
        .map(url -> of(url, quote.context(), quote.quotation().span(), isBody(quote)));
  }

  private static boolean isBody(QuoteDocument quote) {
    return quote.quotation().paragraph() > 0;
  }

  /** A passage's words where they were published; empty where that is not known. */
  public static Optional<String> of(ParagraphDocument paragraph) {
    String text = paragraph.text();
    return page(paragraph.article())
        .map(url -> of(url, text, new TextSpan(0, text.length()), paragraph.ordinal() > 0));
  }

  /**
   * An address with words of a text.
   *
   * @param span where the words stand in the text, UTF-16
   * @param body whether it is the body's, whose words may be looked for with those beside them
   */
  static String of(String url, String text, TextSpan span, boolean body) {
    List<String> words = words(span.in(text));
    if (words.isEmpty()) {
      return url;
    }
    StringBuilder directive = new StringBuilder("text=");
    if (words.size() > WHOLE) {
      directive.append(encoded(words.subList(0, EDGE)));
      directive.append(',').append(encoded(words.subList(words.size() - EDGE, words.size())));
    } else {
      List<String> before = words(text.substring(0, span.start()));
      List<String> after = words(text.substring(span.end()));
      boolean few = body && words.size() < FEW;
      if (few && !before.isEmpty()) {
        directive
            .append(encoded(before.subList(Math.max(0, before.size() - EDGE), before.size())))
            .append("-,");
      }
      directive.append(encoded(words));
      if (few && !after.isEmpty()) {
        directive.append(",-").append(encoded(after.subList(0, Math.min(EDGE, after.size()))));
      }
    }
    return withDirective(url, directive.toString());
  }

  private static String withDirective(String url, String directive) {
    int known = url.indexOf(DIRECTIVE);
    String bare = known < 0 ? url : url.substring(0, known);
    return bare + (bare.contains("#") ? "" : "#") + DIRECTIVE + directive;
  }

  /** Words as they stand, without the marks at the ends of all of them. */
  private static List<String> words(String text) {
    Matcher found = WORD.matcher(text);
    List<String> words = new ArrayList<>();
    while (found.find()) {
      words.addAll(parts(found.group()));
    }
    trim(words, 0);
    trim(words, -1);
    return words;
  }

  /** A script without spaces is cut, so that not all of it is one word. */
  private static List<String> parts(String word) {
    List<String> parts = new ArrayList<>();
    String rest = word;
    while (rest.length() > LONGEST_WORD && rest.codePointAt(0) > 0x2E7F) {
      parts.add(rest.substring(0, rest.offsetByCodePoints(0, LONGEST_WORD / 4)));
      rest = rest.substring(parts.getLast().length());
    }
    parts.add(rest);
    return parts;
  }

  /** Takes marks off the first word, or the last, and what is nothing but marks away. */
  private static void trim(List<String> words, int end) {
    while (!words.isEmpty()) {
      String word = end < 0 ? words.removeLast() : words.removeFirst();
      String bare = trimmed(word, end);
      if (bare != null) {
        if (end < 0) {
          words.addLast(bare);
        } else {
          words.addFirst(bare);
        }
        return;
      }
    }
  }

  private static @Nullable String trimmed(String word, int end) {
    String bare = EDGES.matcher(word).replaceAll("");
    if (bare.isEmpty()) {
      return null;
    }
    int at = word.indexOf(bare);
    return end < 0 ? word.substring(0, at + bare.length()) : word.substring(at);
  }

  /** A comma, an ampersand and a dash part a directive, so that they are encoded within one. */
  private static String encoded(List<String> words) {
    return URLEncoder.encode(String.join(" ", words), StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("-", "%2D");
  }
}
