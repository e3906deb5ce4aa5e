package org.onrecord.backend.lucene.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;

/**
 * Somebody as they lie in the index by id: {@code ruth-alder␟person␟Ruth Alder}.
 *
 * @param term how they lie there
 */
public record PersonTerm(BytesRef term, String id, SpeakerType type, String name) {

  /** How somebody who has an id lies in the index. */
  static String text(String id, SpeakerRef who) {
    return id
        + FacetFields.SEPARATOR
        + who.type().label()
        + FacetFields.SEPARATOR
        + FacetFields.tidy(who.name());
  }

  public static PersonTerm of(BytesRef term) {
    String text = term.utf8ToString();
    int first = text.indexOf(FacetFields.SEPARATOR);
    int second = text.indexOf(FacetFields.SEPARATOR, first + 1);
    String label = text.substring(first + 1, second);
    SpeakerType type =
        Arrays.stream(SpeakerType.values())
            .filter(one -> one.label().equals(label))
            .findFirst()
            .orElse(SpeakerType.PERSON);
    return new PersonTerm(
        BytesRef.deepCopyOf(term), text.substring(0, first), type, text.substring(second + 1));
  }

  /** Everything under an id. */
  public static List<PersonTerm> of(TermsEnum terms, String id) throws IOException {
    BytesRef prefix = new BytesRef(id + FacetFields.SEPARATOR);
    List<PersonTerm> found = new ArrayList<>();
    if (terms.seekCeil(prefix) != TermsEnum.SeekStatus.END) {
      for (BytesRef term = terms.term();
          term != null && StringHelper.startsWith(term, prefix);
          term = terms.next()) {
        found.add(of(term));
      }
    }
    return found;
  }
}
