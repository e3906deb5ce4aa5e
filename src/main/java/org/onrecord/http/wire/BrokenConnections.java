package org.onrecord.http.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;

/**
 * Closes an encrypted connection that its client has broken off or garbled, without a word: whoever
 * connects could else fill the log.
 */
final class BrokenConnections extends ChannelInboundHandlerAdapter {
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) throws Exception {
    if (cause instanceof IOException
        || cause instanceof DecoderException && cause.getCause() instanceof IOException) {
      context.close();
    } else {
      super.exceptionCaught(context, cause);
    }
  }
}
