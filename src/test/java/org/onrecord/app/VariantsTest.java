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
  private static final String ARTICLE = "{\"id\":\"a\",\"date\":\"2020-05-04\",\"text\":\"%s\"}\n";
  private static final String SAID = "“The quay is ours,” said Ijaz Birch";

  @TempDir private Path folder;

  @Test
  void spellingVariantsCountWhereTheCountryIsTold() throws Exception {
    Path registry = folder.resolve("people.csv");
    Files.writeString(
        registry,
        "id,name,party,party_id,country\nejaz-birch,Ejaz Birch,Harbour Party,harbour,GB\n");
    assertEquals("Ejaz Birch", speaker(registry, "on", SAID + " in London."));
    assertEquals("Ijaz Birch", speaker(registry, "off", SAID + " in London."));
    assertEquals("Ijaz Birch", speaker(registry, "on", SAID + "."));
    assertEquals("Ijaz Birch", speaker(registry, "on", SAID + " in Karachi."));
  }

  private String speaker(Path registry, String variants, String text) {
    List<String> args =
        List.of("extract", "--registry", registry.toString(), "--variants", variants);
    ProgramRun run = ProgramRun.of(folder, ARTICLE.formatted(text), args);
    assertEquals(0, run.code(), run.err());
    JsonNode quotes = JsonMapper.shared().readTree(run.out()).get("quotes");
    return quotes.get(0).get("speaker").stringValue();
  }
}
