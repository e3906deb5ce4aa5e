/** The command line: one picocli command a class. */
@NullMarked
package org.onrecord.cli;

import org.jspecify.annotations.NullMarked;
