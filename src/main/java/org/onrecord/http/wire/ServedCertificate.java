package org.onrecord.http.wire;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.ssl.CertificateProvider;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Sinks;

/**
 * The certificate for new connections. Its files are looked at four times a second; when they
 * changed, and stood still until the next look, they are read anew. As long as what they hold does
 * not do, the old one stays.
 */
@Singleton
@Named(CertificateFiles.NAME)
@Requires(beans = CertificateFiles.class)
final class ServedCertificate implements CertificateProvider {
  private static final Logger LOG = LoggerFactory.getLogger(ServedCertificate.class);
  private static final Duration TURN = Duration.ofMillis(250);

  private final CertificateFiles files;
  private final Sinks.Many<KeyStore> current = Sinks.many().replay().latest();
  private List<Object> seen;
  private List<Object> read;

  ServedCertificate(CertificateFiles files, TaskScheduler scheduler) throws IOException {
    this.files = files;
    this.seen = stamps();
    this.read = seen;
    use(files.read());
    scheduler.scheduleWithFixedDelay(TURN, TURN, this::look);
  }

  @Override
  public String getName() {
    return CertificateFiles.NAME;
  }

  @Override
  public Publisher<KeyStore> getKeyStore() {
    return current.asFlux();
  }

  private void look() {
    List<Object> now = stamps();
    boolean still = now.equals(seen);
    seen = now;
    if (still && !now.equals(read)) {
      read = now;
      try {
        use(files.read());
      } catch (IOException e) {
        LOG.warn("The old certificate stays in use: {}", e.getMessage());
      }
    }
  }

  private void use(KeyStore store) throws IOException {
    Instant end = end(store);
    if (end.isBefore(Instant.now())) {
      LOG.warn("The certificate in {} ended at {}: clients refuse it", files.certificate(), end);
    } else {
      LOG.info("The certificate in {} is good until {}", files.certificate(), end);
    }
    current.emitNext(store, Sinks.EmitFailureHandler.FAIL_FAST);
  }

  private static Instant end(KeyStore store) throws IOException {
    try {
      return store.getCertificate(CertificateFiles.NAME) instanceof X509Certificate own
          ? own.getNotAfter().toInstant()
          : Instant.MAX;
    } catch (KeyStoreException e) {
      throw new IOException(e);
    }
  }

  /** What changes with the files, links followed. */
  private List<Object> stamps() {
    List<Object> stamps = new ArrayList<>();
    for (Path file : List.of(files.certificate(), files.key())) {
      try {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
        stamps.add(is.lastModifiedTime());
        stamps.add(is.size());
        stamps.add(String.valueOf(is.fileKey()));
      } catch (IOException e) {
        stamps.add("none");
      }
    }
    return stamps;
  }
}
