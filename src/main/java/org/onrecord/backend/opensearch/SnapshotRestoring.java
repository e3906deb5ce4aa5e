package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.onrecord.backend.opensearch.IndexRegister.Known;
import org.onrecord.backup.ArchiveBackups;
import org.onrecord.backup.SnapshotPointer;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.ArchiveUnavailableException.Reason;
import tools.jackson.databind.JsonNode;

/**
 * Makes an archive of a snapshot, under a prefix that has none. The control document, by which an
 * archive is there, is written last, in one step and without the turn that it had in the snapshot:
 * until then there is none, whatever happens. The index {@code PREFIX-restoring} is there
 * meanwhile; by it whoever is killed is known to be gone, and what was made until then is taken
 * away by the next. Not safe for use by several threads.
 */
final class SnapshotRestoring {
  /** That whatever there is under the prefix was made by restoring. */
  private static final String BEGUN = "begun";

  private static final Duration LOOKING = Duration.ofMillis(100);

  private final Epochs target;
  private final SnapshotRepository repository;
  private final OpenSearchArchive.Terms terms;
  private final DocumentsIndex mark;
  private final DocumentsIndex control;

  SnapshotRestoring(Epochs target, SnapshotRepository repository, OpenSearchArchive.Terms terms) {
    this.target = target;
    this.repository = repository;
    this.terms = terms;
    this.mark = new DocumentsIndex(target.cluster(), target.documents() + "-restoring");
    this.control = new DocumentsIndex(target.cluster(), target.documents() + "-restored");
  }

  /**
   * Restores one.
   *
   * @param keys whether the keys come back, too
   * @return what is to be known of it, a sentence a fact
   * @throws IOException if there is an archive already, or indexes that nobody restored; or the
   *     snapshot is not there or not whole. Nothing was changed then
   */
  List<String> run(SnapshotPointer pointer, boolean keys) throws IOException {
    if (!mark.isThere()) {
      refuseArchive();
      refuseOthers();
      make();
    }
    ClusterLease lease = lease();
    if (!lease.takeOrWait()) {
      throw new ArchiveUnavailableException(
          Reason.LOCKED,
          "another onrecord restore under the prefix %s is under way; wait until it ends"
              .formatted(target.documents()),
          null);
    }
    try {
      refuseArchive();
      List<String> notes = new ArrayList<>();
      if (lease.note().equals(BEGUN)) {
        notes.add(
            "A restore that was cut off had left "
                + String.join(", ", takeAway())
                + "; that was taken away, and restored anew.");
      }
      notes.addAll(restore(pointer, keys, lease));
      return notes;
    } finally {
      if (lease.isHeld()) {
        lease.abandon();
        control.drop();
        mark.drop();
      }
    }
  }

  private void make() throws IOException {
    mark.create(IndexDefinition.control(terms.replicas()));
  }

  /** Who restores. */
  ClusterLease lease() {
    return new ClusterLease(
        new VersionedDocument<>(target.cluster(), mark.name(), "restore", ClusterLease.FORM),
        this::make,
        terms.lease());
  }

  /**
   * Looks whether there is an archive already.
   *
   * @throws IOException if there is
   */
  void refuseArchive() throws IOException {
    if (target.isThere()) {
      throw new IOException(
          ("there is an archive %s on the OpenSearch cluster at %s, and restore writes over"
                  + " nothing: restore under another prefix, which the %s of another folder names"
                  + " (--index DIR), or delete that one's indexes there first")
              .formatted(target.documents(), target.cluster(), ClusterFile.NAME));
    }
  }

  private void refuseOthers() throws IOException {
    List<String> others = there();
    if (!others.isEmpty()) {
      throw new IOException(
          ("there are indexes %s on the OpenSearch cluster at %s, and restore writes over nothing:"
                  + " restore under another prefix, or delete them there first")
              .formatted(String.join(", ", others), target.cluster()));
    }
  }

  /** What there is under the prefix that an archive has. */
  private List<String> there() throws IOException {
    Pattern known =
        Pattern.compile(
            Pattern.quote(target.documents()) + "(-(\\d+|control|side|audit|restored))?");
    List<String> there = new ArrayList<>();
    String path = "/_cat/indices/%s*?format=json&h=index&expand_wildcards=all";
    for (JsonNode one : target.cluster().send("GET", path.formatted(target.documents()), null)) {
      String name = one.path("index").asString("");
      if (known.matcher(name).matches()) {
        there.add(name);
      }
    }
    return there.stream().sorted().toList();
  }

  private List<String> takeAway() throws IOException {
    List<String> left = there();
    for (String one : left) {
      new DocumentsIndex(target.cluster(), one).drop();
    }
    return left;
  }

  private List<String> restore(SnapshotPointer pointer, boolean keys, ClusterLease lease)
      throws IOException {
    refuseOthers();
    if (!lease.note(BEGUN)) {
      throw lost();
    }
    try {
      return fill(pointer, keys, lease);
    } catch (IOException | RuntimeException e) {
      if (lease.isHeld()) {
        try {
          takeAway();
        } catch (IOException again) {
          e.addSuppressed(again);
        }
      }
      throw e;
    }
  }

  private ArchiveUnavailableException lost() {
    return new ArchiveUnavailableException(
        Reason.LOCKED,
        "another onrecord restore has taken over, since this one was silent; nothing was restored",
        null);
  }

  private List<String> fill(SnapshotPointer pointer, boolean keys, ClusterLease lease)
      throws IOException {
    String before = Pattern.quote(pointer.prefix());
    String controlName = pointer.prefix() + "-control";
    List<String> indexes = new ArrayList<>(pointer.indexes());
    indexes.remove(controlName);
    rename(pointer, indexes, "^" + before + "(-.*)$", target.documents() + "$1");
    rename(pointer, List.of(controlName), "^" + before + "-control$", control.name());
    ControlDocument old = new ControlDocument(target.cluster(), control.name()).olderToo();
    Epoch epoch = old.read().value();
    long articles = new ClusterLookup(target.view(epoch)).articles();
    if (articles != pointer.articles()) {
      throw new IOException(
          "nothing was restored: the snapshot %s holds %d articles, and had %d when it was made"
              .formatted(pointer.snapshot(), articles, pointer.articles()));
    }
    boolean leftOut = !keys && target.side(terms.replicas()).forgetKeys();
    target.name(epoch.index());
    if (!lease.isHeld()) {
      throw lost();
    }
    count(old, epoch);
    return leftOut ? List.of(ArchiveBackups.KEYS_LEFT_OUT) : List.of();
  }

  /** Lets the archive be there. */
  private void count(ControlDocument old, Epoch epoch) throws IOException {
    new DocumentsIndex(target.cluster(), target.controlName())
        .create(IndexDefinition.control(terms.replicas()));
    target.control().named(old.named());
    int last = new IndexRegister(target.cluster(), control.name()).read().last();
    target.register().change(_ -> new Known(last, null, List.of()));
    target.control().create(epoch.turn() == null ? epoch : epoch.aborting(epoch.turn()));
  }

  private void rename(
      SnapshotPointer pointer, List<String> indexes, String pattern, String replacement)
      throws IOException {
    repository.restore(pointer.snapshot(), indexes, pattern, replacement, terms.replicas());
    while (repository.isRestoring(pointer.snapshot())) {
      Cluster.pause(LOOKING);
    }
    List<String> made =
        indexes.stream().map(one -> one.replaceFirst(pattern, replacement)).toList();
    String path = "/_cat/shards/%s?format=json&h=index,shard,prirep,state,unassigned.details";
    for (JsonNode shard :
        target.cluster().send("GET", path.formatted(String.join(",", made)), null)) {
      if (shard.path("prirep").asString("").equals("p")
          && !shard.path("state").asString("").equals("STARTED")) {
        throw new IOException(
            "nothing was restored: the cluster cannot restore shard %s of %s: %s"
                .formatted(
                    shard.path("shard").asString(""),
                    shard.path("index").asString(""),
                    shard.path("unassigned.details").asString("see its log")));
      }
    }
  }
}
