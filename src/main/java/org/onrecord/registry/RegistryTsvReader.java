package org.onrecord.registry;

import java.util.ArrayList;
import java.util.List;

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
 * is read at every start, so it is made to be read fast, and memberships are {@linkplain
 * MembershipLines left for later}.
 */
final class RegistryTsvReader {
  private final String file;
  private final byte[] bytes;
  private final TsvBytes row;
  private final List<Person> persons = new ArrayList<>();
  private final List<Party> parties = new ArrayList<>();
  private final List<Organisation> organisations = new ArrayList<>();

  private RegistryTsvReader(String file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
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
      case 'P' -> persons.add(person());
      case 'Y' -> parties.add(party());
      case 'O' -> organisations.add(new Organisation(row.text(1), row.text(2), row.shared(3)));
      case '#', 'S', ' ' -> {
        // Said to who reads the file.
      }
      case 'M' -> throw new IllegalArgumentException("a membership stands under its person");
      default -> throw new IllegalArgumentException("a line begins with #, S, Y, O, P or M");
    }
  }

  private Person person() {
    String id = row.text(1);
    String name = row.text(2);
    List<String> aliases = row.list(4);
    Gender gender = gender();
    String description = row.textOrNull(8);
    String wikidata = row.textOrNull(5);
    DatePeriod life = MembershipLines.period(row, 6);
    int from = row.position();
    row.skip('M');
    return new Person(
        id, name, aliases, gender, description, wikidata, life, memberships(from, row.position()));
  }

  private List<Membership> memberships(int from, int end) {
    return from == end ? List.of() : new MembershipLines(bytes, from, end);
  }

  private Gender gender() {
    return switch (row.character(3)) {
      case ' ' -> Gender.UNKNOWN;
      case 'm' -> Gender.MALE;
      case 'f' -> Gender.FEMALE;
      case 'o' -> Gender.OTHER;
      default ->
          throw new IllegalArgumentException("gender " + row.text(3) + " is none of m, f and o");
    };
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
        formerNames(row.list(6)),
        row.shared(4),
        MembershipLines.period(row, 7),
        row.textOrNull(9),
        row.textOrNull(10));
  }

  private static List<DatedName> formerNames(List<String> members) {
    List<DatedName> names = new ArrayList<>(members.size());
    for (String member : members) {
      names.add(formerName(member));
    }
    return names;
  }

  private static DatedName formerName(String member) {
    String[] parts = member.split("\\|", -1);
    return new DatedName(
        parts[0],
        DatePeriod.of(parts.length > 1 ? parts[1] : null, parts.length > 2 ? parts[2] : null));
  }
}
