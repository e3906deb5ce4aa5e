import static org.codelibs.opensearch.runner.OpenSearchRunner.newConfigs;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * OpenSearch on 127.0.0.1, until its standard input ends, with a folder for repositories of
 * snapshots. Arguments: a folder for its data, its port, that for other nodes; of several nodes
 * also the name of the cluster, its own, the addresses of all, and their names.
 */
public class Node {
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[1]);
    int transport = Integer.parseInt(args[2]);
    OpenSearchRunner runner = new OpenSearchRunner();
    runner
        .onBuild(
            (number, settings) -> {
              settings.put("network.host", "127.0.0.1");
              settings.put("http.port", port + number - 1);
              settings.put("transport.port", transport + number - 1);
              settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
              settings.put("path.repo", args[0] + "/snapshots");
              if (args.length > 3) {
                settings.put("discovery.type", "zen");
                settings.put("node.name", args[4]);
                settings.putList("discovery.seed_hosts", args[5].split(","));
                settings.putList("cluster.initial_cluster_manager_nodes", args[6].split(","));
              }
            })
        .build(
            newConfigs()
                .clusterName(args.length > 3 ? args[3] : "tests" + port)
                .basePath(args[0])
                .numOfNode(1)
                .baseHttpPort(9200));
    if (args.length == 3) {
      runner.ensureYellow();
    }
    // OpenSearch takes System.out away for its log.
    new PrintStream(new FileOutputStream(FileDescriptor.out), true).println("READY");
    while (System.in.read() >= 0) {}
    Runtime.getRuntime().halt(0);
  }
}
