package org.onrecord.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryTsvReaderTest {
  private static final String FILE =
      """
      # a comment
      S	hand	written by hand
      Y	reds	Reds	Red Party	GB	Crimsons;Rouges	Pinks|1990|1999	1990	2020-03	blues	#ff0000	Q7
      Y	blues	Blues
      O	state	The state	GB
      P	jane	Jane Roé	f	Janie Roe;J. Roe	Q1	1950-03	2005	a minister
      M	reds		2010-05-06			hand
      M	state	Minister of Trees	2012	2014-06		snapshot
      M	blues				2015-11-30
      P	john	John Doe
      """;

  @Test
  void everyColumnIsRead() throws RegistryFormatException {
    Registry registry = read(FILE);
    assertEquals(
        new Party(
            "reds",
            "Reds",
            "Red Party",
            List.of("Crimsons", "Rouges"),
            List.of(new DatedName("Pinks", DatePeriod.of("1990", "1999"))),
            "GB",
            DatePeriod.of("1990", "2020-03"),
            "blues",
            "#ff0000"),
        registry.partyById("reds").orElseThrow());
    assertEquals(
        new Person(
            "jane",
            "Jane Roé",
            List.of("Janie Roe", "J. Roe"),
            Gender.FEMALE,
            "a minister",
            "Q1",
            DatePeriod.of("1950-03", "2005"),
            List.of(
                new Membership("reds", null, DatePeriod.of("2010-05-06", null), null, "hand"),
                new Membership(
                    "state",
                    "Minister of Trees",
                    DatePeriod.of("2012", "2014-06"),
                    null,
                    "snapshot"),
                new Membership(
                    "blues", null, DatePeriod.ALWAYS, LocalDate.of(2015, 11, 30), null))),
        registry.person("jane").orElseThrow());
    assertEquals(List.of(), registry.person("john").orElseThrow().memberships());
  }

  @ParameterizedTest
  @CsvSource({
    "'Q\tx', 'r.tsv, line 1: a line begins with #, S, Y, O, P or M'",
    "'M\treds', 'r.tsv, line 1: a membership stands under its person'",
    "'P\ta\tA\tz', 'r.tsv, line 1: gender z is none of m, f and o'",
    "'P\ta', 'r.tsv, line 1: a person has an id and a name'",
    "'P\ta\tA\t\t\t\t2019-02-30', 'r.tsv, line 1: 2019-02-30 is no date'",
    "'Y\ta\tA\tA\tGB\t\t\t\t\t\tred', 'r.tsv, line 1: colour red is not like #00a651'",
  })
  void aProblemIsToldWithItsLine(String line, String problem) {
    RegistryFormatException e = assertThrows(RegistryFormatException.class, () -> read(line));
    assertEquals(List.of(problem), e.problems());
  }

  /** The fast key is the key. */
  @Test
  void keysAreHashedAsTheyAreWritten() {
    String alphabet = "aB c.-'’éJQ 7(`";
    KeyBuffer buffer = new KeyBuffer();
    for (long seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      StringBuilder name = new StringBuilder();
      for (int i = random.nextInt(90); i >= 0; i--) {
        name.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      List<String> words = NameKey.words(name.toString());
      buffer.set(name.toString());
      assertEquals(words.size(), buffer.words(), "seed " + seed);
      for (int from = 0; from < words.size(); from++) {
        for (int end = from + 1; end <= words.size(); end++) {
          long expected = KeyTable.hash(String.join(" ", words.subList(from, end)));
          assertEquals(expected, buffer.hash(from, end), "seed " + seed);
        }
      }
    }
  }

  private static Registry read(String text) throws RegistryFormatException {
    return RegistryTsvReader.read("r.tsv", text.getBytes(UTF_8));
  }
}
