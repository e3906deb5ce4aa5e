package org.onrecord.page.part;

import java.util.Arrays;
import java.util.Set;
import org.onrecord.page.Wording;
import org.onrecord.schema.DocumentType;

/**
 * One of the things that a search can be shown as.
 *
 * @param name Passages, Quotations or Articles
 * @param number how many there are
 * @param href the search shown so
 */
public record Tab(String name, String number, String href, boolean current, int key) {

  /** What is shown. */
  public enum Kind {
    PASSAGES("paragraph", "Passages", "passage", "passages"),
    QUOTATIONS("quote", "Quotations", "quotation", "quotations"),
    ARTICLES(Address.ARTICLES, "Articles", "article", "articles");

    private final String type;
    private final String title;
    private final String one;
    private final String many;

    Kind(String type, String title, String one, String many) {
      this.type = type;
      this.title = title;
      this.one = one;
      this.many = many;
    }

    /** The kind that an address asks for; passages where it names none. */
    public static Kind of(Address address) {
      return Arrays.stream(values())
          .filter(kind -> kind.type.equalsIgnoreCase(address.text("type")))
          .findFirst()
          .orElse(PASSAGES);
    }

    /** The parameter's value. */
    public String type() {
      return type;
    }

    public String title() {
      return title;
    }

    /** "1 passage", "1,204 passages". */
    public String count(long number) {
      return Wording.count(number, one, many);
    }

    /** What is looked for. Articles are found by their passages. */
    public Set<DocumentType> documents() {
      return Set.of(this == QUOTATIONS ? DocumentType.QUOTE : DocumentType.PARAGRAPH);
    }
  }
}
