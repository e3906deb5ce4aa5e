package org.onrecord.http.wire;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose client takes too long to send a request, or sends none: the time runs
 * while the service waits for the client, and stands still while the client waits for the service.
 */
final class RequestDeadline extends ChannelDuplexHandler {
  private final Duration patience;
  private @Nullable ScheduledFuture<?> end;
  private int unanswered;
  private boolean informing;

  RequestDeadline(Duration patience) {
    this.patience = patience;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    start(context);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    stop();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    stop();
    super.channelInactive(context);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    if (message instanceof HttpRequest) {
      unanswered++;
      start(context);
    }
    if (message instanceof LastHttpContent) {
      stop();
    }
    super.channelRead(context, message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    if (message instanceof HttpResponse response) {
      informing = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
    if (message instanceof LastHttpContent && !informing) {
      unanswered--;
      promise
          .unvoid()
          .addListener(
              _ -> {
                if (unanswered == 0 && end == null && context.channel().isActive()) {
                  start(context);
                }
              });
      super.write(context, message, promise.unvoid());
    } else {
      super.write(context, message, promise);
    }
  }

  private void start(ChannelHandlerContext context) {
    stop();
    end =
        context
            .executor()
            .schedule(
                () -> {
                  end = null;
                  context.close();
                },
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
  }

  private void stop() {
    if (end != null) {
      end.cancel(false);
      end = null;
    }
  }
}
