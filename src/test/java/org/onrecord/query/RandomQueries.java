package org.onrecord.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.onrecord.query.Query.Dated;
import org.onrecord.query.Query.Fuzzy;
import org.onrecord.query.Query.Group;
import org.onrecord.query.Query.In;
import org.onrecord.query.Query.Near;
import org.onrecord.query.Query.Not;
import org.onrecord.query.Query.Or;
import org.onrecord.query.Query.Phrase;
import org.onrecord.query.Query.Prefix;
import org.onrecord.query.Query.SameSentence;
import org.onrecord.query.Query.Word;
import org.onrecord.schema.ArchiveField;

/**
 * Queries as the parser makes them: no group directly within a group, no double negation, beside
 * NEAR only what has a place.
 */
record RandomQueries(Random random) {
  private static final List<String> WORDS =
      List.of(
          "khan",
          "khan's",
          "PML-N",
          "or",
          "not",
          "near",
          "é",
          "U.S.",
          "us",
          "10:30",
          "1,500",
          "a/b",
          "http://harbour.example/x",
          "خان",
          "北京",
          "\uD83D\uDE00");
  private static final List<ArchiveField> VALUES =
      List.of(
          ArchiveField.PARTY,
          ArchiveField.MENTIONED_PARTY,
          ArchiveField.OUTLET,
          ArchiveField.SECTION,
          ArchiveField.KIND);
  private static final List<ArchiveField> TEXTS =
      List.of(ArchiveField.TEXT, ArchiveField.TITLE, ArchiveField.SPEAKER, ArchiveField.MENTION);

  Query any(int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 9)) {
      case 0 -> leaf();
      case 1 -> new In(pick(VALUES), new Phrase(words(), 0), 0);
      case 2 -> new In(pick(TEXTS), leaf(), 0);
      case 3 -> random.nextBoolean() ? dated() : new Query.Member("desk.no-1", words(), 0);
      case 4 -> near(depth);
      case 5 -> new In(ArchiveField.TEXT, near(1), 0);
      case 6 -> negation(depth);
      case 7 -> new Group(clauses(depth, Group.class));
      default -> new Or(clauses(depth, Or.class));
    };
  }

  private Query leaf() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> word();
      case 2 -> new Prefix(pick(List.of("minist", "PML-N", "خا", "5")), 0);
      case 3 -> new Fuzzy("chaudhry", 1 + random.nextInt(2), 0);
      default -> new Phrase(words(), 0);
    };
  }

  private Query near(int depth) {
    Query left = place(depth - 1);
    Query right = place(depth - 1);
    return random.nextBoolean()
        ? new Near(left, right, random.nextInt(101), 0)
        : new SameSentence(left, right, 0);
  }

  private Query place(int depth) {
    return switch (random.nextInt(depth <= 0 ? 1 : 3)) {
      case 0 -> leaf();
      case 1 -> near(depth);
      default -> new Or(List.of(leaf(), near(depth)));
    };
  }

  private Dated dated() {
    LocalDate from = LocalDate.of(2023, 1, 1).plusMonths(random.nextInt(14));
    LocalDate to = from.plusMonths(random.nextInt(14)).plusDays(random.nextInt(40));
    return switch (random.nextInt(4)) {
      case 0 -> new Dated(from, null, 0);
      case 1 -> new Dated(null, to, 0);
      case 2 -> new Dated(from, from.plusMonths(random.nextInt(1, 25)).minusDays(1), 0);
      default -> new Dated(from, to, 0);
    };
  }

  private Word word() {
    return new Word(pick(WORDS), 0);
  }

  private String words() {
    return pick(WORDS) + " " + pick(WORDS);
  }

  private Query negation(int depth) {
    Query clause = any(depth - 1);
    return clause instanceof Not ? clause : new Not(clause);
  }

  private List<Query> clauses(int depth, Class<? extends Query> parent) {
    List<Query> clauses = new ArrayList<>();
    while (clauses.size() < 2 + random.nextInt(2)) {
      Query clause = any(depth - 1);
      if (!parent.isInstance(clause)) {
        clauses.add(clause);
      }
    }
    return clauses;
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
