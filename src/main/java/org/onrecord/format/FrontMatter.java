package org.onrecord.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * What stands above a text of Markdown: <a href="https://yaml.org/spec/1.2.2/">YAML</a> between two
 * lines {@code ---}, or <a href="https://toml.io/en/v1.0.0">TOML</a> between two lines {@code +++}.
 *
 * @param members what it names
 * @param fault what is wrong with it, a clause; empty where nothing is
 * @param end where the text begins behind it, in characters; 0 where there is none
 */
record FrontMatter(Map<String, Object> members, Optional<String> fault, int end) {
  private static final Pattern YAML =
      Pattern.compile(
          "\\A\\uFEFF?---[ \\t]*\\R(?<front>.*?)^(?:---|\\.\\.\\.)[ \\t]*(?:\\R|\\z)",
          Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern TOML =
      Pattern.compile(
          "\\A\\uFEFF?\\+\\+\\+[ \\t]*\\R(?<front>.*?)^\\+\\+\\+[ \\t]*(?:\\R|\\z)",
          Pattern.DOTALL | Pattern.MULTILINE);
  private static final int LONGEST = 1 << 20;

  /** Where generators keep lists of tags and categories one step further in. */
  private static final String TAXONOMIES = "taxonomies";

  /** That of a text, which may have none. */
  static FrontMatter of(String text) {
    Matcher yaml = YAML.matcher(text);
    if (yaml.find()) {
      return yaml(yaml.group("front"), yaml.end());
    }
    Matcher toml = TOML.matcher(text);
    return toml.find()
        ? toml(toml.group("front"), toml.end())
        : new FrontMatter(Map.of(), Optional.empty(), 0);
  }

  /** Whether a file may begin with one. */
  static boolean begins(String text) {
    return text.matches("(?s)(?:---|\\+\\+\\+)\r?\n.*\n(?:---|\\+\\+\\+).*");
  }

  private static FrontMatter yaml(String front, int end) {
    LoadSettings settings =
        LoadSettings.builder()
            .setMaxAliasesForCollections(10)
            .setAllowRecursiveKeys(false)
            .setCodePointLimit(LONGEST)
            .build();
    Map<String, Object> members = new LinkedHashMap<>();
    try {
      if (new Load(settings).loadFromString(front) instanceof Map<?, ?> map) {
        map.forEach((name, value) -> members.put(String.valueOf(name), value));
      } else if (!Blank.is(front)) {
        return broken("the front matter names nothing: it is no list of members", end);
      }
    } catch (YamlEngineException e) {
      return broken("broken front matter" + inWords(e), end);
    }
    return new FrontMatter(members, Optional.empty(), end);
  }

  private static FrontMatter toml(String front, int end) {
    if (front.length() > LONGEST) {
      return broken("the front matter has more than a million characters", end);
    }
    try {
      Map<String, Object> members =
          new LinkedHashMap<>(
              TomlMapper.shared()
                  .readValue(front, new TypeReference<LinkedHashMap<String, Object>>() {}));
      if (members.remove(TAXONOMIES) instanceof Map<?, ?> lists) {
        lists.forEach((name, value) -> members.putIfAbsent(String.valueOf(name), value));
      }
      return new FrontMatter(members, Optional.empty(), end);
    } catch (JacksonException e) {
      TokenStreamLocation place = e.getLocation();
      String line = place == null ? "" : " at line " + (place.getLineNr() + 1);
      return broken(
          "broken front matter"
              + line
              + ": "
              + String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse(""),
          end);
    }
  }

  private static FrontMatter broken(String fault, int end) {
    return new FrontMatter(Map.of(), Optional.of(fault), end);
  }

  private static String inWords(YamlEngineException fault) {
    if (!(fault instanceof MarkedYamlEngineException marked)) {
      return ": " + String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
    }
    return marked.getProblemMark().map(mark -> " at line " + (mark.getLine() + 2)).orElse("")
        + ": "
        + marked.getProblem();
  }
}
