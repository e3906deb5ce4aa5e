package org.onrecord.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ApiJson;
import org.onrecord.api.SearchBody;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.Amount;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.evaluation.BenchTarget;
import org.onrecord.evaluation.PeerEngine;
import org.onrecord.evaluation.SearchLog;
import org.onrecord.evaluation.SideBySide;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.CopyMode;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code onrecord bench cluster}: how fast an archive on a cluster is beside the cluster itself.
 */
@Command(
    name = "cluster",
    description = {
      "Asks the searches of a log in rounds, in turn, of the archive on a cluster, of the same",
      "archive in a folder where one is named, and of the cluster itself: of a plain index of",
      "the same passages, by the cluster's own queries. All do the same work: ten hits with",
      "their texts and marks, the exact total, and the facets speaker, party, outlet, month.",
      "",
      "It makes the plain index, PREFIX_plain, and leaves it there to be asked again.",
      "A round is a part of the log: no search is asked twice but to warm up.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord bench cluster queries.jsonl --index cluster",
      "  onrecord bench cluster queries.jsonl --index cluster --beside news --clients 4",
      "  onrecord bench cluster queries.jsonl --index cluster --rounds 0 --drop",
    })
final class BenchClusterCommand implements Callable<Integer> {
  /** What all can count. */
  private static final Set<Facet> COUNTED =
      Set.of(Facet.SPEAKER, Facet.PARTY, Facet.OUTLET, Facet.DATE);

  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final IndexFolder index;

  @Parameters(paramLabel = "LOG", description = "Searches, one a line, in JSON.")
  private Path log = Path.of("");

  @Option(
      names = "--beside",
      paramLabel = "INDEX",
      description = "Ask this index as well, which should hold the same articles.")
  private @Nullable Path beside;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "1",
      description = "Ask N searches at a time; 1 by default.")
  private int clients = 1;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = {
        "Cut the log into N rounds, and one to warm up; 3 by default. With 0 the plain index",
        "is made, or taken away, and nothing asked."
      })
  private int rounds = 3;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "4",
      description = "Ask the first part N times before; 4 by default.")
  private int warmUp = 4;

  @Option(names = "--drop", description = "Take the plain index away at the end.")
  private boolean drop;

  private final Ports ports;
  private final Terminal terminal;

  BenchClusterCommand(Ports ports, Places places, Terminal terminal) {
    this.index = new IndexFolder(places);
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ArchiveAccess access = ports.archives().at(index.path());
    try (PeerEngine peer =
        access
            .peer()
            .orElseThrow(
                () ->
                    new IOException(
                        index.path()
                            + " is on no cluster: name a folder with a cluster.properties, and"
                            + " this one by --beside"))) {
      if (rounds > 0 || !drop) {
        SearchLog searches = SearchLog.read(log);
        try (ArchiveAccess.OpenArchive archive = access.openForReading()) {
          make(peer, archive);
          if (rounds > 0) {
            ask(searches, peer, archive);
          }
        }
      }
      if (drop) {
        peer.drop();
        terminal.err().println(peer.name() + " was taken away.");
      }
    }
    return ExitCode.DONE.number();
  }

  private void make(PeerEngine peer, ArchiveAccess.OpenArchive archive) throws IOException {
    OptionalLong there = peer.passages();
    if (there.isPresent()) {
      terminal
          .err()
          .printf("%s has %s already.%n", peer.name(), Amount.of(there.getAsLong(), "passage"));
      return;
    }
    SearchRequest all =
        SearchRequest.of("").withTypes(Set.of(DocumentType.values())).withCopies(CopyMode.UNFOLD);
    peer.make(() -> archive.export(all).hits(), _ -> {});
    terminal
        .err()
        .printf("%s was made: %s.%n", peer.name(), Amount.of(peer.passages().orElse(0), "passage"));
  }

  private void ask(SearchLog searches, PeerEngine peer, ArchiveAccess.OpenArchive archive)
      throws IOException, InterruptedException {
    List<BenchTarget> targets = new ArrayList<>();
    targets.add(new BenchTarget("cluster", true, request -> found(archive, request)));
    targets.add(new BenchTarget("plain", true, request -> found(peer, request)));
    if (beside == null) {
      print(searches, targets, peer);
      return;
    }
    try (ArchiveAccess.OpenArchive folder = ports.archives().at(beside).openForReading()) {
      targets.add(new BenchTarget("folder", false, request -> found(folder, request)));
      print(searches, targets, peer);
    }
  }

  private void print(SearchLog searches, List<BenchTarget> targets, PeerEngine peer)
      throws IOException, InterruptedException {
    new SideBySide(targets, peer::processorTimes, Math.max(1, clients))
        .run(searches, rounds, warmUp)
        .lines()
        .forEach(terminal.out()::println);
  }

  private static BenchTarget.Found found(ArchiveAccess.OpenArchive archive, SearchRequest request)
      throws IOException {
    SearchRequest asked =
        request.withCopies(CopyMode.UNFOLD).withFacets(COUNTED, request.facetSize());
    SearchResult result = archive.search(asked);
    byte[] answer = ApiJson.bytes(SearchBody.of(asked, result));
    return new BenchTarget.Found(answer, result::total, BenchTarget.How.of(result));
  }

  private static BenchTarget.Found found(PeerEngine peer, SearchRequest request)
      throws IOException {
    byte[] answer = peer.answer(request);
    return new BenchTarget.Found(answer, () -> peer.total(answer), BenchTarget.How.AS_TYPED);
  }
}
