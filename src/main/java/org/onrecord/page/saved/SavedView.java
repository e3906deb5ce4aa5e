package org.onrecord.page.saved;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.alert.Alerts;
import org.onrecord.alert.SavedSearch;
import org.onrecord.api.Pages;
import org.onrecord.article.CodePoints;
import org.onrecord.page.PageHead;
import org.onrecord.page.PageView;
import org.onrecord.page.Wording;
import org.onrecord.search.Hit;

/**
 * A search that is saved, or about to be.
 *
 * @param title of the page
 * @param action where the form is sent
 * @param faults what is wrong with it; none where nothing is
 * @param preview what it would have sent; null where that cannot be told
 * @param kept what there is of it once it is saved; null before
 */
public record SavedView(
    String title,
    String action,
    SavedForm form,
    List<String> faults,
    @Nullable Preview preview,
    @Nullable Kept kept)
    implements PageView {
  private static final int LONGEST = 220;

  public SavedView {
    faults = List.copyOf(faults);
  }

  /**
   * What it would have sent.
   *
   * @param sentence how much
   */
  public record Preview(String explained, String sentence, List<Shown> newest) {
    public Preview {
      newest = List.copyOf(newest);
    }
  }

  /** A passage. */
  public record Shown(String who, String text, String href, String where) {

    public static Shown of(Hit hit) {
      LocalDate day = hit.article().date();
      String outlet = hit.article().outlet();
      String where = (outlet == null ? "" : outlet + ", ") + Wording.day(day);
      return switch (hit) {
        case Hit.QuoteHit found ->
            new Shown(
                found.quote().quotation().speaker() == null
                    ? "Unattributed"
                    : found.quote().quotation().speaker().name(),
                CodePoints.shortened(found.quote().quotation().content(), LONGEST),
                Pages.quote(found.quote().quotation().id()),
                where);
        case Hit.ParagraphHit found ->
            new Shown(
                "",
                CodePoints.shortened(found.paragraph().text(), LONGEST),
                Pages.article(found.article().id(), found.paragraph().ordinal()),
                where);
      };
    }
  }

  /**
   * What there is of a saved search.
   *
   * @param feed the address of its feed, with the token
   * @param secret by which its receiver checks signatures; empty where it is not to be shown
   */
  public record Kept(
      String by, String since, String feed, String secret, List<SavedState.Line> state) {
    public Kept {
      state = List.copyOf(state);
    }

    /**
     * @param feed the address of its feed
     * @param telling whether the secret is shown
     */
    public static Kept of(SavedSearch search, Alerts.State state, String feed, boolean telling) {
      return new Kept(
          search.by(),
          Wording.day(search.created().atZone(ZoneOffset.UTC).toLocalDate()),
          feed,
          telling && search.webhook() != null ? search.signingSecret() : "",
          SavedState.of(state));
    }
  }

  public boolean hasFaults() {
    return !faults.isEmpty();
  }

  @Override
  public String template() {
    return "saved";
  }

  @Override
  public PageHead head() {
    return PageHead.of(title);
  }
}
