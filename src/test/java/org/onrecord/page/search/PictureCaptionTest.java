package org.onrecord.page.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only says what a picture shows. */
class PictureCaptionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true | (From R) Ruth Alder, Tom Hale and Marta Quill stand on the quay.",
        "true | Ruth Alder (left) and Tom Hale (right, with dog) open the bridge.",
        "true | Mayor Ruth Alder holds a talk in Elmsea, 7 February. (Jo Elm/Reuters)",
        "true | Ruth Alder waves in Elmsea. Photo: Jo Elm",
        "true | Ruth Alder arrives at the hall, Monday. (AP Photo/Jo Elm)",
        "false | Ruth Alder (Harbour Party) left the hall, and Tom Hale was right behind.",
        "false | The photo shows the quay, Ruth Alder wrote to Reuters on Monday.",
        "false | The council (and/or the mayor) pays for the bridge."
      })
  void isToldFromNews(boolean caption, String text) {
    assertEquals(caption, PictureCaption.isOne(text), text);
  }
}
