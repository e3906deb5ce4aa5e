package org.onrecord.quotation;

import java.util.Set;

/** Words by which a speaker's label is told from other words before a colon; in lower case. */
final class LabelWords {
  /** What stands before a name. */
  static final Set<String> TITLES =
      words(
          "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir dame lord lady baroness sen."
              + " sen rep. rep gov. gov lt. lt capt. capt captain col. colonel gen. general adm."
              + " admiral rear vice brig. maj. major sgt. sergeant rev. reverend father sister"
              + " bishop archbishop rabbi imam hon. madam king queen prince princess sheikh shri"
              + " smt. mx mx. cllr councillor");

  /** What somebody is, with a name or without: THE PRESIDENT. */
  static final Set<String> OFFICES =
      words(
          "president vice-president premier senator governor mayor secretary minister chancellor"
              + " chairman chairwoman chairperson chair ambassador judge justice director"
              + " administrator commissioner speaker congressman congresswoman representative"
              + " attorney officer clerk coroner counsel prosecutor defendant witness foreman host"
              + " co-host anchor co-anchor correspondent analyst officiant principal sheriff chief"
              + " commander spokesperson spokesman spokeswoman lady");

  /** Whoever speaks without a name. */
  static final Set<String> NAMELESS =
      words(
          "audience crowd reporter reporters journalist journalists press moderator interviewer"
              + " operator unidentified participant participants protester protesters caller voice"
              + " voices student students translator interpreter narrator announcer questioner"
              + " attendee delegate official officials member members");

  /** Nobody in particular: what they call out is done with its paragraph. */
  static final Set<String> CROWD =
      words("audience crowd protester protesters voices all everybody participants members");

  /** What asks and what answers where nobody is named. */
  static final Set<String> ASKING = words("q q. question");

  static final Set<String> ANSWERING = words("a a. answer");

  /** What stands before a colon in print without anybody speaking. */
  static final Set<String> HEADINGS =
      words(
          "note notes update updates updated related breaking read watch listen see photo photos"
              + " picture pictures pictured image video caption source sources tip tips warning"
              + " example summary verdict fact facts myth claim claims winner winners loser losers"
              + " ingredients method serves address date time venue where when what who why how tel"
              + " phone email e-mail website web price prices cost rating pros cons more also"
              + " editor's correction corrections clarification disclaimer advertisement"
              + " highlights overview background analysis opinion live exclusive conclusion step"
              + " chapter section figure table part day week rule lesson key answers questions faq"
              + " bottom context score scores result results subject re cc from to via attn home"
              + " contact location directions hours admission tickets doors runtime rated starring"
              + " remember important caution reason reasons problem solution takeaway impact"
              + " transcript remarks written photograph credit credits");

  /** Small words of headings that are in nobody's name. */
  static final Set<String> JOINTS =
      words("the of for and in on at to with from by a an or as is are was new");

  private LabelWords() {}

  private static Set<String> words(String all) {
    return Set.of(all.split(" "));
  }
}
