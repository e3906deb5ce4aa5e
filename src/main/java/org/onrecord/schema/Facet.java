package org.onrecord.schema;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.onrecord.article.Labelled;
import org.onrecord.article.Polarity;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.SpeakerGender;

/**
 * What results can be narrowed by. All that is known of a facet beside its values stands here; the
 * {@linkplain ArchiveField field} of the same label asks for it within a query.
 */
public enum Facet implements Labelled {
  TYPE("type", "Type", Values.ONE),
  SPEAKER("speaker", "Speaker", Values.PEOPLE),
  /** The parties of those who speak, on the article's date. */
  PARTY("party", "Party of the speaker", Values.PARTIES, "Party", "party"),
  MENTION("mention", "Spoken of", Values.PEOPLE, "Spoken of", "name"),
  /** The parties that the text names, whoever speaks. */
  MENTIONED_PARTY("mentionedParty", "Party mentioned", Values.PARTIES, "Party mentioned", "party"),
  OUTLET("outlet", "Outlet", Values.ONE),
  SECTION("section", "Section", Values.ONE),
  /** Who wrote the article, which makes nobody a speaker in it. */
  AUTHOR("author", "Author", Values.LISTED),
  /** Subjects, keywords and categories, as the article's feed has them. */
  TAG("tag", "Tag", Values.LISTED),
  LANGUAGE("language", "Language", Values.ONE),
  KIND("kind", "Kind", Values.LABELS),
  /** Whether quotation marks stand around it in the text. */
  MARKED("marked", "Quotation marks", Values.LABELS),
  /** Whether what is reported is affirmed, denied, asked and so on. */
  POLARITY("polarity", "Affirmed or denied", Values.LABELS, "Told as", "affirmed or denied"),
  /** The organisations that speakers, named or not, speak for. */
  SPEAKS_FOR("speaksFor", "Speaks for", Values.PEOPLE, "Speaks for", "name"),
  /** The parties that those who speak are said to have left by the article's date. */
  FORMER_PARTY("formerParty", "Former party", Values.PARTIES, "Former party", "party"),
  /** The offices that people who speak hold on the article's date, by the registry. */
  ROLE("role", "Office held", Values.LISTED, "Office", "office"),
  /** The gender of people who speak, by the registry. */
  GENDER("gender", "Gender, by the registry", Values.LABELS, "Gender", "gender"),
  DATE("date", "Date", Values.DAYS);

  /** Those that a search can be narrowed by, in the order in which they are documented. */
  public static final Set<Facet> FILTERS =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(TYPE, DATE)));

  /** Those whose values are people and organisations. */
  public static final Set<Facet> OF_PEOPLE =
      Collections.unmodifiableSet(
          Arrays.stream(values())
              .filter(Facet::isOfPeople)
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(Facet.class))));

  /** What documents have by what is known of those who speak, beside their names. */
  public static final Set<Facet> OF_SPEAKERS =
      Collections.unmodifiableSet(EnumSet.of(PARTY, FORMER_PARTY, ROLE, GENDER));

  /** Those that are counted where none is named: the others are, where they are asked for. */
  public static final Set<Facet> USUAL =
      Collections.unmodifiableSet(
          EnumSet.complementOf(EnumSet.of(MARKED, FORMER_PARTY, ROLE, GENDER)));

  /** What values are. */
  private enum Values {
    /** Names, of which editors may decide otherwise. */
    PEOPLE,
    /** Told apart by ids, since several may bear one name. */
    PARTIES,
    /** Out of a closed set. */
    LABELS,
    /** Of an article any number, as its feed writes them. */
    LISTED,
    /** One at the most of each document. */
    ONE,
    /** No names. */
    DAYS
  }

  private final String label;
  private final String title;
  private final Values values;
  private final String shortTitle;
  private final String noun;

  Facet(String label, String title, Values values) {
    this(label, title, values, title, title.toLowerCase(Locale.ROOT));
  }

  Facet(String label, String title, Values values, String shortTitle, String noun) {
    this.label = label;
    this.title = title;
    this.values = values;
    this.shortTitle = shortTitle;
    this.noun = noun;
  }

  /** The API's parameter and the key in the answer's facets. */
  @Override
  public String label() {
    return label;
  }

  /** What it is called above its values. */
  public String title() {
    return title;
  }

  /** What it is called beside one value. */
  public String shortTitle() {
    return shortTitle;
  }

  /** What one value is, in small letters. */
  public String noun() {
    return noun;
  }

  /** The values of a closed set; empty where there may be any. */
  public List<String> closed() {
    return switch (this) {
      case KIND -> Arrays.stream(QuotationKind.values()).map(QuotationKind::label).toList();
      case POLARITY -> Arrays.stream(Polarity.values()).map(Polarity::label).toList();
      case MARKED -> List.of("true", "false");
      case GENDER -> Arrays.stream(SpeakerGender.values()).map(SpeakerGender::label).toList();
      default -> List.of();
    };
  }

  /** What a reader sees of a value, where that is not the value itself. */
  public String shown(String value) {
    return switch (this) {
      case MARKED -> value.equals("true") ? "in quotation marks" : "without";
      case GENDER -> value.equals(SpeakerGender.UNKNOWN.label()) ? "not known" : value;
      default -> value;
    };
  }

  /** Whether a document has one value at the most. */
  public boolean isSingle() {
    return values == Values.ONE;
  }

  /** Whether many articles say nothing of it, and an archive may have none that does. */
  public boolean isSeldomSaid() {
    return switch (this) {
      case AUTHOR, TAG, LANGUAGE, FORMER_PARTY, ROLE, GENDER -> true;
      default -> false;
    };
  }

  /** Whether its values are people and organisations. */
  public boolean isOfPeople() {
    return values == Values.PEOPLE;
  }

  /**
   * Whether its values are told apart by an id, since several may bear one name. It is then the id
   * that is filtered by and counted, and the name is what a reader sees.
   */
  public boolean isById() {
    return values == Values.PARTIES;
  }

  /** The facet with this label, in any case. */
  public static Optional<Facet> of(String label) {
    return Labelled.of(values(), label);
  }
}
