package org.onrecord.page;

import org.jspecify.annotations.Nullable;

/**
 * Where an editor, or whoever reads where reading needs a key, signs in.
 *
 * @param to the path of the page that they wanted
 * @param needed whether that page cannot be had without
 * @param why the last attempt failed; null before the first
 * @param again whether a browser that came from elsewhere should ask once more by itself: only then
 *     does it send what it keeps of an earlier sign-in
 */
public record SignInView(String to, boolean needed, @Nullable String why, boolean again)
    implements PageView {

  /** Somebody asked for the form. */
  public static SignInView asked(String to) {
    return new SignInView(to, false, null, false);
  }

  /** A page cannot be had without a key. */
  public static SignInView needed(String to, boolean again) {
    return new SignInView(to, true, null, again);
  }

  /** What was sent is no key that holds. */
  public static SignInView refused(String to, String why) {
    return new SignInView(to, false, why, false);
  }

  @Override
  public String template() {
    return "sign-in";
  }

  @Override
  public PageHead head() {
    return PageHead.of("Sign in");
  }
}
