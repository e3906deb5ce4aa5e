package org.onrecord.ingest;

import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.correction.Correction;
import org.onrecord.correction.CorrectionLog;
import org.onrecord.correction.QuotationAnchor;
import org.onrecord.correction.QuotationDecision;
import org.onrecord.correction.Standings;
import org.onrecord.people.NameSource;
import org.onrecord.people.NamedDocuments;
import org.onrecord.people.Names;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.FormerAddress;
import org.onrecord.schema.ParagraphDocument;

/**
 * Takes an editor's decisions into the log and the article that they are about anew into the index.
 */
public final class CorrectionService {

  /** Makes the analysis in which these corrections have the last word. */
  @FunctionalInterface
  public interface Analysis {
    ArticleAnalyzer with(Corrections corrections) throws IOException;
  }

  /**
   * What an editor wants.
   *
   * @param quotation the permalink id of the quotation; of a struck one the id that it had
   * @param by the editor
   * @param note why, in the editor's words
   */
  public record Order(
      String quotation, QuotationDecision decision, String by, @Nullable String note) {}

  private final CorrectionLog log;
  private final Analysis analysis;
  private final NameSource names;
  private final InstantSource clock;

  /**
   * Carries out decisions on the index beside which the log lies.
   *
   * @param names what was decided about names, under which the index is read
   */
  public CorrectionService(
      CorrectionLog log, Analysis analysis, NameSource names, InstantSource clock) {
    this.log = log;
    this.analysis = analysis;
    this.names = names;
    this.clock = clock;
  }

  /**
   * Carries an order out and commits. The log has it before the index: from then on every reading
   * of the article follows it.
   *
   * @param article the article as it lies in the index
   * @param paragraphs its paragraphs there
   * @param sink the index, which nobody else writes to meanwhile
   * @throws IOException if log or index cannot be read or written
   */
  public CorrectionOutcome carryOut(
      Order order, ArticleDocument article, List<ParagraphDocument> paragraphs, DocumentSink sink)
      throws IOException {
    ArticleId id = article.article().id();
    List<Correction> earlier = log.of(id);
    List<PlacedQuotation> archived = PlacedQuotation.all(paragraphs);
    boolean withdrawal = order.decision() instanceof QuotationDecision.Withdrawn;
    List<PlacedQuotation> meant = meant(order.quotation(), article, archived, earlier);
    Optional<PlacedQuotation> target =
        meant.stream().filter(one -> !withdrawal || one.isCorrected()).findFirst();
    if (target.isEmpty()) {
      return meant.isEmpty()
          ? new CorrectionOutcome.UnknownQuotation()
          : new CorrectionOutcome.NothingToWithdraw();
    }
    if (target.get().struck().isPresent() && !withdrawal) {
      return new CorrectionOutcome.Struck(target.get());
    }
    Correction correction =
        new Correction(
            id,
            target.get().quotation().id(),
            target.get().anchor(),
            order.decision(),
            order.by(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            order.note());
    return apply(
        correction,
        target.get(),
        archived,
        earlier,
        new ArchivedArticle(article, paragraphs),
        sink);
  }

  /**
   * Whom the id names in the index, or named before, then whom it named when something was decided
   * under it.
   */
  private static List<PlacedQuotation> meant(
      String id,
      ArticleDocument article,
      List<PlacedQuotation> archived,
      List<Correction> earlier) {
    Standings standings = Standings.of(anchors(archived), earlier);
    String current = article.became(id).map(FormerAddress::now).orElse(id);
    Stream<PlacedQuotation> now =
        archived.stream().filter(one -> one.quotation().id().equals(current));
    Stream<PlacedQuotation> then =
        earlier.reversed().stream()
            .filter(correction -> correction.quotation().equals(id))
            .map(standings::place)
            .flatMapToInt(OptionalInt::stream)
            .mapToObj(archived::get);
    return Stream.concat(now, then).distinct().toList();
  }

  private CorrectionOutcome apply(
      Correction correction,
      PlacedQuotation before,
      List<PlacedQuotation> archived,
      List<Correction> earlier,
      ArchivedArticle article,
      DocumentSink sink)
      throws IOException {
    List<Correction> all = new ArrayList<>(earlier);
    all.add(correction);
    ArchivedArticle anew =
        QuotationAddresses.settled(
            article, analysis.with(_ -> all).analyze(article.received()), correction.at());
    List<PlacedQuotation> found = PlacedQuotation.all(read(anew.paragraphs()));
    OptionalInt place = Standings.of(anchors(found), all).place(correction);
    if (place.isEmpty()) {
      return new CorrectionOutcome.NoLongerFound();
    }
    log.append(correction);
    sink.put(anew);
    sink.commit();
    PlacedQuotation after = found.get(place.getAsInt());
    return new CorrectionOutcome.Done(before, after, changes(archived, before, found, after));
  }

  private List<ParagraphDocument> read(List<ParagraphDocument> paragraphs) throws IOException {
    Names decided = names.names();
    return paragraphs.stream().map(paragraph -> NamedDocuments.of(paragraph, decided)).toList();
  }

  /** How many of the quotations that were there, but for the one corrected, are not any more. */
  private static int changes(
      List<PlacedQuotation> archived,
      PlacedQuotation before,
      List<PlacedQuotation> found,
      PlacedQuotation after) {
    List<PlacedQuotation> others = new ArrayList<>(archived);
    others.remove(before);
    Set<PlacedQuotation> same = new HashSet<>(found);
    same.remove(after);
    others.removeIf(same::contains);
    return others.size();
  }

  private static List<QuotationAnchor> anchors(List<PlacedQuotation> quotations) {
    return quotations.stream().map(PlacedQuotation::anchor).toList();
  }
}
