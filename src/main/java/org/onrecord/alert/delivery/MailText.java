package org.onrecord.alert.delivery;

import java.util.Locale;
import org.onrecord.alert.AlertMessage;
import org.onrecord.api.Pages;
import org.onrecord.article.CodePoints;
import org.onrecord.article.PartyRef;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.search.Hit;

/** A message in words, as plain text. */
final class MailText {
  private static final int LONGEST_SUBJECT = 150;
  private static final int LONGEST_TEXT = 1_000;

  private final AlertMessage message;
  private final String base;
  private final String page;

  /**
   * @param base the address of the service, without a slash at its end
   * @param page where the search can be looked at
   */
  MailText(AlertMessage message, String base, String page) {
    this.message = message;
    this.base = base;
    this.page = page;
  }

  String subject() {
    long total = message.hits().size() + message.more();
    String what =
        total == 0
            ? "no longer shown"
            : String.format(
                Locale.ROOT, total == 1 ? "%,d new passage" : "%,d new passages", total);
    return CodePoints.shortened(message.search().name() + ": " + what, LONGEST_SUBJECT);
  }

  String body() {
    StringBuilder text = new StringBuilder();
    message.hits().forEach(hit -> add(text, hit));
    if (message.more() > 0) {
      text.append(String.format(Locale.ROOT, "And %,d more.%n%n", message.more()));
    }
    if (!message.gone().isEmpty()) {
      text.append("The archive no longer shows these articles, of which you were told before:\n");
      message.gone().forEach(id -> text.append("  ").append(id).append('\n'));
      text.append('\n');
    }
    text.append("-- \n")
        .append("Saved search \"")
        .append(message.search().name())
        .append("\" of ")
        .append(message.search().by())
        .append("; change or end it: ")
        .append(page)
        .append('\n');
    return text.toString().replace("\r", "");
  }

  private void add(StringBuilder text, Hit hit) {
    switch (hit) {
      case Hit.QuoteHit found -> {
        ArchivedQuotation said = found.quote().quotation();
        text.append(speaker(said)).append(":\n");
        add(text, said.content(), found.article(), Pages.quote(said.id()));
      }
      case Hit.ParagraphHit found ->
          add(
              text,
              found.paragraph().text(),
              found.article(),
              Pages.article(found.article().id(), found.paragraph().ordinal()));
    }
  }

  private static String speaker(ArchivedQuotation said) {
    PartyRef party = said.party();
    String told = said.polarity().told();
    return (said.speaker() == null ? "Unattributed" : said.speaker().name())
        + (party == null ? "" : " (" + party.name() + ")")
        + (told.isEmpty() ? "" : " " + told);
  }

  private void add(StringBuilder text, String words, ArticleHeader article, String path) {
    text.append(CodePoints.shortened(words, LONGEST_TEXT)).append('\n');
    if (article.title() != null) {
      text.append(article.title()).append('\n');
    }
    String where = article.outlet() == null ? "" : article.outlet();
    String when = article.date() == null ? "" : article.date().toString();
    String both = where.isEmpty() || when.isEmpty() ? where + when : where + ", " + when;
    if (!both.isEmpty()) {
      text.append(both).append('\n');
    }
    text.append(base).append(path).append("\n\n");
  }
}
