package org.onrecord.attribution.words;

import java.util.List;
import java.util.Set;
import org.onrecord.segment.Token;

/** Letters that stand behind a name and are no part of it: Ed Davey MP, Asma Jahangir QC. */
public final class PostNominals {
  private static final Set<String> LETTERS =
      Set.of(
          ("MP MPs MSP MEP MS MLA MLC MNA MPA MPP MHA TD QC KC SC CBE OBE MBE KBE DBE CB KCB CMG"
                  + " KCMG GCMG GBE CH DSO DFC MC VC PC OM AO AC AM CC OC CM FRS FRCS FRCP FBA PhD"
                  + " Ph.D. MD M.D. DPhil DDS DVM RN JP BSc MSc MBA LLB LLM CPA Esq Esq.")
              .split(" "));

  private PostNominals() {}

  public static boolean contains(String word) {
    return LETTERS.contains(word);
  }

  /** Where the name ends that is a run of tokens but for such letters: two words at the least. */
  public static int nameEnd(List<Token> tokens, int start, int end) {
    int at = end;
    while (at - start > 2 && contains(tokens.get(at - 1).text())) {
      at--;
    }
    return at;
  }
}
