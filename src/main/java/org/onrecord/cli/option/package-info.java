/**
 * Options that several commands take, and the {@linkplain org.onrecord.cli.option.Settings settings
 * of the service}, each declared once.
 */
@NullMarked
package org.onrecord.cli.option;

import org.jspecify.annotations.NullMarked;
