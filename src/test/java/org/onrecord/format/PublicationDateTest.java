package org.onrecord.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "07/11/2024 | can be read in more than one way; write it like 2024-11-07",
        "7.11.2024 | can be read in more than one way; write it like 2024-11-07",
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
