package org.onrecord.backend.lucene.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Excerpt;
import org.onrecord.article.PartyRef;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ParagraphDocument;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reads a paragraph with two quotations from its bytes, as for each hit; beside it from JSON. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReadingLoop {
  private static final String TEXT =
      "“The quay is safe for anybody who walks on it,” Ruth Alder said on Tuesday, after engineers"
          + " had looked at every one of its forty piles. “We will open it before Easter.”";

  private final DocumentCodec codec = new DocumentCodec();
  private final ParagraphDocument paragraph = paragraph();
  private final byte[] bytes = ParagraphWriter.bytes(paragraph);
  private final byte[] json = codec.encode(paragraph);

  private static ParagraphDocument paragraph() {
    ArticleHeader article =
        new ArticleHeader(
            new ArticleId("post-2024-11-07-quay"),
            "5f1c",
            "Quay opens before Easter",
            LocalDate.of(2024, 11, 7),
            "Harbour Post",
            "town",
            "https://example.org/quay");
    SpeakerRef who = new SpeakerRef("Ruth Alder", "ruth-alder", SpeakerType.PERSON);
    PartyRef party = new PartyRef("tide", "Tide Party");
    List<ArchivedQuotation> quotations = new ArrayList<>();
    for (TextSpan said : List.of(new TextSpan(1, 46), new TextSpan(137, 166))) {
      quotations.add(
          new ArchivedQuotation(
              article.id().value() + "~q-0123456789",
              3,
              said.in(TEXT),
              List.of(said),
              QuotationKind.DIRECT,
              true,
              new Excerpt("said", 3, new TextSpan(59, 63)),
              new Excerpt("Ruth Alder", 3, new TextSpan(48, 58)),
              who,
              party,
              null,
              List.of(),
              0.97,
              "marks > name > member on the day"));
    }
    return new ParagraphDocument(
        article,
        article.id().paragraph(3),
        3,
        412,
        TEXT,
        List.of(who),
        List.of(party),
        List.of(),
        quotations);
  }

  @Benchmark
  public Object bytes() {
    return ParagraphReader.read(bytes, 0, ParagraphReader.Form.WITH_FACTS);
  }

  @Benchmark
  public Object json() {
    return codec.decode(json);
  }
}
