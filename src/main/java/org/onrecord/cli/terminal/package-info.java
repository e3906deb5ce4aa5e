/**
 * What a person sees: the {@linkplain org.onrecord.cli.terminal.Terminal streams} that commands
 * use, and results, verdicts and faults as text.
 */
@NullMarked
package org.onrecord.cli.terminal;

import org.jspecify.annotations.NullMarked;
