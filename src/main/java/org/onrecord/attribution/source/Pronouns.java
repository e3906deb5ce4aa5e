package org.onrecord.attribution.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.cast.Antecedent;
import org.onrecord.attribution.cast.Cast.Resolved;
import org.onrecord.attribution.cast.CastMember;
import org.onrecord.attribution.cast.Focus;
import org.onrecord.attribution.cast.Stranger;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.names.Position;
import org.onrecord.attribution.source.AntecedentRanker.Choice;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.RolePhrases;
import org.onrecord.registry.Gender;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/** Whom the pronouns that stand as sources mean. */
final class Pronouns {
  /** So many tokens may stand between a name and its relative pronoun. */
  private static final Set<String> ORIGIN = Set.of("of", "from");

  private static final Set<String> ARTICLES = Set.of("a", "an", "the", "one");

  private static final int RELATIVE_REACH = 6;

  private final Scene scene;

  Pronouns(Scene scene) {
    this.scene = scene;
  }

  /** Whom the pronoun at a token stands for; null where it is no pronoun. */
  @Nullable Source at(Paragraph paragraph, int token) {
    Position position = new Position(paragraph.ordinal(), token);
    return switch (Lexicon.lower(paragraph.tokens().get(token).text())) {
      case "he", "him", "his" -> byFocus(position, Gender.MALE);
      case "she", "her" -> byFocus(position, Gender.FEMALE);
      case "who" -> relative(paragraph, token);
      case "i", "we", "me", "us", "my", "our" ->
          Source.none("first person of the writer or of a speaker");
      case "it" -> it(position);
      case "they" -> they(position);
      case "you", "one", "them", "this", "that" -> Source.none("pronoun for no one person");
      default -> null;
    };
  }

  /** Whom "he" or "she" stands for at a place. */
  Source byFocus(Position position, Gender gender) {
    Optional<Focus.Found> found = scene.focus().before(position, gender);
    Antecedent rules = found.map(Focus.Found::member).orElse(null);
    Choice choice = scene.antecedents().pronoun(position, gender, rules);
    Antecedent who = choice.candidate().who();
    if (who == null) {
      return Source.none("pronoun without antecedent");
    }
    String rule = who.equals(rules) ? rule(found.orElseThrow()) : "pronoun for the likeliest";
    return switch (who) {
      case CastMember member -> Source.person(new Resolved(member, rule, choice.probability()));
      case Stranger stranger ->
          Source.stranger(stranger, "pronoun for one without a name", choice.probability());
    };
  }

  private static String rule(Focus.Found found) {
    if (!found.subject()) {
      return "pronoun for the last one named";
    }
    return found.sameParagraph()
        ? "pronoun for the paragraph's subject"
        : "pronoun for the last subject or speaker";
  }

  private Source it(Position position) {
    return scene
        .bodies()
        .it(position)
        .map(body -> Source.body(body, "pronoun for the last organisation", 0.7))
        .orElseGet(() -> Source.none("pronoun for no one person"));
  }

  /** Those who have just spoken together, or the body that has. */
  private Source they(Position position) {
    Source last = scene.conversation().last(position);
    boolean many = last != null && (!last.others().isEmpty() || last.body() != null);
    Source joint = many ? last : scene.conversation().lastJoint(position);
    return joint != null
        ? joint.by("pronoun for those who spoke last", 0.6)
        : Source.none("pronoun for no one person");
  }

  /** "Bukhari, who said": the name before the relative pronoun. */
  private Source relative(Paragraph paragraph, int who) {
    NameMention nearest = null;
    for (NameMention name : scene.touching(paragraph, who - RELATIVE_REACH - 1, who)) {
      if (name.end() <= who && who - name.end() <= RELATIVE_REACH) {
        nearest = name;
      }
    }
    nearest = nearest == null ? null : bearer(paragraph, nearest);
    if (nearest != null && isAnother(paragraph, nearest, who)) {
      nearest = null;
    }
    Optional<Resolved> resolved = nearest == null ? Optional.empty() : scene.cast().at(nearest);
    return resolved
        .map(r -> Source.person(new Resolved(r.member(), "relative clause of the name", 0.85)))
        .orElseGet(() -> Source.none("relative pronoun without a name"));
  }

  /** Whether a noun stands before "who" that does not describe the name: "Hale met a fan WHO". */
  private static boolean isAnother(Paragraph paragraph, NameMention name, int who) {
    List<Token> tokens = paragraph.tokens();
    String noun = tokens.get(who - 1).text();
    if (name.end() >= who || !Character.isLowerCase(noun.codePointAt(0))) {
      return false;
    }
    String next = Lexicon.lower(tokens.get(name.end() + 1).text());
    boolean describes =
        tokens.get(name.end()).text().equals(",")
            && (ARTICLES.contains(next) || RolePhrases.at(tokens, name.end() + 1, who).isPresent());
    return !describes;
  }

  /** The name before that of a place where somebody is from: "RUTH ALDER of Elmsea, who". */
  private NameMention bearer(Paragraph paragraph, NameMention place) {
    int of = place.first() - 1;
    boolean from =
        of > 0
            && place.kind() == NameMention.Kind.PLACE
            && ORIGIN.contains(paragraph.tokens().get(of).text());
    return scene.touching(paragraph, of - 1, of).stream()
        .filter(name -> from && name.end() == of && !name.possessive())
        .findFirst()
        .orElse(place);
  }
}
