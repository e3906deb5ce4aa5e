package org.onrecord.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransliterationKeyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Chaudhry Chaudhary Choudhry Chaudry Chaudhri Chowdhury Choudhary Choudhury",
        "Ijaz Ejaz Ijaaz Eijaz",
        "Muhammad Mohammed Mohammad Mohamed Muhammed Mohamad",
        "Ahmed Ahmad",
        "Mahmood Mehmood Mahmud Mehmud",
        "Tehreek Tehrik Tahreek Tahrik",
        "Asif Aasif Asef",
        "Hussain Hussein Husain Husein",
        "Sharif Shareef",
        "Qureshi Quraishi Qureishi Kureshi",
        "Rehman Rahman",
        "Shehbaz Shahbaz",
        "Sheikh Shaikh Shaykh",
        "Yusuf Yousaf Yousuf Youssef Yusaf",
        "Omar Umar Umer Omer",
        "Usman Osman Othman",
        "Zulfiqar Zulfikar",
        "Farooq Faruq Farouk Faruk",
        "Gilani Geelani Gillani Gilaani",
        "Iqbal Iqbaal",
        "Khawaja Khwaja",
        "Siddiqui Siddiqi Siddique",
        "Sitharaman Seetharaman Sitaraman",
        "Banerjee Banerji",
        "Zelensky Zelenskyy Zelenskiy",
        "Fazal Fazl",
        "Nawaz Navaz",
        "Ayub Ayoub Ayyub",
        "Abdullah Abdulla",
      })
  void usualSpellingsOfOneNameShareAKey(String spellings) {
    String[] names = spellings.split(" ");
    for (String name : names) {
      assertEquals(TransliterationKey.of(names[0]), TransliterationKey.of(name), name);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Hussain, Hassan",
    "Asif, Asaf",
    "Asad, Saad",
    "Khan, Kahn",
    "Sharif, Shariff Jr",
    "Imran, Amran",
    "Bush, Bosch",
    "Hall, Hill",
    "Cruz, Cross",
    "Clinton, Clayton",
    "Maryam, Marwat",
    "Trump, Tromp Khan",
    "Biden, Baden",
    "Singh, Sinha",
    "Dar, Durr",
    "Rana, Raina",
    "Malik, Mulk",
  })
  void differentNamesKeepDifferentKeys(String one, String other) {
    assertNotEquals(TransliterationKey.of(one), TransliterationKey.of(other));
  }

  @Test
  void particlesAreWrittenWithAndWithoutSpace() {
    String key = TransliterationKey.of("Fazlur Rehman");
    assertEquals(key, TransliterationKey.of("Fazl-ur-Rahman"));
    assertEquals(key, TransliterationKey.of("Fazal ur Rehman"));
    assertEquals(TransliterationKey.of("Siraj-ul-Haq"), TransliterationKey.of("Sirajul Haq"));
  }

  @Test
  void middleInitialsAndGenerationsDoNotCount() {
    String key = TransliterationKey.of("Donald Trump");
    assertEquals(key, TransliterationKey.of("Donald J. Trump"));
    assertEquals(key, TransliterationKey.of("Donald Trump Jr."));
    assertNotEquals(key, TransliterationKey.of("J. Trump"));
  }
}
