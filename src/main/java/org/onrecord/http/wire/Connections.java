package org.onrecord.http.wire;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what clients can hold by connecting: how many connections there are, how many requests on
 * all that speak HTTP/2, and how long each may take to send a request. Safe for use by several
 * threads.
 */
@Singleton
public final class Connections implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private static final byte[] FULL =
      ("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\n"
              + "Content-Length: 0\r\n\r\n")
          .getBytes(StandardCharsets.US_ASCII);
  private static final long LINGERING_MILLIS = 1_000;
  private static final int MOST_LINGERING = 100;

  private final CappedCount open;
  private final CappedCount answered = new CappedCount(MOST_LINGERING, "refused connections");
  private final CappedCount streams;
  private final Duration patience;
  private final boolean encrypted;
  private final String path;

  Connections(
      @Property(name = "onrecord.max-connections") int most,
      @Property(name = "onrecord.request-timeout") int seconds,
      @Property(name = "micronaut.server.ssl.enabled", defaultValue = "false") boolean encrypted,
      @Nullable @Property(name = "onrecord.public-url") String publicUrl) {
    this.path = publicUrl == null ? "" : URI.create(publicUrl).getRawPath();
    this.open = new CappedCount(most, "connections");
    this.streams = new CappedCount(most, "requests by HTTP/2");
    this.patience = Duration.ofSeconds(seconds);
    this.encrypted = encrypted;
  }

  /** How many there are, without those that are refused. */
  public int open() {
    return open.taken();
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new Customizer(null));
    return event.getBean();
  }

  private final class Customizer implements NettyServerCustomizer {
    private final @Nullable Channel channel;

    Customizer(@Nullable Channel channel) {
      this.channel = channel;
    }

    /** Called for each connection once, before anything is read or encrypted. */
    @Override
    public NettyServerCustomizer specializeForChannel(Channel specific, ChannelRole role) {
      if (role != ChannelRole.CONNECTION) {
        return this;
      }
      admit(specific);
      return new Customizer(specific);
    }

    @Override
    public void onInitialPipelineBuilt() {
      if (channel != null) {
        ChannelHandlerContext encryption = channel.pipeline().context(SslHandler.class);
        if (encryption != null) {
          channel.pipeline().addAfter(encryption.name(), null, new BrokenConnections());
        }
        ChannelHandlerContext codec = channel.pipeline().context(Http2ConnectionHandler.class);
        if (codec != null) {
          StreamBounds.bound(codec, (Http2ConnectionHandler) codec.handler(), patience, streams);
        }
      }
    }

    @Override
    public void onStreamPipelineBuilt() {
      if (channel != null) {
        ChannelHandlerContext codec = channel.pipeline().context(HttpServerCodec.class);
        if (codec != null) {
          if (!path.isEmpty()) {
            channel.pipeline().addAfter(codec.name(), null, new BelowPath(path));
          }
          channel.pipeline().addAfter(codec.name(), null, new RequestDeadline(patience));
        }
      }
    }
  }

  private void admit(Channel channel) {
    if (open.take()) {
      channel.closeFuture().addListener(_ -> open.release());
    } else if (!encrypted && answered.take()) {
      channel.closeFuture().addListener(_ -> answered.release());
      channel.pipeline().addFirst(new Refusal());
    } else {
      channel.pipeline().addFirst(new Silence());
    }
  }

  /** Closes: where an answer would have to be encrypted first, or too many are told already. */
  private static final class Silence extends ChannelInboundHandlerAdapter {
    @Override
    public void channelActive(ChannelHandlerContext context) {
      context.close();
    }
  }

  /**
   * Answers without looking at what is asked. It is read all the same for a while: a connection
   * that is closed with something unread is reset, and its client would not see the answer.
   */
  private static final class Refusal extends ChannelInboundHandlerAdapter {
    @Override
    public void channelActive(ChannelHandlerContext context) {
      context
          .writeAndFlush(Unpooled.wrappedBuffer(FULL))
          .addListener(
              _ -> {
                if (context.channel() instanceof DuplexChannel duplex) {
                  duplex.shutdownOutput();
                }
              });
      context.executor().schedule(() -> context.close(), LINGERING_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ReferenceCountUtil.release(message);
    }
  }
}
