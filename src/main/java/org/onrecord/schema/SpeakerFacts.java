package org.onrecord.schema;

import java.util.List;
import org.onrecord.article.SpeakerGender;
import org.onrecord.article.SpeakerRef;

/**
 * What the registry, as it was when the article was taken in, says of a person who speaks and whom
 * it is known to mean.
 *
 * @param offices held on the article's date for sure, in plain English, each once: "Defence
 *     Minister of Pakistan"
 */
public record SpeakerFacts(SpeakerRef who, SpeakerGender gender, List<String> offices) {
  public SpeakerFacts {
    offices = List.copyOf(offices);
  }
}
