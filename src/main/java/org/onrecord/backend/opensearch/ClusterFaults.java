package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.ArchiveUnavailableException.Reason;
import tools.jackson.databind.JsonNode;

/** What is told of a cluster that does not do what it is asked: what is wrong, and what to do. */
final class ClusterFaults {
  /** The cluster takes no writes, and will not before somebody has done something. */
  static final String BLOCKED = "cluster_block_exception";

  private ClusterFaults() {}

  /**
   * What is told of nodes that cannot be reached, or do not answer.
   *
   * @param host the one that was asked last
   */
  static ArchiveUnavailableException silent(ClusterAddress address, URI host, IOException cause) {
    if (cause instanceof SSLException) {
      return new ArchiveUnavailableException(
          Reason.UNREACHABLE, insecure(address, host, cause), cause);
    }
    return unavailable(
        cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
            ? "no node of the OpenSearch cluster at %s can be reached (%s); see that it runs, and"
                + " that its hosts are right"
            : "the OpenSearch cluster at %s did not answer (%s); ask again, and look whether its"
                + " nodes are well, and its hosts right",
        address,
        cause,
        said(cause));
  }

  /** Why a node is not spoken to: who answers is not shown to be it. */
  private static String insecure(ClusterAddress address, URI host, IOException cause) {
    Path authority = address.authority();
    boolean unknown = false;
    boolean otherName = false;
    for (Throwable one = cause; one != null; one = one.getCause()) {
      unknown |=
          one instanceof CertPathBuilderException || one instanceof CertPathValidatorException;
      otherName |= one instanceof CertificateException;
    }
    String what;
    if (unknown) {
      what =
          authority == null
              ? "Java trusts nobody who vouches for its certificate; name a file with the"
                  + " certificate of who does as authority"
              : "nobody in the file %s vouches for its certificate, or not any more; put the"
                      .formatted(authority)
                  + " certificate of who does in there";
    } else if (otherName) {
      what = "its certificate is for another name; name it in hosts as the certificate does";
    } else {
      what = "see whether it speaks TLS there, or has http:// in place of https://";
    }
    return "%s of the OpenSearch cluster was sent nothing: %s (%s)"
        .formatted(host, what, said(cause));
  }

  /** What answers sends to another address, to which neither words nor passwords are sent. */
  static ArchiveUnavailableException elsewhere(ClusterAddress address, String location) {
    return new ArchiveUnavailableException(
        Reason.UNREACHABLE,
        "what answers at %s is not OpenSearch, but sends to %s; name in hosts where the nodes are"
            .formatted(address, location),
        null);
  }

  private static String said(IOException cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  private static ArchiveUnavailableException unavailable(
      String pattern, ClusterAddress address, IOException cause, String said) {
    return new ArchiveUnavailableException(
        Reason.UNREACHABLE, pattern.formatted(address, said), cause);
  }

  /**
   * An answer to a search, if all shards gave theirs.
   *
   * @throws ArchiveUnavailableException if some did not: then something would be missing
   */
  static JsonNode whole(JsonNode answer) throws ArchiveUnavailableException {
    JsonNode shards = answer.path("_shards");
    if (shards.path("failed").asInt() > 0 || answer.path("timed_out").asBoolean()) {
      throw new ArchiveUnavailableException(
          Reason.UNREACHABLE,
          "%d of %d shards of the archive did not answer; see GET _cluster/health"
              .formatted(shards.path("failed").asInt(), shards.path("total").asInt()),
          null);
    }
    return answer;
  }

  /** What an answer with a status of 400 or more means. */
  static IOException told(ClusterAddress address, int status, JsonNode answer) {
    // What goes through many documents tells of each.
    JsonNode error = answer.path("failures").path(0).path("cause");
    error = error.isObject() ? error : answer.path("error");
    JsonNode root = error.path("root_cause").path(0);
    String type = root.path("type").asString(error.path("type").asString("error"));
    String reason = error.isObject() ? error.toString() : answer.toString();
    String plain = root.path("reason").asString(error.path("reason").asString(reason));
    IOException known = known(address, status, type, plain);
    return known == null ? new ClusterException(status, type, reason) : known;
  }

  static IOException told(ClusterAddress address, int status, String type, String reason) {
    IOException known = known(address, status, type, reason);
    return known == null ? new ClusterException(status, type, reason) : known;
  }

  private static @Nullable IOException known(
      ClusterAddress address, int status, String type, String reason) {
    if (status == 401) {
      return new ArchiveUnavailableException(
          Reason.REFUSED,
          "the OpenSearch cluster at %s does not take these credentials; see the user and the"
                  .formatted(address)
              + " password, or the token",
          null);
    }
    if (type.equals(BLOCKED)) {
      return new ArchiveUnavailableException(
          Reason.READ_ONLY,
          ("the OpenSearch cluster at %s takes no writes: %s; where a disk is full make room, then"
                  + " the cluster takes the block away, or set index.blocks.read_only_allow_delete"
                  + " to null")
              .formatted(address, reason),
          null);
    }
    if (status == 403) {
      return new ArchiveUnavailableException(
          Reason.REFUSED,
          "the OpenSearch cluster at %s does not let this user do that: %s"
              .formatted(address, reason),
          null);
    }
    if (status == 429) {
      return new ArchiveUnavailableException(
          Reason.OVERLOADED,
          "the OpenSearch cluster at %s has too much to do just now; ask again: %s"
              .formatted(address, reason),
          null);
    }
    if (status >= 500) {
      return new ArchiveUnavailableException(
          Reason.UNREACHABLE,
          ("the OpenSearch cluster at %s cannot do it now: %s; see GET _cluster/health, and GET"
                  + " _cluster/allocation/explain where it is red")
              .formatted(address, reason),
          null);
    }
    return null;
  }
}
