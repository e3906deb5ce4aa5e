package org.onrecord.page.part;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Citations as programs for literature read them: BibTeX, and RIS (a line a member, a two-letter
 * tag, two blanks, a dash). What is cited is the article, with its authors; who is quoted in it,
 * and the words, stand in a note.
 */
final class CitationRecords {
  private static final DateTimeFormatter SLASHED =
      DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
  private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\\s]+");
  private static final Pattern NO_KEY = Pattern.compile("[^A-Za-z0-9]+");
  private static final Pattern SPECIAL = Pattern.compile("[&%$#_]");

  private CitationRecords() {}

  static String bibTex(Citation citation) {
    CitedSource source = citation.source();
    LocalDate date = source.article().date();
    List<String> members = new ArrayList<>();
    if (!source.authors().isEmpty()) {
      members.add(
          member(
              "author",
              source.authors().stream()
                  .map(author -> "{" + tex(author) + "}")
                  .collect(Collectors.joining(" and "))));
    }
    members.add(member("title", "{" + tex(source.title()) + "}"));
    if (source.article().outlet() != null) {
      members.add(member("howpublished", tex(source.article().outlet())));
    }
    if (date != null) {
      members.add(member("year", String.valueOf(date.getYear())));
      members.add("  month = " + MONTH.format(date).toLowerCase(Locale.ROOT));
      members.add(member("day", String.valueOf(date.getDayOfMonth())));
    }
    members.add(member("url", url(address(citation))));
    members.add(member("note", tex(note(citation))));
    return "@misc{" + key(source.id()) + ",\n" + String.join(",\n", members) + "\n}\n";
  }

  private static String member(String name, String value) {
    return "  " + name + " = {" + value + "}";
  }

  /** Letters and digits alone, so that every program takes it. */
  private static String key(String id) {
    String key = NO_KEY.matcher(id).replaceAll("-").replaceFirst("^-", "");
    return key.isEmpty() ? "quotation" : key;
  }

  /** Text as TeX reads it. */
  private static String tex(String text) {
    String plain = line(text).replace("\\", "\u0000").replace("{", "\u0001").replace("}", "\u0002");
    return SPECIAL
        .matcher(plain)
        .replaceAll("\\\\$0")
        .replace("~", "\\textasciitilde{}")
        .replace("^", "\\textasciicircum{}")
        .replace("\u0000", "\\textbackslash{}")
        .replace("\u0001", "\\{")
        .replace("\u0002", "\\}");
  }

  /** An address holds no brace, and nothing else of it is TeX's. */
  private static String url(String address) {
    return line(address).replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C");
  }

  static String ris(Citation citation) {
    CitedSource source = citation.source();
    LocalDate date = source.article().date();
    StringBuilder ris = new StringBuilder();
    add(ris, "TY", "NEWS");
    add(ris, "ID", key(source.id()));
    source.authors().forEach(author -> add(ris, "AU", author));
    add(ris, "TI", source.title());
    add(ris, "T2", source.article().outlet());
    if (date != null) {
      add(ris, "PY", String.valueOf(date.getYear()));
      add(ris, "DA", SLASHED.format(date));
    }
    add(ris, "UR", address(citation));
    if (citation.published() != null) {
      add(ris, "L2", citation.address());
    }
    add(ris, "N1", note(citation));
    add(ris, "ER", "");
    return ris.toString();
  }

  private static void add(StringBuilder ris, String tag, @Nullable String value) {
    if (value != null) {
      ris.append(tag).append("  - ").append(line(value)).append("\r\n");
    }
  }

  private static String address(Citation citation) {
    return citation.published() == null ? citation.address() : citation.published();
  }

  /** "Ruth Alder (Harbour Party), paragraph 3: words [reported, not verbatim]". */
  private static String note(Citation citation) {
    String speaker = citation.source().speaker();
    String place = Citation.paragraph(citation.source().paragraph());
    return (speaker == null ? place : speaker + ", " + place)
        + ": "
        + citation.words()
        + (citation.how() == null ? "" : " [" + citation.how() + "]");
  }

  private static String line(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }
}
