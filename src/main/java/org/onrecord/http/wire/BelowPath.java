package org.onrecord.http.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;

/**
 * Takes the path under which the service stands off what is asked for, where a proxy passes it on.
 * A request without it is one as well: some proxies take it off, and this machine asks for none.
 */
final class BelowPath extends ChannelInboundHandlerAdapter {
  private final String path;

  /**
   * For one connection.
   *
   * @param path without a slash at its end
   */
  BelowPath(String path) {
    this.path = path;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    if (message instanceof HttpRequest request && request.uri().startsWith(path + "/")) {
      request.setUri(request.uri().substring(path.length()));
    }
    super.channelRead(context, message);
  }
}
