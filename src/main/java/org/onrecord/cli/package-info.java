/**
 * The command line: one picocli command a class, put together in {@link
 * org.onrecord.cli.OnRecordCommand}. What commands need of an index, of the analysis and of the
 * service they are given as {@link org.onrecord.cli.Ports}; the streams they use as {@link
 * org.onrecord.cli.Terminal}.
 */
@NullMarked
package org.onrecord.cli;

import org.jspecify.annotations.NullMarked;
