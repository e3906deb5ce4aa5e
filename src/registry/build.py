#!/usr/bin/env python3
"""Builds the shipped registry of people, parties and dated memberships. See README.md."""
import argparse
import os
import re
import sys
from collections import Counter, defaultdict

import parties
from bounds import Bounds
from hand import HandReader
from joining import Joining
from model import HERE, SHIPPED, SOURCES, first_start, worth
from names import fold, slug
from same import SamePeople, table
from snapshot import SnapshotReader
from terms import Terms


class Builder(HandReader, SnapshotReader, Terms, Joining, SamePeople, Bounds):
    """One build: reads, cleans, joins, writes."""

    def __init__(self, corpus, hand):
        self.corpus, self.hand_dirs = corpus, [os.path.join(HERE, "hand")] + ([hand] if hand else [])
        self.dropped, self.conflicts = Counter(), Counter()
        self.examples = defaultdict(list)
        self.places = dict(line.rstrip("\n").split("\t") for line in open(os.path.join(HERE, "countries.tsv"), encoding="utf-8")
                           if not line.startswith("#"))
        self.corrections = defaultdict(list)
        for line in open(os.path.join(HERE, "corrections.tsv"), encoding="utf-8"):
            if not line.startswith("#"):
                what, country, name, until, value = line.rstrip("\n").split("\t")
                self.corrections[(country, name)].append((what, until, value))
        self.previous_people, self.previous_parties = read_previous()
        self.book = parties.PartyBook(self.previous_parties)
        self.organisations, self.people, self.ids, self.reserved = {}, [], set(), set()
        self.hand_parties = {}

    def _old_id(self, keys):
        """The id in the shipped file that one of the keys leads to, if nobody has it yet."""
        for key in keys:
            old = self.previous_people.get(key)
            if old and old not in self.ids:
                self.ids.add(old)
                return old
        return ""

    def _sure_id(self, person):
        """The id of the same membership under the same name, or of the Wikidata item."""
        item = [("w", person.wikidata)] if person.wikidata else []
        told = [("n", fold(name), *m[:3]) for name in dict.fromkeys([person.name, person.label]) for m in sorted(person.memberships)]
        labelled = [("i", slug(person.label))] if person.hand and person.label != person.name else []
        return self._old_id(labelled + told + item if person.hand else item + told)

    def _new_id(self, person):
        """The id that only somebody of this name had, else one out of the name that nobody has."""
        old = self._old_id([("u", fold(person.name), person.country), ("x", fold(person.name)), ("x", fold(person.label))])
        if old:
            return old
        plain, country, start = slug(person.label if person.hand else person.name), person.country.lower(), first_start(person)[:4]
        forms = [plain, f"{plain}-{country}", f"{plain}-{country}-{start}", f"{plain}-{person.wikidata.lower()}", *(f"{plain}-{n}" for n in range(2, 99))]
        new = next(f for f in forms if f not in self.ids and f not in self.reserved and not f.endswith("-"))
        self.ids.add(new)
        return new

    def build(self):
        """Everything, in order."""
        self.reserved = {pid for pid in self.previous_people.values() if pid}
        self.read_hand()
        self.book.load_sources([os.path.join(self.corpus, f) for f in ("parties.jsonl", "parties_world.jsonl")])
        self.book.load_fixes(os.path.join(HERE, "party-map.tsv"))
        rows = self.read_rows()
        old = [r for r in rows if r.country == "US" and r.code() == "everypolitician"]
        rest = [r for r in rows if r.country != "US" or r.code() != "everypolitician"]
        people = self.join_aliases(self.join_variants(self.us_aliases(self.group(rest), old)))
        for person in people:
            person.memberships = self.memberships(person)
        kept = self.join_twins([p for p in people if p.memberships and worth(p)])
        self.dropped["people without an office that is told"] += len(people) - len(kept)
        self.read_same()
        everybody = self.join_same(self.people + self.join_hand(kept))
        self.people = [p for p in everybody if p.hand]
        new = [p for p in everybody if not p.hand]
        self.people += sorted(new, key=lambda p: (-len(p.rows), fold(p.name), p.wikidata, p.country))
        for person in self.people:
            person.id = person.id or self._sure_id(person)
        for person in self.people:
            person.id = person.id or self._new_id(person)
        self.cut_aliases()
        for person in self.people:
            self.bound(person)

    def cut_aliases(self):
        """Takes away aliases that are another person's name: a list mixed up two holders of an office, or father and son."""
        owners = defaultdict(set)
        for person in self.people:
            for name in [person.name, *(a for a in person.aliases if person.hand and a not in person.lent)]:
                owners[(fold(name), parties.base(person.country))].add(id(person))
        for person in self.people:
            last, base = fold(person.name).split()[-1], parties.base(person.country)
            others = [a for a in person.aliases if owners.get((fold(a), base), {id(person)}) != {id(person)}]
            wrong = [a for a in others if (a in person.lent or not person.hand) and (fold(a).split()[-1] != last or a in person.lent)]
            if wrong:
                self.note("alias that is another person's name", f"{person.name}: {wrong[0]}")
            person.aliases = [a for a in person.aliases if a not in wrong]

    def drop_words(self):
        """Takes from parties the names that are ordinary words (party-words.tsv)."""
        for pid, word, instead in ((*cells, "")[:3] for cells in table("party-words.tsv")):
            party = self.book.parties.get(pid)
            if party is None:
                self.note("party-words.tsv: no such party", pid)
                continue
            party.aliases = [a for a in party.aliases if a != word]
            party.name = (instead or party.name) if party.name == word else party.name
            party.short = (instead or party.name) if party.short == word else party.short

    def write(self, path):
        """The shipped file."""
        used = {m[0] for p in self.people for m in p.memberships}
        self.drop_words()
        with open(path, "w", encoding="utf-8", newline="\n") as out:
            out.write("# registry of people, parties and dated memberships; format 1; built by src/registry/build.py; columns in src/registry/README.md\n")
            out.write("".join(line("S", code, text) for code, text in sorted(SOURCES.items())))
            for pid, party in sorted(self.book.parties.items()):
                if party.hand or pid in used:
                    out.write(line("Y", pid, party.short, party.name, party.country, names_list([a for a in party.aliases if a not in (party.short, party.name)]), ";".join(party.former), party.founded,
                                   party.dissolved, party.merged_into, party.colour, party.wikidata))
            for oid, (name, country) in sorted(self.organisations.items()):
                out.write(line("O", oid, name, country))
            for person in sorted(self.people, key=lambda p: p.id):
                out.write(line("P", person.id, person.name, person.gender[:1], names_list(person.aliases), person.wikidata, person.born, person.died,
                               person.description))
                for m in sorted(set(person.memberships), key=lambda m: (bool(m[1]), m[2], m[3] or "9999", m[0], m[1])):
                    out.write(line("M", *m))


def line(*values):
    """A line of the shipped file, without trailing empty columns."""
    return "\t".join(re.sub(r"[\t\n]", " ", v or "").strip() for v in values).rstrip("\t") + "\n"


def names_list(values):
    """Other names, each once, in a stable order."""
    seen, out = set(), []
    for value in values:
        value = value.replace(";", ",").strip()
        if value and value not in seen:
            seen.add(value)
            out.append(value)
    return ";".join(out)


def read_previous():
    """The ids of the file that is there already, by item, by name and start, by a name that only one has: they stay."""
    people, found = {}, {}
    if not os.path.exists(SHIPPED):
        return people, found
    person, country = None, {}
    for text in open(SHIPPED, encoding="utf-8"):
        cells = text.rstrip("\n").split("\t") + [""] * 12
        if cells[0] == "Y":
            country[cells[1]] = cells[4]
            for key in filter(None, (cells[11], fold(cells[3]))):
                found.setdefault((cells[4], key), cells[1])
        elif cells[0] == "O":
            country[cells[1]] = cells[3]
        elif cells[0] == "P":
            person = cells
            people[("w", cells[5] or cells[1])] = people[("i", cells[1])] = cells[1]
            people[("x", fold(cells[2]))] = "" if ("x", fold(cells[2])) in people else cells[1]
        elif cells[0] == "M":
            people.setdefault(("n", fold(person[2]), *cells[1:4]), person[1])
            only = ("u", fold(person[2]), country.get(cells[1], ""))
            people[only] = person[1] if people.get(only, person[1]) == person[1] else ""
    return people, found


def main():
    """Builds; with --check also tells what was counted, dropped and decided."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus")
    parser.add_argument("--hand", help="one more folder of people-*.tsv and parties-*.tsv")
    parser.add_argument("--out", default=SHIPPED)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--audit", action="append", default=[])
    args = parser.parse_args()
    builder = Builder(args.corpus, args.hand)
    builder.build()
    builder.write(args.out)
    if args.check:
        import report
        report.check(builder)
    if args.audit:
        import audit
        audit.run(builder, args.audit)


if __name__ == "__main__":
    sys.exit(main())
