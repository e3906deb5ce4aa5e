package org.onrecord.app;
import org.onrecord.http.FakeBackend;
public final class HttpServerTrial {
  public static void main(String[] args) throws Exception {
    long t = System.nanoTime();
    HttpServer s = HttpServer.start(FakeBackend.service(), "127.0.0.1", Integer.parseInt(args[0]));
    System.out.println(s.url() + " after ms " + (System.nanoTime() - t) / 1_000_000);
    Thread.sleep(100000000);
  }
}
