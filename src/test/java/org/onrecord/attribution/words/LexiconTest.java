package org.onrecord.attribution.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.attribution.names.Title;
import org.onrecord.segment.Token;

class LexiconTest {
  private static List<Token> tokens(String words) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    for (String word : words.split(" ")) {
      tokens.add(new Token(word, at));
      at += word.length() + 1;
    }
    return tokens;
  }

  @Test
  void everyRoleIsFoundByItsFirstWord() {
    for (String[] row : Lexicon.rows("roles.tsv")) {
      for (String spelling : List.of(row[0], row[0].replace("defense", "defence"))) {
        List<Token> role = tokens(spelling);
        if (role.size() <= Lexicon.LONGEST_ROLE) {
          assertEquals(role.size(), RolePhrases.at(role, 0, role.size()).orElseThrow().end());
          assertTrue(RolePhrases.endWithRole(role, 0, role.size()), spelling);
        }
      }
    }
  }

  @Test
  void everyShortTitleIsFoundByItsFirstWord() {
    for (String[] row : Lexicon.rows("titles.tsv")) {
      List<Token> named = tokens(row[0] + " Quill");
      if (named.size() <= 4) {
        assertEquals(named.size() - 1, Title.at(named, 0, named.size()).orElseThrow().end());
      }
    }
  }

  @Test
  void everyPlaceIsNoLongerThanItsFirstWordSays() {
    for (String[] row : Lexicon.rows("countries.tsv")) {
      for (String name : row[2].split(";")) {
        String plain = name.strip().replace("?", "");
        int words = Math.min(plain.split(" ").length, Gazetteer.LONGEST);
        assertTrue(Gazetteer.ENGLISH.longest(plain.split(" ")[0]) >= words, plain);
      }
    }
  }
}
