package org.onrecord.http;

import static org.onrecord.article.QuotationKind.DIRECT;
import static org.onrecord.article.QuotationKind.INDIRECT;
import static org.onrecord.article.QuotationKind.MIXED;
import static org.onrecord.http.ArticleSketch.header;
import static org.onrecord.http.ArticleSketch.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.onrecord.article.ArticleId;
import org.onrecord.article.PartyRef;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.http.ArticleSketch.Named;
import org.onrecord.http.ArticleSketch.Said;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.CorrectionMark;

/**
 * Three articles for tests of the service: the sample, one with a hostile id and text, one of
 * another month.
 */
public final class SampleArchive {
  /**
   * Holds a slash, a blank, a hash, a percent sign, a plus, a quotation mark and a letter of two
   * bytes.
   */
  public static final String HARD_ID = "city desk/2024#7 50%+\"ü";

  private static final SpeakerRef KHAN = person("Imran Khan");
  private static final SpeakerRef BUKHARI = person("Zulfi Bukhari");
  private static final SpeakerRef CHAUDHRY = person("Fawad Chaudhry");
  private static final SpeakerRef TRUMP = person("Donald Trump");
  private static final SpeakerRef BIDEN = person("Joe Biden");
  private static final SpeakerRef ASIF = person("Khawaja Asif");
  private static final PartyRef PTI = new PartyRef("pti", "PTI");
  private static final PartyRef PMLN = new PartyRef("pml-n", "PML-N");

  private static final Instant DECIDED = Instant.parse("2026-11-23T07:25:23Z");

  private SampleArchive() {}

  public static List<ArchivedArticle> articles() {
    return List.of(sample(), hostile(), harbour());
  }

  private static ArchivedArticle sample() {
    return new ArticleSketch(header("sample", null, "2024-11-07"))
        .add(
            "In a recent interview, PTI leader Zulfi Bukhari announced his intention to take the"
                + " issue of Khan's alleged mistreatment to the Trump administration.",
            List.of(new Named("Khan", KHAN), new Named("Trump", TRUMP)),
            new Said(
                "his intention to take the issue of Khan's alleged mistreatment to the Trump"
                    + " administration",
                INDIRECT,
                false,
                "announced",
                "PTI leader Zulfi Bukhari",
                BUKHARI,
                PTI,
                null,
                0.95))
        .add(
            "But the former prime minister does not believe the new US administration would seek"
                + " to free him or play any role in it. I hope Trump will at least be neutral and"
                + " not look like Joe Biden. The issue of my release will be resolved in Pakistan,"
                + " not by the United States, he told reporters earlier today at Adiala prison.",
            List.of(
                new Named("the former prime minister", KHAN),
                new Named("Trump", TRUMP),
                new Named("Joe Biden", BIDEN)),
            new Said(
                "the new US administration would seek to free him or play any role in it",
                INDIRECT,
                false,
                "does not believe",
                "the former prime minister",
                KHAN,
                PTI,
                null,
                0.8),
            new Said(
                "I hope Trump will at least be neutral and not look like Joe Biden. The issue of my"
                    + " release will be resolved in Pakistan, not by the United States",
                DIRECT,
                false,
                "told",
                "he",
                KHAN,
                PTI,
                null,
                0.72))
        .add(
            "Chaudhry expressed his belief that Trump would intervene for Khan's release, saying"
                + " the US president-elect would not neglect congressional resolutions.",
            List.of(new Named("Trump", TRUMP), new Named("Khan", KHAN)),
            new Said(
                "Trump would intervene for Khan's release",
                INDIRECT,
                false,
                "expressed his belief",
                "Chaudhry",
                CHAUDHRY,
                null,
                PTI,
                0.93),
            new Said(
                "the US president-elect would not neglect congressional resolutions",
                INDIRECT,
                false,
                "saying",
                "Chaudhry",
                CHAUDHRY,
                null,
                PTI,
                0.9))
        .add(
            "It is worth mentioning here that the defense minister had claimed that Pakistan could"
                + " not refuse such a call.",
            List.of(new Named("the defense minister", ASIF)),
            new Said(
                "Pakistan could not refuse such a call",
                INDIRECT,
                false,
                "claimed",
                "the defense minister",
                ASIF,
                PMLN,
                null,
                0.7))
        .article();
  }

  private static ArchivedArticle hostile() {
    ArticleHeader header =
        new ArticleHeader(
            new ArticleId(HARD_ID),
            "v1-hard",
            "Mayor 🌊 Noor <b>speaks</b> of floods",
            LocalDate.of(2024, 11, 9),
            "The Harbour Post",
            "city",
            "https://example.org/floods?x=1&y=2");
    SpeakerRef noor = person("Noor Adeel");
    SpeakerRef official = new SpeakerRef("an official", null, SpeakerType.UNNAMED);
    return new ArticleSketch(header)
        .add(
            "🌊🌊 “We are ready,” Noor Adeel said, “as we were in 2010.” <script>alert(1)</script>",
            List.of(new Named("Noor Adeel", noor)),
            new Said(
                "We are ready,|as we were in 2010.",
                DIRECT,
                true,
                "said",
                "Noor Adeel",
                noor,
                null,
                null,
                0.99))
        .add(
            "سیلاب کے بعد the pumps would run “day and night” 🚰 for Khan Road, and nobody would be"
                + " left out.",
            List.of(),
            new Said(
                "the pumps would run “day and night” 🚰 for Khan Road",
                MIXED,
                true,
                null,
                "Noor",
                noor,
                null,
                null,
                0.55),
            new Said(
                "nobody would be left out", INDIRECT, false, null, null, null, null, null, 0.3))
        .add(
            "Trump was not there, an official said.",
            List.of(new Named("Trump", TRUMP)),
            new Said(
                "Trump was not there",
                INDIRECT,
                false,
                "said",
                "an official",
                official,
                null,
                null,
                0.6),
            new Said("there", DIRECT, true, "said", "official", official, null, null, 0.5))
        .struck("R. Elm", DECIDED, "a word, not speech")
        .corrected(new CorrectionMark("R. Elm", DECIDED, null, TRUMP, PTI, null))
        .article();
  }

  private static ArchivedArticle harbour() {
    ArticleSketch sketch = new ArticleSketch(header("harbour", "Ferries return", "2023-02-01"));
    for (int boat = 1; boat <= 24; boat++) {
      sketch.add(
          "Ferry number " + boat + " is back, Khan of the harbour office said.",
          List.of(),
          new Said(
              "Ferry number " + boat + " is back",
              INDIRECT,
              false,
              "said",
              "Khan of the harbour office",
              person("Captain Khan " + boat % 13),
              null,
              null,
              0.91));
    }
    return sketch.article();
  }
}
