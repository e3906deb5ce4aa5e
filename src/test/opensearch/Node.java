import static org.codelibs.opensearch.runner.OpenSearchRunner.newConfigs;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * OpenSearch on 127.0.0.1, until its standard input ends. Arguments: folder for its data, ports
 * from, transport's from, nodes.
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
            })
        .build(
            newConfigs()
                .clusterName("tests" + port)
                .basePath(args[0])
                .numOfNode(1)
                .baseHttpPort(9200));
    runner.ensureYellow();
    // OpenSearch takes System.out away for its log.
    new PrintStream(new FileOutputStream(FileDescriptor.out), true).println("READY");
    while (System.in.read() >= 0) {}
    Runtime.getRuntime().halt(0);
  }
}
