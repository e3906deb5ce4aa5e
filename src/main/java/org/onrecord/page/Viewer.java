package org.onrecord.page;

import org.jspecify.annotations.Nullable;

/**
 * Who looks at a page.
 *
 * @param name under which they signed in; null where they have not
 * @param mayCorrect whether they may correct quotations
 * @param maySignIn whether there are keys to sign in with
 * @param maySignOut whether they signed in here, so that they can sign out here
 * @param seesAll whether they may read the whole archive
 */
public record Viewer(
    @Nullable String name,
    boolean mayCorrect,
    boolean maySignIn,
    boolean maySignOut,
    boolean seesAll) {
  /** Somebody who may read and nothing else, where nobody can sign in. */
  public static final Viewer READER = new Viewer(null, false, false, false, true);
}
