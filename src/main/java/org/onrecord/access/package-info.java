/**
 * Who may do what: API keys and their roles, in a file beside the index. {@link KeyFile} is where
 * to begin.
 */
@NullMarked
package org.onrecord.access;

import org.jspecify.annotations.NullMarked;
