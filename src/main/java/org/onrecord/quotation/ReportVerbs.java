package org.onrecord.quotation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reporting word does to what it reports, as far as it is more than saying it. Closed sets
 * of English, each word in all its forms.
 */
enum ReportVerbs {
  /** Says what any other word of saying does. */
  SAY,
  /** Puts a question, or makes a demand. */
  ASK,
  /** Puts a question and never a demand. */
  QUESTION,
  DENY,
  /** Denies where "out" follows: to rule out. */
  RULE,
  REFUSE,
  /** Not to do it is to deny: not to agree. */
  AGREE,
  /** Leaves the thing undone that follows with "to" or in "-ing". */
  LEAVE,
  /** Leaves undone what follows "from". */
  REFRAIN,
  /** Tells of a thing to come: expected to, plans to. */
  INTEND,
  /** Has the thing said as its object: gave no details. */
  GIVE,
  /** With "to know": asks. */
  WANT,
  KNOW;

  private static final Map<ReportVerbs, String> WORDS =
      Map.ofEntries(
          Map.entry(ASK, "ask"),
          Map.entry(QUESTION, "question query enquire inquire wonder quiz interrogate"),
          Map.entry(
              DENY,
              "deny reject refute rebut rebuff dismiss disavow dispute debunk repudiate disclaim"
                  + " rubbish contradict negate gainsay scotch discount disown disagree contest"),
          Map.entry(RULE, "rule"),
          Map.entry(REFUSE, "refuse decline"),
          Map.entry(AGREE, "agree accept buy concur"),
          Map.entry(LEAVE, "fail omit neglect forget avoid resist skip"),
          Map.entry(REFRAIN, "refrain abstain desist"),
          Map.entry(
              INTEND, "expect plan intend prepare schedule hope aim wish tip slate pose threaten"),
          Map.entry(
              GIVE, "give make offer provide issue release reveal share supply volunteer express"),
          Map.entry(WANT, "want demand seek like"),
          Map.entry(KNOW, "know"));

  /** Adjectives and irregular forms, which have no others. */
  private static final Map<String, ReportVerbs> FORMS =
      Map.ofEntries(
          Map.entry("unable", LEAVE),
          Map.entry("yet", LEAVE),
          Map.entry("forgot", LEAVE),
          Map.entry("forgotten", LEAVE),
          Map.entry("unwilling", REFUSE),
          Map.entry("likely", INTEND),
          Map.entry("unlikely", LEAVE),
          Map.entry("due", INTEND),
          Map.entry("about", INTEND),
          Map.entry("going", INTEND),
          Map.entry("set", INTEND),
          Map.entry("ready", INTEND),
          Map.entry("poised", INTEND),
          Map.entry("planned", INTEND),
          Map.entry("planning", INTEND),
          Map.entry("gave", GIVE),
          Map.entry("given", GIVE),
          Map.entry("made", GIVE),
          Map.entry("had", GIVE),
          Map.entry("has", GIVE),
          Map.entry("have", GIVE),
          Map.entry("sought", WANT),
          Map.entry("denial", DENY),
          Map.entry("denials", DENY),
          Map.entry("rejection", DENY),
          Map.entry("rebuttal", DENY),
          Map.entry("repudiation", DENY),
          Map.entry("refusal", REFUSE),
          Map.entry("questions", QUESTION),
          Map.entry("queries", QUESTION),
          Map.entry("inquiry", QUESTION),
          Map.entry("enquiry", QUESTION));

  private static final Map<String, ReportVerbs> ALL = all();

  private static Map<String, ReportVerbs> all() {
    Map<String, ReportVerbs> all = new HashMap<>();
    WORDS.forEach(
        (kind, words) -> {
          for (String base : List.of(words.split(" "))) {
            VerbForms.of(base).forEach(form -> all.putIfAbsent(form, kind));
          }
        });
    all.putAll(FORMS);
    return Map.copyOf(all);
  }

  /** What a word in lower case does; SAY where it is in no set. */
  static ReportVerbs of(String lower) {
    return ALL.getOrDefault(lower, SAY);
  }
}
