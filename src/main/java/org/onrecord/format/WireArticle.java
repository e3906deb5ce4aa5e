package org.onrecord.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands where in a wire's message.
 *
 * <pre>
 * text      ::= head* [headline] [byline] paragraph+ [notes]
 * head      ::= slug | tag | selector
 * slug      ::= words with '/' or '--' between them      "Harbour/ferry/", "BC-Harbour--Ferry,0123"
 * tag       ::= a version or urgency in capitals         "2ND LEAD"
 * selector  ::= a line of '%', '$', ':' or '*' in a telex; of ':' the words are whose release it is
 * byline    ::= 'By' name ['=']
 * </pre>
 *
 * A line of ANPA ends in {@code <}; {@code ^} begins one that is no paragraph. A paragraph begins
 * further to the right, or after a blank line.
 */
final class WireArticle {
  private static final Pattern SLUG =
      Pattern.compile(
          "/\\S.*|[\\p{L}\\p{N}'’.&-]+(?:/[\\p{L}\\p{N}'’.& -]*)+|(?:\\*\\d+<?"
              + " ?\\^?)?(?:BC|AM|PM|AP)-\\S.*|\\S+--\\S.*,\\d{2,5}");
  private static final Pattern TAG =
      Pattern.compile(
          "\\(?(?:\\d{1,2}(?:ST|ND|RD|TH)\\b.*|(?:URGENT|LEAD|REFILE|UPDATE|UPDATES?\\b.*|ROUNDUP|EXTRA|ALERT|ADVISORY|FEATURE|ANALYSIS|CORRECTION|NEWS"
              + " ?ALERT|HEADLINES?|KILL|EDS:.*))\\)?");
  private static final Pattern BYLINE =
      Pattern.compile("(?:By|BY|Von|Par) (?:(\\p{Lu}.{2,80}?)|.{2,80}?=)");
  private static final Pattern NOTES =
      Pattern.compile(
          "(?:\\* ){3,}\\*|The following information is not intended for publication.*|#+"
              + " ?(?:Notebook|Notizblock|Notepad)\\b.*");
  private static final Pattern SIGN_OFF =
      Pattern.compile(
          "==?\\s?\\p{Lu}\\w+|NNNN|-END-|\\d{6} \\p{Lu}{2,4} \\p{L}{3,4} \\d\\d|\\^?END<?");

  /** The agency in a dateline: {@code HARBOUR (AP) _ The ferry …}. */
  private static final Pattern AGENCY = Pattern.compile("\\(([\\p{L}]{2,10})\\) ?(?:--?|_|–|—) ");

  private static final Pattern LINE_END = Pattern.compile("\\s*(?:<!?|=!|\\.=!)\\s*$");

  private final WireMessage message;
  private final ReadOptions options;
  private final List<String> lines;
  private int next;

  WireArticle(WireMessage message, ReadOptions options) {
    this.message = message;
    this.options = options;
    this.lines =
        Arrays.stream(
                message
                    .text()
                    .replaceFirst("(?m)^\\s*(?:" + NOTES.pattern() + ")$(?s:.*)", "")
                    .split("\n", -1))
            .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Adds all that it says. */
  void add(ArticleParts parts) {
    headOfText(parts);
    List<String> story = new ArrayList<>();
    boolean hasParagraphs =
        lines.stream().skip(next).anyMatch(l -> l.startsWith("\t") || l.startsWith("   "));
    for (String line : lines.subList(Math.min(next, lines.size()), lines.size())) {
      boolean ended = LINE_END.matcher(line).find();
      String words = LINE_END.matcher(line).replaceFirst("");
      boolean noted = words.startsWith("^");
      String clean = noted ? words.substring(1) : words;
      if (SIGN_OFF.matcher(clean.strip()).matches()) {
        continue;
      }
      story.add(clean);
      if (noted || ended && !hasParagraphs) {
        story.add("");
      }
    }
    String text = String.join("\n", story);
    Matcher agency = AGENCY.matcher(text.substring(0, Math.min(300, text.length())));
    if (agency.find()) {
      parts.outlet(agency.group(1));
    }
    WiredText.add(text, parts);
    Optional<String> slug = slug();
    slug.ifPresent(s -> parts.put("slugline", s).title(s));
    new WireDate(message, options).written().ifPresent(parts::published);
  }

  private void headOfText(ArticleParts parts) {
    List<String> headline = new ArrayList<>();
    while (next < lines.size()) {
      String raw = LINE_END.matcher(lines.get(next)).replaceFirst("");
      String line = raw.replaceFirst("^\\^", "").replaceFirst("\\+\\s*$", "").strip();
      boolean paragraph = (raw.startsWith("\t") || raw.startsWith("   ")) && !line.isEmpty();
      if (paragraph || (line.isEmpty() && !headline.isEmpty())) {
        break;
      }
      next++;
      Matcher byline = BYLINE.matcher(line);
      if (line.isEmpty()) {
        continue;
      } else if (byline.matches()) {
        next--;
        break;
      } else if (isSelector(line, parts)
          || SLUG.matcher(line).matches()
          || TAG.matcher(line).matches()) {
        slugs.add(line);
        headline.clear();
      } else if (message.isTelex()) {
        headline.add(line);
        break;
      } else if (isSentence(line) && headline.isEmpty() || headline.size() == 3) {
        // There is no headline: this is the story already.
        next -= headline.size() + 1;
        headline.clear();
        break;
      } else {
        headline.add(line);
        if (raw.startsWith("^") || lines.get(next - 1).matches(".*(?:<!?|\\+|=!)\\s*$")) {
          break;
        }
      }
    }
    if (!headline.isEmpty()) {
      parts.title(String.join(" ", headline).replaceFirst("\\s*=$", ""));
    }
    bylines(parts);
  }

  private final List<String> slugs = new ArrayList<>();

  private void bylines(ArticleParts parts) {
    while (next < lines.size()) {
      String line =
          LINE_END.matcher(lines.get(next)).replaceFirst("").replaceFirst("^\\^", "").strip();
      Matcher byline = BYLINE.matcher(line);
      if (!byline.matches() || line.length() > 90) {
        return;
      }
      author(byline, parts);
      next++;
      if (next < lines.size() && lines.get(next).matches("\\^.*=\\s*<?\\s*")) {
        // Whom the author writes for.
        next++;
      }
    }
  }

  private static void author(Matcher byline, ArticleParts parts) {
    String name = byline.group(1);
    if (name != null) {
      parts.author(name.replaceFirst("\\s*=$", ""));
    }
  }

  /** Whether a line is one that machines sort by; some say whose release it is. */
  private static boolean isSelector(String line, ArticleParts parts) {
    if (line.startsWith("Source:")) {
      parts.outlet(line.substring("Source:".length()));
      return true;
    }
    if (line.matches(":\\p{L}.*")) {
      parts.outlet(line.substring(1));
      return true;
    }
    return line.matches("[%$].*|:|\\*\\p{Lu}|MEDIA RELEASE \\S+|\\p{Lu}{2} T\\p{L}{1,6}");
  }

  private static boolean isSentence(String line) {
    return line.length() > 130 || line.matches(".* (?:--|-|_) .*[.]\"?");
  }

  private Optional<String> slug() {
    List<String> all = new ArrayList<>(slugs);
    all.addAll(message.header().lines().map(String::strip).toList());
    return all.stream()
        .map(
            s -> s.replaceFirst("^[\\p{L}] [\\p{L}]\\s*", "").replaceFirst("^\\*?\\d+<? ?\\^?", ""))
        .map(
            s ->
                s.replaceFirst("\\s+\\d\\d-\\d\\d\\s+\\d+$", "")
                    .replaceFirst(",\\s*\\d*<?$", "")
                    .strip())
        .filter(s -> SLUG.matcher(s).matches())
        .findFirst()
        .map(s -> s.replaceAll("^/|/$", ""));
  }
}
