package org.onrecord.attribution.source;

/**
 * What speaks for or against somebody as the one whom "he" or "the minister" stands for; each has a
 * weight that is learnt, see {@link AntecedentRanker}. Values are 0 or 1 where nothing else is
 * said.
 */
public enum Clue {
  /** It is nobody. */
  NOBODY,
  /** Nobody, where nobody fits who was a subject or spoke in the last paragraphs. */
  NOBODY_ABSENT,
  /** Nobody, where the words hold no role. */
  NOBODY_WITHOUT_ROLE,
  /** Nobody, where more than the role is said. */
  NOBODY_MODIFIED,
  /** Nobody, times the best fit of all by description or office, 0 to 1. */
  NOBODY_FITTING,
  /** Nobody, and the rules found nobody. */
  NOBODY_BY_RULES,
  /** The one whom the rules found. */
  RULES,
  /** Of the gender asked for. */
  SAME_GENDER,
  /** Of unknown gender, and somebody near is of the gender asked for. */
  OTHER_GENDER_KNOWN,
  /** The last subject or speaker. */
  LAST_SUBJECT,
  /** The last but one. */
  SECOND_SUBJECT,
  /** No subject and no speaker in the last paragraphs. */
  NO_SUBJECT,
  /** Who spoke last. */
  LAST_SPEAKER,
  /** Named again after somebody else spoke last. */
  NAMED_SINCE,
  /** Named in the sentence. */
  SAME_SENTENCE,
  /** Named in the paragraph. */
  SAME_PARAGRAPH,
  /** Named last in the paragraph before. */
  PARAGRAPH_BEFORE,
  /** Named last more than three paragraphs before. */
  FAR,
  /** Whoever was named last. */
  LAST_NAMED,
  /** How often named: the logarithm, divided by 3. */
  OFTEN,
  /** Has spoken before. */
  SPOKE,
  /** Has no name. */
  STRANGER,
  /** Called somebody's wife, brother or the like. */
  RELATIVE,
  /** Known to the registry. */
  KNOWN,
  /** Known by one word. */
  ONE_WORD,
  /** The likeness to what the text says, divided by 8. */
  TEXT_FIT,
  /** The likeness to an office in the registry, divided by 8. */
  OFFICE_FIT,
  /** Described by the text, and by nothing like this. */
  DESCRIBED_OTHERWISE,
  /** One of the words is said of somebody in the text. */
  WORD_SHARED,
  /** One of the words names the party. */
  PARTY
}
