"""The snapshots: rows with clean names, those of one person together."""
import gzip
import json
import os
import re
from collections import defaultdict

import names
import parties
import periods
from model import NOT_SHIPPED, Row, body_of, is_peer, make_person, name_person, near, shares_time
from names import fold
from periods import before


class SnapshotReader:
    """The part of a build that reads the snapshots and tells people apart."""

    def note(self, why, what):
        """Counts what is dropped, with a few examples."""
        self.dropped[why] += 1
        if len(self.examples[why]) < 6 or why.startswith(("name of one by hand", "one person under two", "same.tsv")):
            self.examples[why].append(what)

    def read_rows(self):
        """The snapshot's rows that may be shipped, with clean names."""
        rows = []
        for file in ("politicians.jsonl.gz", "world.jsonl.gz"):
            for line in gzip.open(os.path.join(self.corpus, file), "rt", encoding="utf-8"):
                raw = json.loads(line)
                row = Row(raw)
                if row.source.startswith(NOT_SHIPPED):
                    self.note("licence of the source: " + row.source.split("@")[0], raw["name"])
                    continue
                if self._fit(row, raw):
                    rows.append(row)
        return rows

    def _correct(self, row, raw):
        """A row's name after corrections.tsv, which may also take its party."""
        name = raw["name"]
        for what, until, value in self.corrections.get((row.country, name), []):
            if what == "name" and (not until or row.start < until):
                name = value
            elif what == "noitem":
                row.wikidata = ""
            elif what == "noparty" and value == row.party:
                row.party = row.party_id = ""
        return name

    def _fit(self, row, raw):
        """Whether a row can be shipped; its names and dates are cleaned."""
        row.name = names.clean(self._correct(row, raw), row.country)
        if row.source.startswith("data_aging") and row.name:
            row.name = names.mc(row.name)
        if row.name is None:
            self.note("name: one word, digits, or no person's", raw["name"])
            return False
        if row.start and row.end and before(row.end, row.start):
            row.end = row.start
        if row.end and not before(row.end, row.known) and row.code() not in ("fivethirtyeight", "ifg"):
            row.end = ""
        if row.start and not row.end and before(row.known, row.start):
            row.known = str(periods.day(row.start, last=True))
        if row.start and (row.start < "1900" or row.start > "2027"):
            self.note("absurd date", f"{raw['name']} {row.start}")
            return False
        if row.country not in self.places and row.country != "INT":
            self.note("territory left out", f"{row.country} {raw['name']}")
            return False
        if row.country == "AF" and row.source.startswith("everyp") and len(row.name.split()) < 3 and not row.wikidata:
            self.note("Afghan member of two common names", raw["name"])
            return False
        cleaned = [names.clean(a, row.country) for a in raw["aliases"]]
        row.aliases = [a for a in cleaned if a and fold(a) != fold(row.name)]
        return True

    def group(self, rows):
        """Rows of one person together: by Wikidata item, else by name and country."""
        by_item, by_name = defaultdict(list), defaultdict(list)
        for row in rows:
            (by_item[row.wikidata] if row.wikidata else by_name[(fold(row.name), parties.base(row.country))]).append(row)
        people, index = [], defaultdict(set)
        for item, group in sorted(by_item.items()):
            person = make_person(group, item)
            people.append(person)
            for row in group:
                for name in {fold(row.name), *map(fold, row.aliases)}:
                    index[(name, parties.base(row.country))].add(len(people) - 1)
        for key, group in sorted(by_name.items()):
            known = index.get(key, set())
            found = {n for n in known if self._joins(people[n], make_person(group, ""), key[0])}
            if len(found) == 1:
                people[next(iter(found))].rows += group
            elif not found:
                people.append(make_person(group, ""))
            else:
                self.note("row of one of several namesakes", group[0].name)
        for person in people:
            name_person(person)
        return people

    def _joins(self, person, nameless, name):
        """Whether rows without an item are a person's with one: of that name, or of that other name and a party in common."""
        if any(fold(r.name) == name for r in person.rows):
            return near(person.span(), nameless.span())
        return near(person.span(), nameless.span(), 5) and self._share(person, nameless)

    def us_aliases(self, people, old_rows):
        """The old list of the US Congress (whose parties are not of the day) only lends names to the better ones."""
        nick = read_nicknames(os.path.join(self.corpus, "nicknames.tsv"))
        index, by_name = defaultdict(list), defaultdict(list)
        for person in people:
            for house in {r.role.split()[0] for r in person.rows if r.code() in ("congress", "fivethirtyeight")}:
                index[(fold(person.name).split()[-1], house)].append(person)
        for row in old_rows:
            by_name[(row.name, row.role.split()[0])].append(row)
        for (name, _), group in sorted(by_name.items()):
            self._lend_name(make_person(group, ""), group, index, nick)
        return people

    def _lend_name(self, person, old, index, nick):
        """Gives the one better row that fits a person of the old list his or her name there."""
        for text in [person.name, *(a for r in old[:1] for a in r.aliases)]:
            words = fold(text).split()
            mates = [p for p in index[(words[-1], old[0].role.split()[0])]
                     if first_fits(words, fold(p.name).split(), nick) and shares_time(old, p.rows)]
            mates = [p for p in mates if fold(p.name) == fold(text)] or mates
            if len(mates) == 1:
                if fold(text) not in mates[0].folded():
                    lend(mates[0], text, nick)
                    self.note("US Congress of 2015: name lent to a better row", person.name)
                return
        self.note("US Congress of 2015: in no better list, or not clear who", person.name)

    def join_variants(self, people):
        """Joins people whose names differ by middle names only, in one parliament, where that is unambiguous."""
        index = defaultdict(list)
        for person in people:
            words = fold(person.name).split()
            for body in {body_of(r) for r in person.rows} - {None}:
                index[(words[0], words[-1], person.country, body)].append(person)
        gone = set()
        for key, group in sorted(index.items()):
            group = [p for p in group if id(p) not in gone]
            if len(group) == 2 and self._same(group[0], group[1]):
                keep, lose = (group[0], group[1]) if group[0].wikidata or not group[1].wikidata else (group[1], group[0])
                keep.rows += lose.rows
                keep.aliases += [a for a in [lose.name, *lose.aliases] if fold(a) not in keep.folded()]
                gone.add(id(lose))
        self._join_initials(people, gone)
        return [p for p in people if id(p) not in gone]

    def join_aliases(self, people):
        """Joins Lord Bates and Michael Bates, who each have the other's name for an alias, unless they contradict each other."""
        index = defaultdict(list)
        for person in people:
            for name in set(person.folded()):
                index[(name, parties.base(person.country))].append(person)
        gone = set()
        for person in people:
            if person.wikidata or id(person) in gone:
                continue
            base = parties.base(person.country)
            mates = {id(p): p for name in person.folded() for p in index[(name, base)] if p is not person and id(p) not in gone}
            fit = [p for p in mates.values() if (self._agree(p, person) if is_peer(p) or is_peer(person) else self._share(p, person))
                   and near(p.span(), person.span(), 30 if is_peer(p) or is_peer(person) else 5)]
            if len(mates) == 1 and fit:
                fit[0].rows += person.rows
                fit[0].aliases += [a for a in [person.name, *person.aliases] if fold(a) not in fit[0].folded()]
                gone.add(id(person))
        return [p for p in people if id(p) not in gone]

    def _share(self, a, b):
        """Whether two people have a party in common."""
        return bool({self.party_of(r) for r in a.rows} & {self.party_of(r) for r in b.rows} - {None})

    def _agree(self, a, b):
        """Whether two people can be one: parties in common, or one of them without any."""
        mine, theirs = ({self.party_of(r) for r in p.rows} - {None} for p in (a, b))
        return bool(mine & theirs) or not (mine and theirs)

    def join_twins(self, people):
        """Joins people of one name who held one office at one time: one person with two items."""
        index, out = {}, []
        for person in people:
            offices = [m for m in person.memberships if m[1] and not m[1].startswith(("Member", "Government", "Minister in"))]
            keys = [(n, m[0], m[1]) for n in sorted(set(person.folded())) for m in offices]
            words = set(fold(person.name).split())
            twin = next((index[k] for k in keys if k in index and near(index[k].span(), person.span(), 0)
                         and (words <= set(fold(index[k].name).split()) or words >= set(fold(index[k].name).split()))), None)
            if twin is None:
                out.append(person)
                index.update((k, person) for k in keys if k not in index)
                continue
            self.note("one person with two items: joined", person.name)
            twin.rows += person.rows
            twin.aliases += [a for a in [person.name, *person.aliases] if fold(a) not in twin.folded()]
            twin.memberships = self.memberships(twin)
        return out

    def _join_initials(self, people, gone):
        """D. K. Suresh is Doddalahalli Kempegowda Suresh if no other member of that parliament can be."""
        index = defaultdict(list)
        for person in people:
            for body in {body_of(r) for r in person.rows} - {None}:
                if id(person) not in gone and person.country in ("IN", "BD", "LK"):
                    index[(fold(person.name).split()[-1], body)].append(person)
        for key, group in sorted(index.items()):
            for short in group:
                words = fold(short.name).split()[:-1]
                if id(short) in gone or any(len(w) > 1 for w in words):
                    continue
                mates = [p for p in group if p is not short and id(p) not in gone and [w[0] for w in fold(p.name).split()[:-1]] == words
                         and not (p.wikidata and short.wikidata) and {self.party_of(r) for r in p.rows} & {self.party_of(r) for r in short.rows}]
                if len(mates) == 1:
                    mates[0].rows += short.rows
                    mates[0].wikidata = mates[0].wikidata or short.wikidata
                    mates[0].aliases = [mates[0].name] + [a for a in mates[0].aliases if fold(a) != fold(short.name)]
                    mates[0].name = short.name
                    gone.add(id(short))

    def _same(self, a, b):
        """Whether two names of one parliament are one person."""
        if a.wikidata and b.wikidata:
            return False
        one, two = set(fold(a.name).split()), set(fold(b.name).split())
        return (one <= two or two <= one) and self._agree(a, b)

    def party_of(self, row):
        """The id of a row's party, or None."""
        return self.book.find(row.country, row.party, row.party_id) if row.party else None


def read_nicknames(path):
    """Pairs of a first name and its short form."""
    pairs = set()
    for text in open(path, encoding="utf-8"):
        cells = text.strip().split("\t")
        if len(cells) == 2:
            pairs |= {(cells[0], cells[1]), (cells[1], cells[0])}
    return pairs


def first_fits(one, two, nick):
    """Whether two names of one surname can be one person's: Tom and Thomas, J. Danforth and Dan."""
    if one[-1] != two[-1]:
        return False
    for a in one[:-1]:
        for b in two[:-1]:
            if len(a) > 1 and len(b) > 1 and (a == b or (a, b) in nick or (min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a)))):
                return True
    return False


def lend(person, text, nick):
    """Gives a person of the US Congress another name: to show if it is the short form that newspapers write."""
    own, other = fold(person.name).split(), fold(text).split()
    if len(own[0]) == 1 or (len(other[0]) > 2 and (own[0], other[0]) in nick and len(other) == 2 and len(other[0]) < len(own[0])):
        person.aliases.insert(0, person.name)
        person.name = re.sub(r" [A-Z]\.(?= )", "", text)
    else:
        person.aliases.append(text)
