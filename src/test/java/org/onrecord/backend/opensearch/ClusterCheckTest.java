package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backup.IndexReport;
import org.onrecord.people.NameSource;
import org.onrecord.people.Names;
import org.onrecord.search.RandomArchives;
import org.onrecord.search.SampleArticle;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An archive on a cluster is read from end to end, and what is wrong with it told. */
class ClusterCheckTest {
  private final Epochs epochs;
  private NameSource names = NameSource.NONE;

  ClusterCheckTest() throws IOException {
    this.epochs = TestClusters.epochs();
  }

  private static SampleArticle article(String id) {
    return SampleArticle.article(id)
        .title("The bridge")
        .paragraph("The bridge is shut, she said.")
        .said("The bridge is shut", "Ada Bell", "GRN");
  }

  private void write(List<SampleArticle> articles) throws IOException {
    try (OpenSearchArchive archive = OpenSearchArchive.open(epochs, TestClusters.TERMS)) {
      for (SampleArticle one : articles) {
        archive.put(one.archived());
      }
      archive.commit();
    }
  }

  private IndexReport checked() throws IOException {
    epochs.index(1).refresh();
    return new ClusterIndexVerifier(
            () -> new Epochs(TestClusters.cluster(), epochs.documents()), _ -> names)
        .verify();
  }

  /** Harms the documents of an article. */
  private void harm(String article, String script) throws IOException {
    ObjectNode body = DocumentsIndex.asking(Epochs.term(Fields.ARTICLE, article));
    body.putObject("script").put("lang", "painless").put("source", script);
    epochs.index(1).update(body);
  }

  private void assertTold(String problem) throws IOException {
    IndexReport report = checked();
    assertTrue(
        report.problems().stream().anyMatch(one -> one.contains(problem)),
        problem + " is not among " + report.problems());
  }

  @Test
  void whatIsSoundIsToldToBe() throws IOException {
    write(new RandomArchives(5).articles(12));
    write(List.of(article("a"), article("b"), article("c")));
    write(List.of(article("b").paragraph("More."), article("c").member("pubStatus", "withheld")));
    IndexReport report = checked();
    assertEquals(List.of(), report.problems());
    assertEquals(15, report.articles());
  }

  @Test
  void anArticleThatIsNotWholeIsTold() throws IOException {
    write(List.of(article("a"), article("b")));
    epochs.index(1).delete(both(Epochs.term(Fields.ARTICLE, "a"), Epochs.term("type", "quote")));
    assertTold("a has 1 quotations, of which the index holds 0");
  }

  private static ObjectNode both(ObjectNode one, ObjectNode other) {
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    query.putObject("bool").putArray("filter").add(one).add(other);
    return query;
  }

  @Test
  void whatIsSearchedByOtherWordsIsTold() throws IOException {
    write(List.of(article("a"), article("b")));
    harm("a", "if (ctx._source.containsKey('text')) { ctx._source.text = 'ferry' }");
    assertTold(" is searched by another text than it has");
    harm("b", "ctx._source.record = 'bm9uZQ=='");
    assertTold("of b: a document on the cluster holds no record");
  }

  @Test
  void epochsThatNeverWereAreTold() throws IOException {
    write(List.of(article("a")));
    harm("a", "ctx._source.until = 77L");
    assertTold("documents of epoch 77, which never was");
  }

  @Test
  void wordsThatShouldHaveGoneAreTold() throws IOException {
    write(List.of(article("a"), article("b")));
    write(List.of(article("b").member("pubStatus", "withheld")));
    long gone = epochs.control().read().value().committed();
    // As if the writer had been killed before it deleted them.
    try (OpenSearchArchive archive = OpenSearchArchive.open(epochs, TestClusters.TERMS)) {
      EpochWriter left = new EpochWriter(epochs.index(1), 1);
      for (var block :
          Map.of(
                  article("b").id(),
                  new ClusterBlock.Preparation(() -> Names.NONE).of(article("b").archived()))
              .entrySet()) {
        left.write(block.getKey(), block.getValue().documents());
      }
      left.send();
      archive.commit();
    }
    epochs.index(1).refresh();
    harm("b", "if (ctx._source.from == 1L) { ctx._source.until = " + gone + "L }");
    assertTold("documents of articles that are not shown are there still");
  }
}
