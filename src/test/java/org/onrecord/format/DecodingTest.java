package org.onrecord.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bytes as text: what they say of themselves, what tells itself, what is refused. */
class DecodingTest {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  @Test
  void windows1252IsToldByItsContent() {
    DecodedText.Whole read = whole("Ruth Alder’s café – “open”.".getBytes(WESTERN));
    assertEquals("Ruth Alder’s café – “open”.", read.text());
    assertTrue(read.warning().orElse("").startsWith("read as Windows-1252"), read::toString);
  }

  @Test
  void anotherAlphabetIsNotTakenForWindows1252() {
    DecodedText.Broken broken =
        broken("Паром вернулся, сказала она.".getBytes(Charset.forName("windows-1251")));
    assertTrue(broken.reason().startsWith("byte 0xCF at offset 0 is not UTF-8"), broken::toString);
  }

  @Test
  void byteBehindCharactersOfUtf8IsRefusedWithItsPlace() {
    byte[] bytes = "Café.\nFerry.\nX".getBytes(UTF_8);
    bytes[bytes.length - 1] = (byte) 0x92;
    DecodedText.Broken broken = broken(bytes);
    assertEquals(3, broken.line());
    assertEquals(bytes.length - 1, broken.offset());
  }

  @Test
  void utf8BehindAStrayByteIsNotReadAsMojibake() {
    byte[] stray = "It?s open: café.".getBytes(UTF_8);
    stray[2] = (byte) 0x92;
    assertEquals(2, broken(stray).offset());
  }

  @Test
  void byteThatWindows1252DoesNotHaveIsRefused() {
    byte[] bytes = "A caf? ?.".getBytes(UTF_8);
    bytes[5] = (byte) 0xE9;
    bytes[7] = (byte) 0x81;
    assertEquals(5, broken(bytes).offset());
  }

  @Test
  void whoReadsItSaysInWhichEncodingItIs() {
    ReadOptions latin9 =
        new ReadOptions(Encodings.of("ISO-8859-15"), DateOrder.UNSAID, HtmlMode.AUTO);
    byte[] bytes = "4 €".getBytes(Charset.forName("ISO-8859-15"));
    assertEquals(new DecodedText.Whole("4 €", Optional.empty()), DecodedText.of(bytes, latin9));
  }

  @Test
  void declarationCountsButNotAgainstTheContent() {
    String latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>é</a>";
    assertEquals(latin, whole(latin.getBytes(WESTERN)).text());
    DecodedText.Whole wrong = whole(latin.getBytes(UTF_8));
    assertEquals(latin, wrong.text());
    assertTrue(
        wrong.warning().orElse("").startsWith("read as UTF-8, which it is"), wrong::toString);
    String wide = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>é</a>";
    assertEquals(wide, whole(wide.getBytes(UTF_8)).text());
  }

  @Test
  void longTextsAreTheSameInPieces() {
    String text = "é€𝄞a".repeat(50_000);
    assertEquals(text, whole(text.getBytes(UTF_8)).text());
  }

  private static DecodedText.Whole whole(byte[] bytes) {
    return (DecodedText.Whole) DecodedText.of(bytes, ReadOptions.DEFAULT);
  }

  private static DecodedText.Broken broken(byte[] bytes) {
    return (DecodedText.Broken) DecodedText.of(bytes, ReadOptions.DEFAULT);
  }
}
