package org.onrecord;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the code to the table of packages. */
class ArchitectureTest {
  private static final String ROOT = "org.onrecord";

  /** Each package, in the order in which an article meets them, and what it may import. */
  static final String TABLE =
      """
      article:
      format:         article
      segment:        article
      quotation:      article segment
      quotation.training: article segment quotation
      registry:
      attribution.words: segment registry
      attribution.party: segment registry attribution.words
      attribution.names: article segment quotation registry attribution.words attribution.party
      attribution.lookup: article segment registry attribution.words attribution.party
      attribution.cast: article segment quotation registry attribution.words attribution.party attribution.names attribution.lookup
      attribution.source: article segment quotation registry attribution.words attribution.party attribution.names attribution.lookup attribution.cast
      attribution:    article segment quotation registry attribution.words attribution.party attribution.names attribution.lookup attribution.cast attribution.source
      attribution.training: article segment quotation registry attribution.words attribution.names attribution.cast attribution.source attribution
      schema:         article
      copies:         article schema
      query:          article schema
      access:         article
      correction:     article
      people:         article registry correction schema
      ingest:         article format segment quotation registry attribution attribution.cast attribution.source correction schema people
      intake:         article format
      search:         article schema query people
      verify:         article schema search
      trend:          article schema query search
      voice:          article people registry schema search
      batch:          article schema query search trend
      timeline:       article schema search verify
      alert:          article correction ingest schema search
      draft:          article format ingest schema search verify
      backup:         access article schema
      backend.lucene.index: article segment schema copies search
      backend.lucene.names: article schema people backend.lucene.index
      backend.lucene.query: article schema query people search verify backend.lucene.index backend.lucene.names
      backend.lucene.facet: article schema search backend.lucene.index backend.lucene.names backend.lucene.query
      backend.lucene.copies: article schema copies backend.lucene.index backend.lucene.query
      backend.lucene.highlight: article segment schema search backend.lucene.index backend.lucene.query
      backend.lucene.care: article schema ingest backup backend.lucene.index
      backend.lucene: alert article schema query people ingest search verify backend.lucene.index backend.lucene.names backend.lucene.query backend.lucene.facet backend.lucene.copies backend.lucene.highlight backend.lucene.care
      backend.opensearch.search: article schema query people search verify backend.lucene.index backend.lucene.names backend.lucene.query backend.lucene.facet backend.lucene.highlight backend.lucene
      backend.opensearch: access alert article correction schema query people copies ingest backup search verify backend.lucene.index backend.lucene.query backend.lucene.copies backend.opensearch.search
      archive:        article format quotation registry correction schema people ingest search verify backend.lucene
      api:            alert article registry correction schema query people search verify trend voice batch timeline draft
      alert.delivery: access alert api article schema search
      mcp:            article registry schema people search verify api
      evaluation:     alert article segment quotation quotation.training registry attribution attribution.names attribution.source attribution.cast attribution.training schema search verify
      page:           api article query search
      page.part:      api article schema query search page
      page.search:    api article schema query search page page.part
      page.profile:   api article schema search page page.part page.search
      page.trend:     api article schema search trend page page.part
      page.voice:     article schema voice page page.part
      page.batch:     api article batch schema search trend page page.part
      page.timeline:  api article schema search timeline verify page page.part
      page.saved:     alert api article schema search page
      page.article:   api article schema query search page page.part
      page.quotation: api article schema search verify page page.part page.article
      http.wire:
      http:           access alert api article registry schema query people search verify trend batch timeline page.part http.wire
      http.guard:     access article http
      http.api:       access alert alert.delivery api article format registry correction schema people search verify trend voice batch timeline draft mcp ingest page.part page.trend http
      http.web:       access alert api article registry schema people search verify trend voice batch timeline page page.part page.search page.profile page.trend page.voice page.batch page.timeline page.article page.quotation page.saved http http.guard http.api
      cli.terminal:   article draft format schema search verify
      cli.option:     access article format ingest query schema search
      cli:            access alert article backup correction evaluation ingest mcp people schema search verify trend batch cli.option
      cli.command:    access alert api article format registry correction schema query people ingest intake search verify trend batch draft mcp backup evaluation cli cli.option cli.terminal
      app:            *
      """;

  /** Libraries that only some packages know. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.of(
          "org.apache.lucene", Set.of("backend.lucene", "backend.opensearch", "query"),
          "io.micronaut", Set.of("http", "app"),
          "org.jsoup", Set.of("format"),
          "com.samskivert.mustache", Set.of("page"),
          "picocli", Set.of("cli", "app"));

  private static final Map<String, Set<String>> ALLOWED = allowed();
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void everyPackageStandsInTheTable() {
    Set<String> unknown = new TreeSet<>();
    CLASSES.forEach(c -> unknown.add(relative(c.getPackageName())));
    unknown.removeAll(ALLOWED.keySet());
    assertEquals(Set.of(), unknown);
    assertTrue(CLASSES.size() > 50, "the classes were not read: " + CLASSES.size());
  }

  @TestFactory
  Stream<DynamicTest> packagesImportOnlyWhatTheTableLists() {
    return ALLOWED.keySet().stream().map(p -> DynamicTest.dynamicTest(p, () -> check(p)));
  }

  private static void check(String name) {
    Set<String> forbidden =
        CLASSES.stream()
            .filter(c -> relative(c.getPackageName()).equals(name))
            .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
            .filter(d -> !isAllowed(name, d.getTargetClass().getBaseComponentType()))
            .map(Dependency::getDescription)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), forbidden);
  }

  private static boolean isAllowed(String from, JavaClass target) {
    String to = target.getPackageName();
    if (to.equals(ROOT) || to.startsWith(ROOT + ".")) {
      Set<String> allowed = ALLOWED.get(from);
      return relative(to).equals(from) || allowed.contains("*") || allowed.contains(relative(to));
    }
    return LIBRARIES.entrySet().stream()
        .filter(library -> to.equals(library.getKey()) || to.startsWith(library.getKey() + "."))
        .allMatch(library -> library.getValue().stream().anyMatch(known -> isIn(from, known)));
  }

  /** Whether a package is the other, or lies in it. */
  private static boolean isIn(String name, String other) {
    return name.equals(other) || name.startsWith(other + ".");
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses().should().haveNameMatching(".*(Utils?|Manager|Helper|Impl)(\\$.*)?").check(CLASSES);
  }

  @Test
  void oneNameIsOneThing() {
    Map<String, Set<String>> named =
        CLASSES.stream()
            .filter(c -> !c.getName().contains("$") && !c.getName().endsWith("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    Collectors.mapping(
                        c -> relative(c.getPackageName()), Collectors.toCollection(TreeSet::new))));
    named.values().removeIf(packages -> packages.size() == 1);
    assertEquals(Map.of(), named);
  }

  @Test
  void nothingPrintsButTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".app..", ROOT + ".cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  private static Map<String, Set<String>> allowed() {
    Map<String, Set<String>> allowed = new LinkedHashMap<>();
    for (String row : TABLE.lines().toList()) {
      List<String> cells = Arrays.asList(row.split(":", 2));
      String imports = cells.get(1).strip();
      allowed.put(cells.get(0).strip(), imports.isEmpty() ? Set.of() : Set.of(imports.split(" +")));
    }
    return allowed;
  }

  private static String relative(String packageName) {
    return packageName.equals(ROOT) ? "" : packageName.substring(ROOT.length() + 1);
  }
}
