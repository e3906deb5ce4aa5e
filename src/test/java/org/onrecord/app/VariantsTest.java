package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That {@code --variants} reaches the analysis. */
class VariantsTest {
  private static final String ARTICLE =
      "{\"id\":\"a\",\"date\":\"2020-05-04\",\"text\":\"“The quay is ours,” said Ijaz Birch.\"}\n";

  @TempDir private Path folder;

  @Test
  void spellingVariantsCountUnlessTheyAreSwitchedOff() throws Exception {
    Path registry = folder.resolve("people.csv");
    Files.writeString(
        registry, "id,name,group,group_id\nejaz-birch,Ejaz Birch,Harbour Party,harbour\n");
    assertEquals("Ejaz Birch", speaker(registry, "on"));
    assertEquals("Ijaz Birch", speaker(registry, "off"));
  }

  private String speaker(Path registry, String variants) {
    List<String> args =
        List.of("extract", "--registry", registry.toString(), "--variants", variants);
    ProgramRun run = ProgramRun.of(folder, ARTICLE, args);
    assertEquals(0, run.code(), run.err());
    JsonNode quotes = JsonMapper.shared().readTree(run.out()).get("quotes");
    return quotes.get(0).get("speaker").stringValue();
  }
}
