package org.onrecord.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the format in which OnRecord's own registry is shipped: UTF-8, a record a line, columns
 * parted by tabs, members of a list by semicolons, what stands empty at the end left out.
 *
 * <pre>
 * #  a comment
 * S  code  what the source is
 * Y  id  short  name  country  aliases  former  founded  dissolved  merged_into  colour  wikidata
 * O  id  name  country
 * P  id  name  gender  aliases  wikidata  born  died  description
 * M  organisation  role  start  end  known  source
 * </pre>
 *
 * <p>Y is a party, each of its former names {@code Name|start|end}; O an organisation that is none;
 * M a membership of the P above it, {@code known} the day up to which one without end is known. It
 * is read at every start, so it is made to be read fast.
 */
final class RegistryTsvReader {
  private final String file;
  private final TsvBytes row;
  private final List<Person> persons = new ArrayList<>();
  private final List<Party> parties = new ArrayList<>();
  private final List<Organisation> organisations = new ArrayList<>();
  private final List<Membership> memberships = new ArrayList<>();
  private @Nullable Person person;

  private RegistryTsvReader(String file, byte[] bytes) {
    this.file = file;
    this.row = new TsvBytes(bytes);
  }

  /**
   * Reads a file.
   *
   * @param file its name in messages
   * @throws RegistryFormatException with the first problem in it
   */
  static Registry read(String file, byte[] bytes) throws RegistryFormatException {
    return new RegistryTsvReader(file, bytes).read();
  }

  private Registry read() throws RegistryFormatException {
    try {
      while (row.next()) {
        line();
      }
      endPerson();
    } catch (IllegalArgumentException e) {
      throw problem(file + ", line " + row.line() + ": " + e.getMessage(), e);
    }
    try {
      return new Registry(persons, parties, organisations);
    } catch (IllegalArgumentException e) {
      throw problem(file + ": " + e.getMessage(), e);
    }
  }

  private static RegistryFormatException problem(String sentence, Exception cause) {
    RegistryFormatException problem = new RegistryFormatException(List.of(sentence));
    problem.initCause(cause);
    return problem;
  }

  private void line() {
    switch (row.kind()) {
      case 'M' -> membership();
      case 'P' -> {
        endPerson();
        person = person();
      }
      case 'Y' -> parties.add(party());
      case 'O' -> organisations.add(new Organisation(row.text(1), row.text(2), row.shared(3)));
      case '#', 'S', ' ' -> {
        // Said to who reads the file.
      }
      default -> throw new IllegalArgumentException("a line begins with #, S, Y, O, P or M");
    }
  }

  private void membership() {
    if (person == null) {
      throw new IllegalArgumentException("a membership stands above every person");
    }
    String organisation = row.shared(1);
    memberships.add(
        new Membership(
            organisation == null ? "" : organisation,
            row.shared(2),
            period(3, 4),
            row.firstDay(5),
            row.shared(6)));
  }

  private Person person() {
    return new Person(
        row.text(1),
        row.text(2),
        row.list(4),
        gender(),
        row.textOrNull(8),
        row.textOrNull(5),
        period(6, 7),
        List.of());
  }

  private Gender gender() {
    String word = row.shared(3);
    return word == null
        ? Gender.UNKNOWN
        : Gender.fromWord(word)
            .orElseThrow(() -> new IllegalArgumentException("gender " + word + " is unknown"));
  }

  private void endPerson() {
    Person whole = person;
    if (whole != null) {
      persons.add(memberships.isEmpty() ? whole : whole.with(memberships));
      memberships.clear();
    }
  }

  private Party party() {
    String id = row.text(1);
    String fullName = row.text(3);
    String shortName = row.isEmpty(2) ? fullName : row.text(2);
    return new Party(
        id,
        shortName,
        fullName.isEmpty() ? shortName : fullName,
        row.list(5),
        row.list(6).stream().map(RegistryTsvReader::formerName).toList(),
        row.shared(4),
        period(7, 8),
        row.textOrNull(9),
        row.textOrNull(10));
  }

  private static DatedName formerName(String member) {
    String[] parts = member.split("\\|", -1);
    return new DatedName(
        parts[0],
        DatePeriod.of(parts.length > 1 ? parts[1] : null, parts.length > 2 ? parts[2] : null));
  }

  private DatePeriod period(int startColumn, int endColumn) {
    LocalDate start = row.firstDay(startColumn);
    LocalDate end = row.lastDay(endColumn);
    return start == null && end == null ? DatePeriod.ALWAYS : new DatePeriod(start, end);
  }
}
