package org.onrecord.app;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.people.Decided;
import org.onrecord.people.NameDecision;
import org.onrecord.people.Names;
import org.onrecord.people.PeopleHistory;
import org.onrecord.people.PeopleLog;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.ArchiveUnavailableException.Reason;

/**
 * The names of an archive about which nothing can be decided.
 *
 * @param place of the archive, for messages
 */
record UndecidedNames(String place) implements PeopleLog {
  @Override
  public Names names() {
    return Names.NONE;
  }

  @Override
  public Decided decide(
      NameDecision decision, String by, @Nullable String note, InstantSource clock)
      throws ArchiveUnavailableException {
    throw new ArchiveUnavailableException(
        Reason.NOT_ON_A_CLUSTER,
        "not on a cluster yet: decisions about names; an archive in a folder has them",
        null);
  }

  @Override
  public PeopleHistory history() {
    return new PeopleHistory(List.of(), Names.NONE, List.of());
  }
}
