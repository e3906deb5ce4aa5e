/**
 * What a person reads in a browser: each view is a record ({@link org.onrecord.page.PageView}) that
 * fills a Mustache template of {@code resources/page}. The templates hold no logic and escape by
 * themselves; whatever has to be decided or worded is decided and worded here.
 */
@NullMarked
package org.onrecord.page;

import org.jspecify.annotations.NullMarked;
