package org.onrecord.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Info;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.alert.Alerts;
import org.onrecord.article.ProgramVersion;
import org.onrecord.http.wire.Connections;
import org.onrecord.search.ArchiveCounts;
import org.onrecord.search.SearchService;

/** What an operator watches, as Prometheus reads it. Safe for use by several threads. */
@Singleton
public final class Metrics {
  private static final Duration[] LATENCIES =
      Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  /** A figure that may cost a look at the disk. */
  @FunctionalInterface
  private interface Figure {
    double now() throws IOException;
  }

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  Metrics(
      SearchService service,
      OpenExports exports,
      Connections connections,
      @Nullable IndexState index,
      @Nullable IntakeState intake,
      @Nullable Alerts alerts) {
    documents("article", service, ArchiveCounts::articles);
    documents("paragraph", service, ArchiveCounts::paragraphs);
    documents("quotation", service, ArchiveCounts::quotations);
    gauge("onrecord.exports.open", "Exports that are being read", exports::open);
    gauge("onrecord.connections.open", "Connections to clients", connections::open);
    if (index != null) {
      gauge("onrecord.index.bytes", "What the index takes on disk", index::bytes);
      gauge("onrecord.disk.free.bytes", "What is left for the index", index::freeBytes);
      gauge(
          "onrecord.commit.age.seconds",
          "Since something was last written to the index",
          () ->
              index
                  .lastCommit()
                  .map(at -> (double) Duration.between(at, Instant.now()).toSeconds())
                  .orElse(Double.NaN));
    }
    if (intake != null) {
      gauge("onrecord.intake.sources", "Feeds and folders that are read", intake::sources);
      gauge(
          "onrecord.intake.sources.failing",
          "Feeds and folders that could not be read, or taken in, the last time",
          intake::failing);
      intakes("taken", intake, IntakeState::taken);
      intakes("refused", intake, IntakeState::refused);
    }
    if (alerts != null) {
      gauge("onrecord.saved.searches", "Searches that are saved", alerts::saved);
      gauge("onrecord.saved.unsent", "Notices of saved searches not sent yet", alerts::unsent);
      FunctionCounter.builder("onrecord.saved.passages", alerts, Alerts::found)
          .description("Passages that saved searches found")
          .register(registry);
      deliveries("arrived", alerts, Alerts::sent);
      deliveries("failed", alerts, Alerts::failed);
    }
    Info build =
        Info.builder()
            .name("onrecord_build_info")
            .help("Which version runs, and on which Java")
            .labelNames("version", "java")
            .register(registry.getPrometheusRegistry());
    build.addLabelValues(ProgramVersion.CURRENT, Runtime.version().toString());
    collections.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
  }

  private void documents(
      String type, SearchService service, ToDoubleFunction<ArchiveCounts> count) {
    Gauge.builder(
            "onrecord.index.documents", () -> value(() -> count.applyAsDouble(service.counts())))
        .tag("type", type)
        .description("What the index holds")
        .register(registry);
  }

  private void intakes(String outcome, IntakeState intake, ToDoubleFunction<IntakeState> figure) {
    FunctionCounter.builder("onrecord.intake.articles", intake, figure)
        .tag("outcome", outcome)
        .description("What came of articles that feeds and folders had")
        .register(registry);
  }

  private void deliveries(String outcome, Alerts alerts, ToDoubleFunction<Alerts> figure) {
    FunctionCounter.builder("onrecord.saved.deliveries", alerts, figure)
        .tag("outcome", outcome)
        .description("Tries to send what saved searches found")
        .register(registry);
  }

  private void gauge(String name, String description, Figure figure) {
    Gauge.builder(name, () -> value(figure)).description(description).register(registry);
  }

  /** The figure; none where it cannot be told, which Prometheus shows as a gap. */
  private static double value(Figure figure) {
    try {
      return figure.now();
    } catch (IOException | RuntimeException e) {
      return Double.NaN;
    }
  }

  /** Counts a request that was answered. */
  public void answered(String method, String route, int status, Duration took) {
    Timer.builder("onrecord.requests")
        .description("Requests, and how long their answers took to begin")
        .tag("method", method)
        .tag("route", route)
        .tag("status", Integer.toString(status))
        .serviceLevelObjectives(LATENCIES)
        .register(registry)
        .record(took);
  }

  /** Counts articles that were sent, one alone or many at once. */
  public void written(String outcome, long articles) {
    registry.counter("onrecord.articles.written", "outcome", outcome).increment(articles);
  }

  /** Everything, in the text format of Prometheus. */
  public String text() {
    return registry.scrape();
  }

  @PreDestroy
  void close() {
    collections.close();
    registry.close();
  }
}
