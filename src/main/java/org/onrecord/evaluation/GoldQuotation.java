package org.onrecord.evaluation;

import org.jspecify.annotations.Nullable;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.TextSpan;

/**
 * One stretch of quoted content that a person marked, with who says it.
 *
 * @param content where it stands in the body, UTF-16
 * @param core whether it is scored; false for attitudes, which are neither right nor wrong to find
 * @param speaker the speaker's full name, or null where nobody knows
 * @param person whether the speaker is a named person
 * @param basis how the annotators know the speaker: "name", "pronoun"; "?" where they do not say
 * @param mention the source's words, or null
 * @param source where the source's words stand in the body
 * @param party the speaker's party, or null
 */
public record GoldQuotation(
    TextSpan content,
    QuotationKind kind,
    boolean core,
    @Nullable String speaker,
    boolean person,
    String basis,
    @Nullable String mention,
    @Nullable TextSpan source,
    @Nullable String party) {

  boolean namesPerson() {
    return person && speaker != null;
  }

  GoldQuotation at(TextSpan newContent, @Nullable TextSpan newSource) {
    return new GoldQuotation(
        newContent, kind, core, speaker, person, basis, mention, newSource, party);
  }
}
