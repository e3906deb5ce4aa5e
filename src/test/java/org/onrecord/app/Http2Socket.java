package org.onrecord.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A connection by HTTP/2 (RFC 9113) over which a test can send what no client library would. */
final class Http2Socket implements AutoCloseable {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RESET = 3;
  static final int SETTINGS = 4;
  static final int GOAWAY = 7;
  static final int REFUSED = 7;
  static final int CANCEL = 8;
  static final int CALM = 11;

  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;

  private final SSLSocket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder();

  /**
   * A frame that came.
   *
   * @param headers empty, unless it brought some
   */
  record Frame(int type, int flags, int stream, byte[] payload, Optional<Http2Headers> headers) {
    /** The number that says why, of a frame that ends a stream or the connection. */
    int error() {
      return ByteBuffer.wrap(payload).getInt(type == GOAWAY ? 4 : 0);
    }

    String status() {
      return headers.map(h -> String.valueOf(h.status())).orElse("none");
    }

    String header(String name) {
      return headers.map(h -> String.valueOf(h.get(name))).orElse("none");
    }
  }

  /** Connects, says hello and sends its settings, pairs of identifier and value. */
  Http2Socket(URI address, SSLContext trust, int... settings) throws IOException {
    socket =
        (SSLSocket) trust.getSocketFactory().createSocket(address.getHost(), address.getPort());
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(20_000);
    in = new DataInputStream(socket.getInputStream());
    out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 1 << 16));
    out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
    ByteBuffer payload = ByteBuffer.allocate(settings.length * 3);
    for (int i = 0; i < settings.length; i += 2) {
      payload.putShort((short) settings[i]).putInt(settings[i + 1]);
    }
    send(SETTINGS, 0, 0, payload.array());
  }

  void request(int stream, boolean end, String method, String path, String... more)
      throws IOException {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    field(block, ":method", method);
    field(block, ":scheme", "https");
    field(block, ":path", path);
    for (int i = 0; i < more.length; i += 2) {
      field(block, more[i], more[i + 1]);
    }
    send(HEADERS, END_HEADERS | (end ? END_STREAM : 0), stream, block.toByteArray());
  }

  /** A literal without indexing (RFC 7541, section 6.2.2). */
  private static void field(ByteArrayOutputStream block, String name, String value) {
    block.write(0);
    text(block, name);
    text(block, value);
  }

  private static void text(ByteArrayOutputStream block, String text) {
    int length = text.length();
    if (length < 127) {
      block.write(length);
    } else {
      block.write(127);
      length -= 127;
      while (length >= 128) {
        block.write(length % 128 + 128);
        length /= 128;
      }
      block.write(length);
    }
    block.writeBytes(text.getBytes(ISO_8859_1));
  }

  void data(int stream, boolean end, byte[] bytes) throws IOException {
    send(DATA, end ? END_STREAM : 0, stream, bytes);
  }

  void reset(int stream) throws IOException {
    send(RESET, 0, stream, new byte[] {0, 0, 0, CANCEL});
  }

  private void send(int type, int flags, int stream, byte[] payload) throws IOException {
    out.writeByte(payload.length >> 16);
    out.writeShort(payload.length);
    out.writeByte(type);
    out.writeByte(flags);
    out.writeInt(stream);
    out.write(payload);
  }

  /** Sends what was written; {@link #next} does, too. */
  void flush() throws IOException {
    out.flush();
  }

  /** The next frame; none if the connection has ended. */
  Optional<Frame> next() throws IOException, Http2Exception {
    try {
      flush();
      int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      int stream = in.readInt();
      byte[] payload = in.readNBytes(length);
      Optional<Http2Headers> headers =
          type == HEADERS
              ? Optional.of(decoder.decodeHeaders(stream, Unpooled.wrappedBuffer(payload)))
              : Optional.empty();
      return Optional.of(new Frame(type, flags, stream, payload, headers));
    } catch (EOFException | SocketException ended) {
      return Optional.empty();
    }
  }

  /** The next frame of this type on this stream, whatever comes before it. */
  Frame await(int type, int stream) throws IOException, Http2Exception {
    while (true) {
      Frame frame =
          next().orElseThrow(() -> new AssertionError("ended before " + type + " on " + stream));
      if (frame.type() == type && frame.stream() == stream) {
        return frame;
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
