package org.onrecord.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("it sets the machine's language")
class PublicationDateTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-11-07",
        "  2024-11-07  ",
        "2024-11-07T10:00:00Z",
        "2024-11-07T10:00:00.123+05:00",
        "2024-11-07t10:00",
        "2024-11-07 10:00:00 +0500",
        "7 November 2024",
        "07 nov 2024",
        "7th of November, 2024",
        "7-Nov-2024",
        "November 7, 2024",
        "NOVEMBER 7th 2024",
        "Nov. 7, 2024",
        "Nov 7 2024",
        "Thursday, 7 Nov 2024",
        "Thu 7 Nov 2024",
        "Thurs., Nov. 7, 2024",
        "Thursday, November 7, 2024",
        "Thu, 07 Nov 2024 23:59:59 GMT",
        "November 7, 2024 at 5:30 p.m. EST",
        "7\u00a0November 2024",
      })
  void readsTheSeventhOfNovember(String text) {
    assertEquals(new PublicationDate.Day(LocalDate.of(2024, 11, 7)), PublicationDate.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "27.11.2024",
        "27/11/2024",
        "11/27/2024",
        "2024/11/27",
        "2024.11.27",
        "27-11-2024 18:00",
        "11/27/2024, 6:00 pm EST",
        "20241127",
        "20241127T040512Z",
        "20241127T0405+0100",
        "20241127 040512",
        "1732665600",
        "1732751999999",
      })
  void readsTheTwentySeventhInNumbers(String text) {
    assertEquals(new PublicationDate.Day(LocalDate.of(2024, 11, 27)), PublicationDate.parse(text));
  }

  @Test
  void orderDecidesBetweenTwoReadings() {
    assertEquals(
        new PublicationDate.Day(LocalDate.of(2024, 11, 10)),
        PublicationDate.parse("10/11/2024", DateOrder.DMY));
    assertEquals(
        new PublicationDate.Day(LocalDate.of(2024, 10, 11)),
        PublicationDate.parse("10/11/2024", DateOrder.MDY));
    assertEquals(
        new PublicationDate.Day(LocalDate.of(2024, 5, 5)), PublicationDate.parse("5/5/2024"));
    assertEquals(
        new PublicationDate.Day(LocalDate.of(2024, 11, 27)),
        PublicationDate.parse("11/27/2024", DateOrder.DMY));
  }

  @ParameterizedTest
  @CsvSource({
    "2019-07-03T04:05:12Z, 2019-07-03T04:05:12Z",
    "20190703T040512Z, 2019-07-03T04:05:12Z",
    "20190703T060512+0200, 2019-07-03T06:05:12+02:00",
    "'Wed, 03 Jul 2019 04:05:12 GMT', 2019-07-03T04:05:12Z",
    "'July 3, 2019 at 5:30 p.m. EST', 2019-07-03T17:30-05:00",
    "2019-07-03 04:05:12.25 +0530, 2019-07-03T04:05:12.250+05:30",
    "1562126712, 2019-07-03T04:05:12Z",
    "1562126712000, 2019-07-03T04:05:12Z",
  })
  void readsTimesWithTheirZones(String text, String time) {
    assertEquals(Optional.of(OffsetDateTime.parse(time)), PublicationDate.time(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019-07-03",
        "20190703",
        "2019-07-03T04:05:12",
        "3 July 2019 17:30",
        "17:30 GMT",
        ""
      })
  void findsNoTimeWithoutDayAndZone(String text) {
    assertEquals(Optional.empty(), PublicationDate.time(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "32 May",
        "November 2024",
        "2024",
        "2024-11",
        "7 Brumaire 2024",
        "No 7 2024",
        "2024-11-07 and later",
        "2024-11-07T",
        "Someday, 7 November 2024",
        "7 November 24",
      })
  void refusesWhatIsNoDate(String text) {
    assertEquals(
        PublicationDate.Malformed.class,
        PublicationDate.parse(text).getClass(),
        () -> "for " + text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "32 May 2024 | is no date: May 2024 has no day 32",
        "2023-02-29 | is no date: February 2023 has no day 29",
        "2024-13-01 | is no date: there is no month \"13\"",
        "2024-00-01 | is no date: there is no month \"00\"",
        "7 Maybe 2024 | is no date: there is no month \"Maybe\"",
        "1499-12-31 | is no date: its year is not from 1500 to 2200",
        "2201-01-01 | is no date: its year is not from 1500 to 2200",
        "Friday, 7 November 2024 | is no date: that day is a Thursday, not a Friday",
        "07/11/2024 | can be read in two ways; write it like 2024-11-07, or say --dates=dmy or"
            + " --dates=mdy",
        "7.11.2024 | can be read in two ways; write it like 2024-11-07, or say --dates=dmy or"
            + " --dates=mdy",
        "31/31/2024 | is no date: there is no such day; write it like 2024-11-07",
        "27/11/24 | is no date: its year has not four digits; write it like 2024-11-07",
        "0000-00-00 | is no date: there is no month \"00\"",
        "20241301 | is no date: there is no month \"13\"",
        "soon | is no date; write it like 2024-11-07 or 7 November 2024",
      })
  void saysWhatIsWrong(String text, String reason) {
    assertEquals(
        new PublicationDate.Malformed("\"" + text + "\" " + reason), PublicationDate.parse(text));
  }

  @Test
  void longWordsAreCutInTheReason() {
    PublicationDate date = PublicationDate.parse("x".repeat(1000));
    assertEquals(
        new PublicationDate.Malformed(
            "\"" + "x".repeat(60) + "…\" is no date; write it like 2024-11-07 or 7 November 2024"),
        date);
  }

  @Test
  void theMachinesLanguageDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.of("tr", "TR"));
      assertEquals(
          new PublicationDate.Day(LocalDate.of(2024, 4, 16)),
          PublicationDate.parse("16 APRIL 2024"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whatIsLongIsShownInPart() {
    PublicationDate read = PublicationDate.parse("7 " + "N".repeat(5000) + " 2024");
    String reason = ((PublicationDate.Malformed) read).reason();
    assertTrue(reason.endsWith("no month \"" + "N".repeat(60) + "…\""), reason);
  }
}
