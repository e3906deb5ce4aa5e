package org.onrecord.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.article.SpeakerRef;
import org.onrecord.people.ArticleCondition;
import org.onrecord.people.Decided;
import org.onrecord.people.NameDecision;
import org.onrecord.people.NameDecisionLabel;
import org.onrecord.people.PeopleHistory;

/**
 * A decision about a name, and what has become of it.
 *
 * @param number by which it is undone
 * @param by the name of the editor's key, or what the command line was told; OnRecord where names
 *     joined by themselves
 * @param decision {@code merge}, {@code rename}, {@code part}, {@code strike} or {@code undo}
 * @param sentence the decision in words
 * @param who whom it is about, as the archive had them; null for an undo
 * @param other as whom that counts; null but for a merge and a part
 * @param name what they are called; null but for a rename
 * @param articles in which a part holds; empty where in all that the rest is true of
 * @param undoes the number of what it undoes; null but for an undo
 * @param state {@code holds}, {@code undone} or, of an undo, {@code done}
 */
public record NameDecisionBody(
    int number,
    Instant at,
    String by,
    String decision,
    String sentence,
    @Nullable SpeakerBody who,
    @Nullable SpeakerBody other,
    @Nullable String name,
    List<String> articles,
    @Nullable String outlet,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Integer undoes,
    @Nullable String note,
    String state) {

  public static NameDecisionBody of(Decided decided, PeopleHistory history) {
    NameDecision decision = decided.decision();
    ArticleCondition where = decision instanceof NameDecision.Part part ? part.where() : null;
    return new NameDecisionBody(
        decided.number(),
        decided.at(),
        decided.by(),
        NameDecisionLabel.of(decision).label(),
        decision.sentence(),
        SpeakerBody.of(decision.subject()),
        SpeakerBody.of(decision.object()),
        decision instanceof NameDecision.Rename(SpeakerRef _, String name) ? name : null,
        where == null ? List.of() : where.articles().stream().map(ArticleId::value).toList(),
        where == null ? null : where.outlet(),
        where == null ? null : where.from(),
        where == null ? null : where.to(),
        decision instanceof NameDecision.Undo(int number) ? number : null,
        decided.note(),
        state(decided, history));
  }

  private static String state(Decided decided, PeopleHistory history) {
    if (decided.decision() instanceof NameDecision.Undo) {
      return "done";
    }
    return history.holds(decided) ? "holds" : "undone";
  }
}
