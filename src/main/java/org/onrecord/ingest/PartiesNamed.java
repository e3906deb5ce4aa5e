package org.onrecord.ingest;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.onrecord.article.PartyRef;
import org.onrecord.article.TextSpan;
import org.onrecord.registry.DatedName;
import org.onrecord.registry.Party;
import org.onrecord.registry.Registry;

/**
 * Where in a paragraph the parties stand that it names. That a paragraph names a party was worked
 * out before; this only looks for the words, by any name of the party's as it is written.
 *
 * @param party one that the paragraph names
 * @param words its names, apart from letters and digits on either side
 */
record PartiesNamed(PartyRef party, Pattern words) {
  /** Each of a paragraph's parties. */
  static List<PartiesNamed> of(Collection<PartyRef> parties, Registry registry) {
    return parties.stream().map(party -> of(party, registry)).toList();
  }

  private static PartiesNamed of(PartyRef party, Registry registry) {
    Set<String> names = new LinkedHashSet<>(Set.of(party.name()));
    registry
        .partyById(party.id())
        .map(List::of)
        .orElseGet(() -> registry.parties(party.name()))
        .forEach(known -> addNames(names, known));
    String any =
        names.stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote)
            .collect(joining("|"));
    return new PartiesNamed(
        party, Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{M}\\p{N}])"));
  }

  private static void addNames(Set<String> names, Party party) {
    names.add(party.name());
    names.add(party.fullName());
    names.addAll(party.aliases());
    party.formerNames().stream().map(DatedName::name).forEach(names::add);
  }

  /** Whether the party is named within one of the segments of a text. */
  boolean within(List<TextSpan> segments, String text) {
    return segments.stream().anyMatch(segment -> words.matcher(segment.in(text)).find());
  }
}
