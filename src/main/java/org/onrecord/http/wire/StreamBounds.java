package org.onrecord.http.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what a client can hold by HTTP/2, as {@link RequestDeadline} does for HTTP/1.1. A request
 * that takes too long to arrive is reset, and a connection without requests is closed. A request
 * that finds all places taken is refused, so that its client may send it again (RFC 9113, section
 * 8.7). For one connection, and used by its event loop alone.
 */
final class StreamBounds extends Http2ConnectionAdapter {
  private static final long LAST_WORDS_MILLIS = 1_000;

  private final ChannelHandlerContext context;
  private final Http2ConnectionHandler handler;
  private final Duration patience;
  private final CappedCount places;
  private final Http2Connection.PropertyKey placeKey;
  private final Http2Connection.PropertyKey deadlineKey;
  private @Nullable Future<?> end;

  private StreamBounds(
      ChannelHandlerContext context,
      Http2ConnectionHandler handler,
      Duration patience,
      CappedCount places) {
    this.context = context;
    this.handler = handler;
    this.patience = patience;
    this.places = places;
    this.placeKey = handler.connection().newKey();
    this.deadlineKey = handler.connection().newKey();
  }

  /**
   * Bounds the connection of a handler that has read nothing yet.
   *
   * @param places those of the requests on all connections
   */
  static void bound(
      ChannelHandlerContext context,
      Http2ConnectionHandler handler,
      Duration patience,
      CappedCount places) {
    StreamBounds bounds = new StreamBounds(context, handler, patience, places);
    handler.gracefulShutdownTimeoutMillis(LAST_WORDS_MILLIS);
    handler.connection().addListener(bounds);
    Http2ConnectionDecoder decoder = handler.decoder();
    decoder.frameListener(bounds.new Door(decoder.frameListener()));
    context.channel().closeFuture().addListener(_ -> bounds.stopEnd());
    bounds.startEnd();
  }

  @Override
  public void onStreamActive(Http2Stream stream) {
    stopEnd();
    if (places.take()) {
      stream.setProperty(placeKey, true);
    }
    if (stream.state() == Http2Stream.State.OPEN) {
      stream.setProperty(deadlineKey, after(() -> reset(stream)));
    }
  }

  @Override
  public void onStreamHalfClosed(Http2Stream stream) {
    if (stream.state() == Http2Stream.State.HALF_CLOSED_REMOTE) {
      stopDeadline(stream);
    }
  }

  @Override
  public void onStreamClosed(Http2Stream stream) {
    stopDeadline(stream);
    if (stream.removeProperty(placeKey) != null) {
      places.release();
    }
    if (handler.connection().numActiveStreams() == 0) {
      startEnd();
    }
  }

  private void reset(Http2Stream stream) {
    handler.resetStream(context, stream.id(), Http2Error.CANCEL.code(), context.newPromise());
    context.flush();
  }

  private void stopDeadline(Http2Stream stream) {
    Future<?> deadline = stream.removeProperty(deadlineKey);
    if (deadline != null) {
      deadline.cancel(false);
    }
  }

  private void startEnd() {
    stopEnd();
    if (context.channel().isActive()) {
      end = after(() -> context.channel().close());
    }
  }

  private void stopEnd() {
    if (end != null) {
      end.cancel(false);
      end = null;
    }
  }

  private Future<?> after(Runnable task) {
    return context.executor().schedule(task, patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Lets in what has a place. */
  private final class Door extends Http2FrameListenerDecorator {
    Door(Http2FrameListener inside) {
      super(inside);
    }

    @Override
    public void onHeadersRead(
        ChannelHandlerContext context,
        int stream,
        Http2Headers headers,
        int padding,
        boolean endOfStream)
        throws Http2Exception {
      check(stream);
      super.onHeadersRead(context, stream, headers, padding, endOfStream);
    }

    @Override
    public void onHeadersRead(
        ChannelHandlerContext context,
        int stream,
        Http2Headers headers,
        int dependency,
        short weight,
        boolean exclusive,
        int padding,
        boolean endOfStream)
        throws Http2Exception {
      check(stream);
      super.onHeadersRead(
          context, stream, headers, dependency, weight, exclusive, padding, endOfStream);
    }

    private void check(int id) throws Http2Exception {
      Http2Stream stream = handler.connection().stream(id);
      if (stream != null && stream.getProperty(placeKey) == null) {
        throw Http2Exception.streamError(
            id, Http2Error.REFUSED_STREAM, "There are too many requests at a time");
      }
    }
  }
}
