import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a table of ratios, and a plot, of what {@code src/bench/run} measured.
 *
 * <pre>
 * java Report.java WORK text=MEGABYTES TARGET=BYTES…
 * </pre>
 *
 * Reads WORK/rounds.md, the load driver's tables, and WORK/starts.txt; writes WORK/table.md and
 * WORK/plot.svg.
 */
public final class Report {
  private static final Pattern CLIENTS = Pattern.compile("closed loop, (\\d+) clients.*");
  private static final Pattern OPEN = Pattern.compile("open loop, (\\d+)\\S* requests/s.*");
  private static final Pattern START =
      Pattern.compile("median ready (\\d+) search (\\d+) page (\\d+) ms");
  private static final Pattern ALL = Pattern.compile("\\| \\*\\*(\\S+)\\*\\* all (\\|.*)");
  private static final String NOW = "now";
  private static final String PAGE = "now-page";
  private static final String[] COLORS = {
    "#7a8699", "#b0892f", "#2f6f8f", "#7fb2c9", "#555", "#999"
  };

  /**
   * What was measured of one target with so many clients.
   *
   * @param rate requests a second
   * @param p50 milliseconds
   * @param p99 milliseconds
   * @param processor milliseconds a request
   * @param resident megabytes
   */
  private record Measured(double rate, double p50, double p99, double processor, double resident) {
    static Measured of(String cells) {
      String[] each = cells.split("\\|", -1);
      Matcher processor = Pattern.compile("\\(([0-9.]+) ms\\)").matcher(each[8]);
      if (!processor.find()) {
        throw new IllegalArgumentException("no processor time in " + cells);
      }
      return new Measured(
          number(each[1]),
          number(each[2]),
          number(each[4]),
          Double.parseDouble(processor.group(1)),
          number(each[9]));
    }

    private static double number(String cell) {
      return Double.parseDouble(cell.strip());
    }
  }

  private Report() {}

  public static void main(String[] arguments) throws IOException {
    Path work = Path.of(arguments[0]);
    double text = 0;
    Map<String, Double> disk = new LinkedHashMap<>();
    for (int i = 1; i < arguments.length; i++) {
      String[] pair = arguments[i].split("=", 2);
      if (pair[0].equals("text")) {
        text = Double.parseDouble(pair[1]);
      } else {
        disk.put(pair[0], Double.parseDouble(pair[1]) / 1e6);
      }
    }
    Map<String, Map<String, Measured>> runs = runs(Files.readAllLines(work.resolve("rounds.md")));
    List<String> table = new ArrayList<>(table(runs, disk));
    table.addAll(ratios(runs, disk, text));
    table.addAll(starts(work.resolve("starts.txt")));
    Files.write(work.resolve("table.md"), table);
    Files.writeString(work.resolve("plot.svg"), plot(runs));
    table.forEach(System.out::println);
  }

  /** By who asks, then by target. */
  private static Map<String, Map<String, Measured>> runs(List<String> lines) {
    Map<String, Map<String, Measured>> runs = new LinkedHashMap<>();
    Map<String, Measured> run = new LinkedHashMap<>();
    for (String line : lines) {
      Matcher clients = CLIENTS.matcher(line);
      Matcher open = OPEN.matcher(line);
      Matcher all = ALL.matcher(line);
      if (clients.matches()) {
        run = runs.computeIfAbsent(clients(clients.group(1)), _ -> new LinkedHashMap<>());
      } else if (open.matches()) {
        run = runs.computeIfAbsent(rate(open.group(1)), _ -> new LinkedHashMap<>());
      } else if (all.matches() && !line.contains("none answered")) {
        run.put(all.group(1), Measured.of(all.group(2)));
      }
    }
    return runs;
  }

  private static String clients(String count) {
    return count.equals("1") ? "one client" : count + " clients";
  }

  private static String rate(String aSecond) {
    return aSecond + " a second";
  }

  private static List<String> table(
      Map<String, Map<String, Measured>> runs, Map<String, Double> disk) {
    List<String> rows = new ArrayList<>();
    rows.add(
        "| asked by | target | requests/s | p50 ms | p99 ms | processor ms a request | resident MB"
            + " | on disk MB |");
    rows.add("|---|---|---|---|---|---|---|---|");
    runs.forEach(
        (askedBy, run) ->
            run.forEach(
                (name, one) ->
                    rows.add(
                        format(
                            "| %s | %s | %.0f | %.2f | %.1f | %.2f | %.0f | %s |",
                            askedBy,
                            name,
                            one.rate(),
                            one.p50(),
                            one.p99(),
                            one.processor(),
                            one.resident(),
                            disk.containsKey(name) ? format("%.0f", disk.get(name)) : ""))));
    rows.add("");
    return rows;
  }

  private static List<String> ratios(
      Map<String, Map<String, Measured>> runs, Map<String, Double> disk, double text) {
    List<String> rows = new ArrayList<>();
    rows.add("| ratio in this run | is | floor |");
    rows.add("|---|---|---|");
    Map<String, Measured> many = runs.getOrDefault(clients("16"), Map.of());
    Map<String, Measured> one = runs.getOrDefault(clients("1"), Map.of());
    Measured peer = many.get("opensearch");
    Measured now = many.get(NOW);
    Measured page = many.get(PAGE);
    if (peer != null && now != null && page != null) {
      row(rows, "16 clients, the same work, OnRecord ÷ OpenSearch", now.rate() / peer.rate(), "2");
      row(rows, "16 clients, the page's request ÷ OpenSearch's", page.rate() / peer.rate(), "1.2");
      row(rows, "16 clients, p99, OpenSearch ÷ OnRecord", peer.p99() / now.p99(), "1");
      row(
          rows,
          "processor time a request, OpenSearch ÷ OnRecord",
          peer.processor() / now.processor(),
          "2");
      row(
          rows,
          "processor time a request, OpenSearch ÷ the page's",
          peer.processor() / page.processor(),
          "1.2");
    }
    Map<String, Measured> open = runs.getOrDefault(rate("300"), Map.of());
    if (open.containsKey("opensearch") && open.containsKey(NOW)) {
      row(
          rows,
          "300 a second, p99, OpenSearch ÷ OnRecord",
          open.get("opensearch").p99() / open.get(NOW).p99(),
          "2");
    }
    if (now != null) {
      row(rows, "processor ms a request, 16 clients", now.processor(), "1.2");
      row(rows, "resident MB under load", now.resident(), "800");
    }
    if (now != null && many.containsKey("bare")) {
      row(
          rows,
          "processor time a request, OnRecord ÷ bare Lucene",
          now.processor() / many.get("bare").processor(),
          "1");
    }
    if (one.containsKey("bare") && one.containsKey(NOW)) {
      row(
          rows,
          "p50, one client, OnRecord ÷ bare Lucene",
          one.get(NOW).p50() / one.get("bare").p50(),
          "1.5");
    }
    if (text > 0 && disk.containsKey(NOW)) {
      row(rows, "bytes on disk ÷ text", disk.get(NOW) / text, "2.2");
    }
    return rows;
  }

  /** Rows of what {@code src/bench/start} measured, where it did. */
  private static List<String> starts(Path measured) throws IOException {
    List<String> rows = new ArrayList<>();
    for (String line : Files.exists(measured) ? Files.readAllLines(measured) : List.<String>of()) {
      Matcher start = START.matcher(line);
      if (start.matches()) {
        row(rows, "seconds from start to ready", seconds(start.group(1)), "1.5");
        row(rows, "seconds of the first search", seconds(start.group(2)), "0.05");
        row(rows, "seconds of the home page", seconds(start.group(3)), "0.1");
      }
    }
    return rows;
  }

  private static double seconds(String milliseconds) {
    return Double.parseDouble(milliseconds) / 1_000;
  }

  private static void row(List<String> rows, String what, double is, String floor) {
    rows.add(format("| %s | %.2f | %s |", what, is, floor));
  }

  /** A bar for each target's processor time a request, by how many clients ask. */
  private static String plot(Map<String, Map<String, Measured>> runs) {
    StringBuilder bars = new StringBuilder();
    double most =
        runs.values().stream()
            .flatMap(run -> run.values().stream())
            .mapToDouble(Measured::processor)
            .max()
            .orElse(1);
    int y = 40;
    for (Map.Entry<String, Map<String, Measured>> run : runs.entrySet()) {
      bars.append(
          format("<text x=\"10\" y=\"%d\" font-weight=\"bold\">%s</text>%n", y, run.getKey()));
      int color = 0;
      for (Map.Entry<String, Measured> one : run.getValue().entrySet()) {
        y += 24;
        double width = 420 * one.getValue().processor() / most;
        bars.append(
            format("<text x=\"110\" y=\"%d\" text-anchor=\"end\">%s</text>%n", y, one.getKey()));
        bars.append(
            format(
                "<rect x=\"120\" y=\"%d\" width=\"%.1f\" height=\"16\" fill=\"%s\"/>%n",
                y - 13, width, COLORS[color++ % COLORS.length]));
        bars.append(
            format(
                "<text x=\"%.1f\" y=\"%d\">%.2f ms</text>%n",
                126 + width, y, one.getValue().processor()));
      }
      y += 40;
    }
    return format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"%d\""
            + " font-family=\"sans-serif\" font-size=\"13\">%n<text x=\"10\" y=\"18\">Processor"
            + " time a request</text>%n%s</svg>%n",
        y, bars);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
