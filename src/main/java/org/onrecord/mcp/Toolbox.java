package org.onrecord.mcp;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.onrecord.registry.Registry;
import org.onrecord.search.SearchService;
import org.onrecord.verify.Verifier;

/** The tools, in the order in which they are listed. Safe for use by several threads. */
public final class Toolbox {
  private final List<Tool> tools;

  /**
   * Tools over an archive.
   *
   * @param registry who is who, asked when it is first needed
   */
  public Toolbox(SearchService search, Verifier verifier, Supplier<Registry> registry) {
    Filters filters = new Filters(new ArchiveNames(search));
    SearchTools found = new SearchTools(search, verifier, filters);
    ReadTools read = new ReadTools(search, verifier);
    VerifyTools verified = new VerifyTools(search, verifier, filters);
    this.tools =
        List.of(
            found.passages(),
            found.quotations(),
            read.quotation(),
            read.article(),
            verified.verify(),
            verified.whoSaid(),
            new ProfileTool(search, verifier, registry, filters).tool());
  }

  List<Tool> all() {
    return tools;
  }

  Optional<Tool> named(String name) {
    return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
  }
}
