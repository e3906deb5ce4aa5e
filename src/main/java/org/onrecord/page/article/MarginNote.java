package org.onrecord.page.article;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Pages;
import org.onrecord.article.Excerpt;
import org.onrecord.page.part.KindTag;
import org.onrecord.page.part.Slots;
import org.onrecord.page.part.SpeakerTag;
import org.onrecord.page.part.Sureness;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.CorrectionMark;
import org.onrecord.schema.StruckQuotation;

/**
 * What stands beside a paragraph of one of its quotations.
 *
 * @param id the quotation's permalink id
 * @param anchor by which the text knows it
 * @param before who was taken to speak before an editor looked at it; null where that was right
 * @param corrected whether an editor has looked at it
 * @param cue the words that report it; null where there are none
 * @param href the quotation's page
 */
public record MarginNote(
    String id,
    String anchor,
    SpeakerTag speaker,
    KindTag kind,
    @Nullable String cue,
    Sureness sureness,
    String href,
    @Nullable String before,
    boolean corrected) {

  static MarginNote of(ArchivedQuotation quotation, Slots slots) {
    Excerpt cue = quotation.cue();
    return new MarginNote(
        quotation.id(),
        TiedText.anchor(quotation),
        SpeakerTag.of(quotation, slots),
        KindTag.of(quotation),
        cue == null ? null : cue.text(),
        Sureness.of(quotation),
        Pages.quote(quotation.id()),
        before(quotation),
        quotation.correction() != null);
  }

  private static @Nullable String before(ArchivedQuotation quotation) {
    CorrectionMark correction = quotation.correction();
    return correction == null || Sureness.confirms(correction, quotation)
        ? null
        : SpeakerTag.name(correction.speaker());
  }

  /** Whether the word for how sure the speaker is needs its reason beside it. */
  public boolean reasoned() {
    return !sureness.clear() || corrected;
  }

  /** The word for how sure the speaker is, within a sentence. */
  public String sure() {
    return sureness.word().toLowerCase(Locale.ROOT);
  }

  /**
   * What an editor decided to be no quotation.
   *
   * @param id the permalink id that it had
   * @param decided by whom and when
   * @param why in the editor's words; null where none are given
   */
  public record Struck(String id, String content, String decided, @Nullable String why) {
    static Struck of(StruckQuotation struck) {
      return new Struck(
          struck.quotation().id(),
          struck.quotation().content(),
          Sureness.decided("struck as no quotation", struck.by(), struck.at()),
          struck.note());
    }

    /** Where it is decided anew. */
    public String corrections() {
      return Pages.corrections(id);
    }
  }
}
