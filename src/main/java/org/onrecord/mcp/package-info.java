/**
 * The archive for assistants, by the Model Context Protocol: {@link org.onrecord.mcp.McpServer}
 * answers one message at a time, whatever brought it, and {@link org.onrecord.mcp.Toolbox} has the
 * tools that a model may call. Every tool only reads.
 */
@NullMarked
package org.onrecord.mcp;

import org.jspecify.annotations.NullMarked;
