package org.onrecord.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.search.SampleArticle;

/** Articles made by hand, served from a folder on a free port. */
final class ServedArchive implements AutoCloseable {
  private final LuceneArchive archive;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Set<ArticleId> held = new HashSet<>();

  /** How the archive is served. */
  interface Serving {
    HttpServer of(LuceneArchive archive) throws IOException;
  }

  private ServedArchive(LuceneArchive archive, HttpServer server) {
    this.archive = archive;
    this.server = server;
  }

  static ServedArchive open(Path folder, Serving serving) throws IOException {
    LuceneArchive archive = LuceneArchive.open(folder);
    return new ServedArchive(archive, serving.of(archive));
  }

  URI url() {
    return server.url();
  }

  void put(SampleArticle... articles) throws IOException {
    for (SampleArticle article : articles) {
      archive.put(article.archived());
      held.add(article.id());
    }
    archive.commit();
  }

  void delete(String... ids) throws IOException {
    for (String id : ids) {
      archive.delete(new ArticleId(id));
    }
    archive.commit();
  }

  void deleteAll() throws IOException {
    delete(held.stream().map(ArticleId::value).toArray(String[]::new));
    held.clear();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(url().resolve(path));
  }

  <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body)
      throws IOException, InterruptedException {
    return client.send(request.build(), body);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path), BodyHandlers.ofString());
  }

  @Override
  public void close() throws IOException {
    client.close();
    server.close();
    archive.close();
  }
}
