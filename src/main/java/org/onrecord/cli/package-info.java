/**
 * What the command line needs and cannot make itself: the {@linkplain org.onrecord.cli.Archives
 * archives}, the analysis and the service, given to commands as {@link org.onrecord.cli.Ports}.
 */
@NullMarked
package org.onrecord.cli;

import org.jspecify.annotations.NullMarked;
