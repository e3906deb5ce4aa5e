/**
 * Whether somebody is on record with certain words: a {@code Claim} goes in, a {@code Verification}
 * comes out, whose {@code Verdict} each candidate's passage and word-by-word differences bear out.
 * The port {@code Passages} is what an engine implements.
 */
@NullMarked
package org.onrecord.verify;

import org.jspecify.annotations.NullMarked;
