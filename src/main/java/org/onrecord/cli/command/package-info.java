/**
 * The commands, one picocli command a class, put together in {@link
 * org.onrecord.cli.command.OnRecordCommand}.
 */
@NullMarked
package org.onrecord.cli.command;

import org.jspecify.annotations.NullMarked;
