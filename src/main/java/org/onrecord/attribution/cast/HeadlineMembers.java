package org.onrecord.attribution.cast;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.attribution.names.HeadlineNames;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.words.NameForm;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/**
 * Finds the names of members in a paragraph where every word is capitalised, so that only known
 * names can be told: in full, or a surname that one member alone has.
 */
final class HeadlineMembers {
  private HeadlineMembers() {}

  /** A name and whose it is. */
  record Found(NameMention mention, CastMember member) {}

  static List<Found> find(NameIndex index, Paragraph paragraph) {
    List<Found> found = new ArrayList<>();
    List<Token> tokens = paragraph.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      CastMember member = null;
      int end = i;
      String word = NameForm.fold(tokens.get(i).text());
      List<CastMember> holders = index.withWord(word);
      boolean only = holders.stream().filter(m -> m.last().equals(word)).count() == 1;
      for (CastMember holder : holders) {
        boolean bySurname = only && holder.last().equals(word);
        int length = isNamed(tokens, i, holder) ? holder.name().size() : bySurname ? 1 : 0;
        if (i + length > end) {
          member = holder;
          end = i + length;
        }
      }
      if (member != null) {
        found.add(new Found(HeadlineNames.mention(paragraph, i, end), member));
        i = end - 1;
      }
    }
    return found;
  }

  /** Whether the tokens from i on are the member's whole name. */
  private static boolean isNamed(List<Token> tokens, int i, CastMember member) {
    List<String> name = member.name();
    int k = 0;
    while (k < name.size()
        && i + k < tokens.size()
        && NameForm.fold(tokens.get(i + k).text()).equals(NameForm.fold(name.get(k)))) {
      k++;
    }
    return k == name.size();
  }
}
