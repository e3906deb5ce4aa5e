package org.onrecord.http;

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
import io.netty.util.ReferenceCountUtil;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds what clients can hold by connecting: how many connections there are, and how long each may
 * take to send a request. Safe for use by several threads.
 */
@Singleton
final class Connections implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
  private static final byte[] FULL =
      ("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\n"
              + "Content-Length: 0\r\n\r\n")
          .getBytes(StandardCharsets.US_ASCII);
  private static final long LINGERING_MILLIS = 1_000;
  private static final long QUIET = Duration.ofMinutes(1).toNanos();

  private final AtomicInteger open = new AtomicInteger();
  private final int most;
  private final Duration patience;
  private volatile long told = System.nanoTime() - QUIET;

  Connections(
      @Property(name = "onrecord.max-connections") int most,
      @Property(name = "onrecord.request-timeout") int seconds) {
    this.most = most;
    this.patience = Duration.ofSeconds(seconds);
  }

  /** How many there are. */
  int open() {
    return open.get();
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

    @Override
    public NettyServerCustomizer specializeForChannel(Channel specific, ChannelRole role) {
      return role == ChannelRole.CONNECTION ? new Customizer(specific) : this;
    }

    @Override
    public void onInitialPipelineBuilt() {
      if (channel != null) {
        admit(channel);
      }
    }

    @Override
    public void onStreamPipelineBuilt() {
      if (channel != null) {
        ChannelHandlerContext codec = channel.pipeline().context(HttpServerCodec.class);
        if (codec != null) {
          channel.pipeline().addAfter(codec.name(), null, new RequestDeadline(patience));
        }
      }
    }
  }

  private void admit(Channel channel) {
    boolean admitted = open.incrementAndGet() <= most;
    channel.closeFuture().addListener(_ -> open.decrementAndGet());
    if (!admitted) {
      tell();
      channel.pipeline().addFirst(new Refusal());
    }
  }

  /** Says so in the log, once a minute at the most. */
  private void tell() {
    long now = System.nanoTime();
    if (now - told >= QUIET) {
      told = now;
      LOG.warn("There are {} connections, the most at a time: further ones are refused", most);
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
