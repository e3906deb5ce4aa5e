package org.onrecord.backend.opensearch;

import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** How an archive's index is, as the cluster tells. */
public record ClusterHealth(Epochs epochs) {

  /** How much it takes on all nodes. */
  public long bytes() throws IOException {
    return ask("/" + epochs.documents() + "/_stats/store")
        .path("_all")
        .path("total")
        .path("store")
        .path("size_in_bytes")
        .asLong();
  }

  /** How much is left on the disks of all nodes. */
  public long freeBytes() throws IOException {
    long free = 0;
    for (JsonNode node : ask("/_nodes/stats/fs").path("nodes")) {
      free += node.path("fs").path("total").path("available_in_bytes").asLong();
    }
    return free;
  }

  /** Whether all of it is there, and no block keeps writes off. */
  public boolean isWritable() throws IOException {
    String status = ask("/_cluster/health/" + epochs.documents()).path("status").asString("");
    if (status.equals("red")) {
      return false;
    }
    for (JsonNode index : ask("/" + epochs.documents() + "/_settings/index.blocks.*")) {
      for (JsonNode block : index.path("settings").path("index").path("blocks")) {
        if (block.asString("").equals("true")) {
          return false;
        }
      }
    }
    return true;
  }

  private JsonNode ask(String path) throws IOException {
    return epochs.cluster().send("GET", path, null);
  }
}
