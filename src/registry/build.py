#!/usr/bin/env python3
"""Builds the shipped registry of people, parties and dated memberships. See README.md."""
import argparse
import csv
import gzip
import json
import os
import re
import sys
from collections import Counter, defaultdict

import names
import parties
import periods
import roles
from names import fold, slug
from periods import Claim, before, eve

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SHIPPED = os.path.join(ROOT, "src/main/resources/org/onrecord/registry/registry.tsv")
HAND_KNOWN = "2025-06-30"
ALWAYS = "0001"
NOT_SHIPPED = ("pakistan_elections", "openaustralia-parser", "us-governors", "global-leader-ideologies", "situation-monitor")
KNOWN = {"everypolitician@2015-11": "2015-11-30", "congress-legislators@2026-06": "2026-06-15", "ifg-ministers@2026-06": "2026-06-19",
         "every-politician-scrapers@2022-08": "2022-08-12", "every-politician-scrapers@2023-02": "2023-02-23",
         "data_aging_congress@2023-03": "2023-03-01", "european-parliament@2022-11": "2022-11-01", "openstates-people@2026-08": "2026-08-05",
         "world-leaders-2021@2022-10": "2022-10-01", "world@2023-01": "2023-01-01"}
SCRAPERS_KNOWN = "2022-07-22"
CODES = {"everypolitician": "everypolitician", "congress-legislators": "congress", "ifg-ministers": "ifg", "data_aging_congress": "fivethirtyeight",
         "european-parliament": "europarl", "openstates-people": "openstates", "every-politician-scrapers": "scrapers"}
SOURCES = {
    "hand": "written by hand for this project",
    "congress": "unitedstates/congress-legislators, 15 June 2026, CC0",
    "europarl": "every-politician-scrapers/european-parliament, November 2022",
    "everypolitician": "EveryPolitician, members of parliaments, 30 November 2015",
    "fivethirtyeight": "fivethirtyeight/data (congress demographics), members of the US Congress 1989-2023, CC BY 4.0",
    "ifg": "Institute for Government, Ministers Database, 19 June 2026, CC BY 4.0",
    "openstates": "openstates/people, state officers of the United States, 5 August 2026, CC0",
    "scrapers": "every-politician-scrapers, lists of members: Canada August 2022, India February 2023, others July 2022",
    "wikidata": "Wikidata by way of every-politician-scrapers, July 2022, CC0"}
LISTS = ("australia-house", "australia-senate", "northern-ireland-assembly")
APPOINTED = re.compile(r"^(Governor|Lieutenant Governor|Administrator|President|Vice.President|Chief of|Attorney|Election|Lord Advocate)")
STEADY = {"GB", "US", "CA", "AU", "IE", "NZ"}


class Row:
    """A row of the snapshot that may be shipped."""

    __slots__ = ("name", "aliases", "wikidata", "gender", "country", "party", "party_id", "role", "start", "end", "source", "known")

    def __init__(self, raw):
        for field in ("wikidata", "gender", "party", "party_id", "start", "end"):
            setattr(self, field, raw.get(field) or "")
        self.country, self.role, self.source = raw["country"], raw.get("role") or "", raw["source"]
        self.known = KNOWN.get(self.source, SCRAPERS_KNOWN)
        self.party = raw.get("party_name") or self.party
        self.name, self.aliases = None, raw["aliases"]

    def code(self):
        """The source as the shipped file names it."""
        return CODES.get(self.source.split("@")[0], "scrapers" if self.source.startswith(LISTS) else "wikidata")

    def tier(self):
        """How far the row's party is to be believed: 1 best."""
        code = self.code()
        if code in ("ifg", "congress", "fivethirtyeight"):
            return 1
        if code in ("scrapers", "europarl", "openstates"):
            return 2
        if code == "everypolitician":
            return 3
        return 4 if self.role == "party member" else 5


class Person:
    """A person with memberships: by hand, or out of the snapshot's rows."""

    def __init__(self, name, country):
        self.id, self.name, self.country = "", name, country
        self.aliases, self.memberships, self.rows = [], [], []
        self.gender = self.wikidata = self.born = self.died = self.description = ""
        self.hand = False

    def folded(self):
        """All names in folded form."""
        return [fold(n) for n in [self.name, *self.aliases]]

    def span(self):
        """First and last day of anything known."""
        starts = [m[2] for m in self.memberships if m[2]] + [r.start for r in self.rows if r.start]
        ends = [m[3] or m[4] for m in self.memberships if m[3] or m[4]] + [r.end or r.known for r in self.rows]
        return (min(starts) if starts else ""), (max(ends) if ends else "")


class Builder:
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
        self.organisations, self.people, self.ids = {}, [], set()

    # ---- by hand

    def read_hand(self):
        """The people and parties by hand: registry.json, then parties-*.tsv, then people-*.tsv."""
        data = json.load(open(os.path.join(HERE, "hand", "registry.json"), encoding="utf-8"))
        for org in data["organizations"]:
            self._hand_organisation(org)
        for path in self._tables("parties"):
            for row in read_table(path):
                self._hand_party(row)
        for party in sorted(self.hand_parties.values(), key=lambda p: p.id):
            self.book.add(party)
        for raw in data["persons"]:
            self._hand_person(raw)
        for path in self._tables("people"):
            self._hand_people(path)

    hand_parties = {}

    def _tables(self, kind):
        """The tables of a kind in the folders by hand; of two with one name the later folder's."""
        found = {}
        for folder in self.hand_dirs:
            for file in os.listdir(folder):
                if re.match(rf"{kind}-.*\.tsv$", file):
                    found[file] = os.path.join(folder, file)
        return [found[file] for file in sorted(found)]

    def _hand_organisation(self, org):
        country = org.get("area_id") or ""
        if org.get("classification") != "party":
            self.organisations[org["id"]] = (org["name"], country)
            return
        others = org.get("other_names", [])
        short = next((o["name"] for o in others if o.get("note") == "short"), org["name"])
        party = parties.Party(org["id"], short, org["name"], country)
        party.hand = True
        for other in others:
            if other.get("end_date"):
                party.former.append(f"{other['name']}|{other.get('start_date', '')}|{other['end_date']}")
            elif other["name"] != short:
                party.aliases.append(other["name"])
        party.founded, party.dissolved = org.get("founding_date", ""), org.get("dissolution_date", "")
        self.hand_parties[party.id] = party

    def _hand_party(self, row):
        """A row of parties-*.tsv: a new party, or more about one."""
        party = self.hand_parties.get(row["id"])
        if party is None:
            party = self.hand_parties[row["id"]] = parties.Party(row["id"], row["short"] or row["name"], row["name"], row["country"])
            party.hand = True
        for field in ("short", "name", "country", "founded", "dissolved", "merged_into", "colour", "wikidata"):
            if row.get(field):
                setattr(party, field, row[field])
        party.aliases += [a for a in split(row.get("aliases")) if a not in party.aliases and a != party.short]
        for text in split(row.get("former")):
            match = re.match(r"(.*?)\s*\(([\d-]*)\s*[–—-]\s*([\d-]*)\)$", text)
            party.former.append("|".join(match.groups()) if match else f"{text}||")

    def _hand_person(self, raw):
        person = Person(raw["name"], "")
        person.id, person.hand, person.gender = raw["id"], True, raw.get("gender") or ""
        person.aliases = [o["name"] for o in raw.get("other_names", [])]
        person.description = raw.get("summary") or ""
        for m in raw.get("memberships", []):
            end = m.get("end_date") or ""
            person.memberships.append((m["organization_id"], m.get("role") or "", m.get("start_date") or "", end, "" if end else HAND_KNOWN, "hand"))
        person.country = self._country_of(person)
        self.people.append(person)
        self.ids.add(person.id)

    def _country_of(self, person):
        for org, *_ in person.memberships:
            party = self.book.parties.get(org)
            country = party.country if party else self.organisations.get(org, ("", ""))[1]
            if country:
                return country
        return ""

    def _hand_people(self, path):
        """A people-*.tsv: a row is a person and one membership."""
        index = {}
        for person in self.people:
            for name in person.folded():
                index.setdefault((name, person.country), person)
        for row in read_table(path):
            key = (fold(row["name"]), row["country"])
            person = index.get(key) or index.get((key[0], ""))
            if person is None:
                person = index[key] = Person(row["name"], row["country"])
                person.hand = True
                self.people.append(person)
            self._hand_row(person, row)

    def _hand_row(self, person, row):
        person.aliases += [a for a in split(row["aliases"]) if a not in person.aliases and a != person.name]
        person.gender = person.gender or {"m": "male", "f": "female"}.get(row["gender"], row["gender"])
        person.born, person.died = person.born or row["born"], person.died or row["died"]
        if not row["party"] and not row["role"]:
            return
        if row["party"] and row["party"] not in self.book.parties:
            self.note("hand: unknown party " + row["party"], person.name)
            return
        end, known = row["end"], "" if row["end"] else HAND_KNOWN
        if row["party"]:
            self._hand_party_period(person, row["party"], row["start"], end, known)
        if re.match(r"~|[A-Z]{1,3}$", row["role"]):
            self.note("hand: role that is no role", f"{row['name']}: {row['role']}")
        elif row["role"]:
            org = self._hand_org(row)
            new = (org, row["role"], row["start"], end, known, "hand")
            if not any(same_office(new, m) for m in person.memberships if m[1]):
                person.memberships.append(new)

    def _hand_org(self, row):
        """Where an office by hand is held: in the party if it is a party's."""
        role = row["role"]
        if row["party"] and re.search(r"\bcandidate for\b", role):
            return row["party"]
        party = re.match(r"(interim |acting |deputy |co-|vice |national |provincial |state |chief |former |senior |general |joint )*(leader|president|chair\w*|"
                         r"spokes\w+|secretary|secretary.general|convener|emir|founder|patron|co-spokes\w+|general secretary|information secretary|"
                         r"organi[sz]er|candidate|treasurer|coordinator|amir|supremo|member|head)\b.*\b(of|for)\b", role)
        if row["party"] and party and role[:1].islower():
            return row["party"]
        org = roles.organisation(role, row["country"])
        self._ensure_org(org, row["country"])
        return org

    def _hand_party_period(self, person, party, start, end, known):
        """One more period of a party by hand, joined to the one before if they touch."""
        claims = [Claim(m[0], m[2] or ALWAYS, m[3], m[4], "hand", 0) for m in person.memberships if not m[1] and m[0] == party]
        joined = periods.merge(claims + [Claim(party, start or ALWAYS, end, known, "hand", 0)], 31)
        person.memberships = [m for m in person.memberships if m[1] or m[0] != party] + [
            (c.what, "", "" if c.start == ALWAYS else c.start, c.end, c.known, "hand") for c in joined]

    def _ensure_org(self, org, country):
        """An organisation that is no party, made when first needed."""
        if org in self.organisations:
            return
        special = {"european-parliament": ("European Parliament", ""), "int-bodies": ("international bodies", ""),
                   "ie-parliament": ("Oireachtas", "IE")}
        place = self.places.get(country[:2] if org != "gb-devolved" else "GB", country)
        kind = {"government": "Government", "parliament": "Parliament", "states": "states and cities", "provinces": "provinces and cities", "councils": "cities and counties"}
        self.organisations[org] = special.get(org) or (f"{kind.get(org.split('-')[-1], 'Government')} of {place}", country[:2])

    # ---- the snapshot

    def note(self, why, what):
        """Counts what is dropped, with a few examples."""
        self.dropped[why] += 1
        if len(self.examples[why]) < 6 or why.startswith("name of one by hand"):
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
            elif what == "noparty" and value == row.party:
                row.party = row.party_id = ""
        return name

    def _fit(self, row, raw):
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
            found = {n for n in known if near(people[n].span(), make_person(group, "").span(), 15 if any(fold(r.name) == key[0] for r in people[n].rows) else 5)}
            if len(found) == 1:
                people[next(iter(found))].rows += group
            elif not found:
                people.append(make_person(group, ""))
            else:
                self.note("row of one of several namesakes", group[0].name)
        for person in people:
            name_person(person)
        return people

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
            fit = [p for p in mates.values() if self._agree(p, person)
                   and near(p.span(), person.span(), 30 if is_peer(p) or is_peer(person) else 5)]
            if len(mates) == 1 and fit:
                fit[0].rows += person.rows
                fit[0].aliases += [a for a in [person.name, *person.aliases] if fold(a) not in fit[0].folded()]
                gone.add(id(person))
        return [p for p in people if id(p) not in gone]

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
        if a.wikidata and b.wikidata:
            return False
        one, two = set(fold(a.name).split()), set(fold(b.name).split())
        return (one <= two or two <= one) and self._agree(a, b)

    def party_of(self, row):
        """The id of a row's party, or None."""
        return self.book.find(row.country, row.party, row.party_id) if row.party else None

    # ---- from rows to memberships

    def party_claims(self, person):
        """What the rows say about the person's parties, without what contradicts better rows."""
        rows = [r for r in person.rows if r.party and self.party_of(r)]
        dated = [r for r in rows if r.start]
        firm = [r for r in dated if r.tier() <= 4]
        firm_parties = {self.party_of(r) for r in firm}
        if firm:
            dated = firm + [r for r in dated if r.tier() == 5 and {self.party_of(r)} == firm_parties]
        else:
            dated = [r for r in dated if not APPOINTED.match(r.role) or len({self.party_of(x) for x in dated}) == 1]
        claims = [Claim(self.party_of(r), r.start, r.end, "" if r.end else r.known, r.code(), r.tier()) for r in dated]
        claims = [c for c in map(self._not_before_founding, claims) if c]
        gap = periods.LONG_GAP if parties.base(person.country) in STEADY else periods.GAP
        out = periods.settle(periods.accept(group_merge(claims), self.conflicts), gap)
        undated = {self.party_of(r) for r in rows if not r.start}
        if len(undated) == 1:
            self._undated(out, undated.pop(), person)
        return out

    def _not_before_founding(self, claim):
        party = self.book.parties[claim.what]
        if not party.hand or not party.founded or not before(claim.start, party.founded) or party.former:
            return claim
        if int(party.founded[:4]) - int(claim.start[:4]) <= 1:
            return claim
        self.note("party period before the party was founded", claim.what)
        if before(party.founded, claim.until()):
            claim.start = party.founded
            return claim
        return None

    def _undated(self, out, party, person):
        if not out:
            out.append(Claim(party, ALWAYS, "", SCRAPERS_KNOWN, "wikidata", 6))
        elif out[-1].what != party:
            self.note("undated party contradicts the last dated one", person.name)

    def offices(self, person):
        """(organisation, role) and periods of the offices worth telling."""
        federal = is_federal(person, self)
        by_office = defaultdict(list)
        has_ifg = any(r.code() == "ifg" for r in person.rows)
        for row in person.rows:
            if not row.start or row.role == "party member" or (has_ifg and row.code() == "wikidata" and not MP_LIKE.match(row.role)):
                continue
            found = self._leader(row) or roles.plain(row, self.places.get(row.country, ""), federal)
            if found:
                by_office[(found[1], found[0])].append(Claim(found, row.start, row.end, "" if row.end else row.known, row.code(), row.tier()))
        out = []
        for (org, role), claims in sorted(by_office.items()):
            out += [(org, role, c) for c in periods.merge(claims)]
        return out

    def _leader(self, row):
        """A party's leader: the office is the party's."""
        match = re.match(r"(Leader|Deputy Leader|President|Chairman|Chairperson|Chair|General Secretary) of (?:the )?(.*)", row.role)
        if not match or re.search(r"Opposition|House|Senate|Council|Assembly|Cabinet|Parliament|United|Republic|Government|Lok Sabha|Board", match.group(2)):
            return None
        party = self.book.names.get((parties.base(row.country), fold(match.group(2))))
        if not party or not self.book.parties[party].hand:
            return None
        name = self.book.parties[party].short
        return f"{match.group(1).lower()} of {'the ' if 'Party' in match.group(2) else ''}{match.group(2) if 'Party' in match.group(2) else name}", party

    def memberships(self, person):
        """The lines of a person out of the snapshot."""
        offices = self.offices(person)
        boxed = person.country in roles.MAIN and any(r.role.startswith("infobox") for r in person.rows)
        if not offices and (not boxed or any(re.search("ambassador|High Commissioner", r.role, re.I) for r in person.rows)):
            return []
        out = []
        claims = self.party_claims(person)
        for number, claim in enumerate(claims):
            end, known = claim.end, claim.known
            if number == len(claims) - 1 and end:
                end, known = "", known_day(claim.start, end)
            out.append((claim.what, "", "" if claim.start == ALWAYS else claim.start, end, known, claim.source))
        for org, role, claim in offices:
            self._ensure_org(org, person.country)
            out.append((org, role, claim.start, claim.end, claim.known if not claim.end else "", claim.source))
        return out

    # ---- joining with what is by hand

    def join_hand(self, snapshot):
        """The snapshot's people, those that are by hand already merged into them."""
        index = defaultdict(list)
        for person in self.people:
            for name in set(person.folded()):
                index[name].append(person)
        nick = read_nicknames(os.path.join(self.corpus, "nicknames.tsv"))
        surnames = defaultdict(list)
        for person in self.people:
            if person.country == "US":
                surnames[fold(person.name).split()[-1]].append(person)
        mates = [(person, self._hand_mates(person, index) or self._us_mates(person, surnames, nick)) for person in snapshot]
        out = [person for person, mine in mates if not mine]
        pairs = [(-self._likeness(hand, person), person.name, person.wikidata, hand, person) for person, mine in mates for hand in mine]
        merged, items = set(), {}
        for _, _, _, hand, person in sorted(pairs, key=lambda p: p[:3]):
            item = items.get(id(hand), "")
            if id(person) in merged or (item and person.wikidata and item != person.wikidata):
                continue
            merged.add(id(person))
            items[id(hand)] = item or person.wikidata
            self._merge(hand, person)
        return out + [person for person, mine in mates if mine and id(person) not in merged]

    def _likeness(self, hand, person):
        """How much speaks for a person by hand and one of the snapshot being one: parties and offices in common."""
        shared = {m[0] for m in hand.memberships if not m[1]} & {m[0] for m in person.memberships if not m[1]}
        offices = sum(any(same_office(m, h) for h in hand.memberships if h[1]) for m in person.memberships if m[1])
        return 2 * len(shared) + 2 * offices + (fold(hand.name) == fold(person.name)) + (len(person.rows) > 3)

    def _hand_mates(self, person, index):
        found = {id(p): p for name in person.folded() for p in index.get(name, [])}
        lands = {parties.base(r.country) for r in person.rows}
        mine = {m[0] for m in person.memberships if not m[1]}
        fit = [p for p in found.values() if (not self._lands(p) or "INT" in lands or self._lands(p) & lands or mine & {m[0] for m in p.memberships}) and near(p.span(), person.span(), 20)
               and not (p.wikidata and person.wikidata and p.wikidata != person.wikidata)]
        fit = [p for p in fit if not self._contradicts(p, person)]
        exact = [p for p in fit if fold(p.name) == fold(person.name)]
        return exact if len(fit) > 1 and len(exact) == 1 else fit

    def _contradicts(self, hand, person):
        """Whether a list of members gives another party all along and nothing else speaks for one person: a namesake."""
        mine = {m[0] for m in hand.memberships if not m[1] and m[0] in self.book.parties}
        theirs = {m[0] for m in person.memberships if not m[1]}
        firm = any(r.tier() <= 3 and r.party for r in person.rows)
        if not mine or not theirs or mine & theirs or not firm or parties.base(person.country) not in STEADY:
            return False
        if any(same_office(m, h) for m in person.memberships if m[1] for h in hand.memberships if h[1]):
            return False
        self.note("name of one by hand, but of another party: kept apart", f"{hand.name}: {', '.join(sorted(theirs))}, not {', '.join(sorted(mine))}")
        return True

    def _lands(self, person):
        """The countries of a person's memberships."""
        found = {self.book.parties[m[0]].country if m[0] in self.book.parties else self.organisations.get(m[0], ("", ""))[1]
                 for m in person.memberships}
        return found - {""}

    def _us_mates(self, person, surnames, nick):
        """Tom DeLay by hand is Thomas DeLay of a list if both sat for the same state at the same time."""
        if person.country != "US":
            return []
        seats = [m for m in person.memberships if m[0] == "us-congress"]
        words = fold(person.name).split()
        return [p for p in surnames.get(words[-1], []) if first_fits(words, fold(p.name).split(), nick)
                and any(m[1] == s[1] and m[2][:4] <= (s[3] or s[4])[:4] and s[2][:4] <= (m[3] or m[4])[:4] for m in p.memberships for s in seats)]

    def _merge(self, hand, person):
        """Adds to a person by hand what the snapshot knows besides and what does not contradict."""
        hand.wikidata = hand.wikidata or person.wikidata
        hand.gender = hand.gender or person.gender
        hand.aliases += [a for a in [person.name, *person.aliases] if fold(a) not in hand.folded()]
        periods_by_hand = [m for m in hand.memberships if not m[1] and m[0] in self.book.parties and m[5] == "hand"]
        for m in person.memberships:
            if not m[1]:
                added = self._party_beside(m, periods_by_hand, hand)
                if added:
                    hand.memberships.append(added)
            elif not any(same_office(m, h) for h in hand.memberships if h[1]):
                hand.memberships.append(m)

    def _party_beside(self, m, by_hand, hand):
        claim = Claim(m[0], m[2] or ALWAYS, m[3], m[4], m[5], 9)
        others = [Claim(h[0], h[2] or ALWAYS, h[3], h[4], "hand", 0) for h in by_hand]
        if any(o.what == claim.what and (periods.overlap(o, claim) or abs_gap(o, claim) <= periods.GAP) for o in others):
            return None
        rivals = sorted((o for o in others if o.what != claim.what and (periods.overlap(o, claim) or not claim.end and before(claim.start, o.start))),
                        key=lambda o: o.start)
        if not rivals:
            return m
        first = rivals[0]
        if any(periods.overlap(o, claim) for o in others) and not (not claim.end and before(claim.start, first.start)):
            self.conflicts[("dropped: another party by hand", claim.source, "hand")] += 1
            self.examples["another party by hand"].append(f"{hand.name}: {claim!r}")
            return None
        close = periods.days_between(claim.until(), first.start) <= periods.GAP
        self.conflicts[("open end closed by a party by hand", claim.source, "hand")] += 1
        end = eve(first.start) if close else claim.until()
        return (m[0], "", m[2], end, "", m[5])

    # ---- ids

    def _new_id(self, person):
        """The id the person had in the shipped file, else one out of the name that nobody has."""
        keys = [("w", person.wikidata)] if person.wikidata else []
        keys += [("n", fold(person.name), person.country, start) for start in sorted({m[2] for m in person.memberships})]
        keys += [("u", fold(person.name), person.country)]
        for key in keys:
            old = self.previous_people.get(key)
            if old and old not in self.ids:
                self.ids.add(old)
                return old
        plain, country, start = slug(person.name), person.country.lower(), first_start(person)[:4]
        forms = [plain, f"{plain}-{country}", f"{plain}-{country}-{start}", f"{plain}-{person.wikidata.lower()}", *(f"{plain}-{n}" for n in range(2, 99))]
        new = next(f for f in forms if f not in self.ids and f not in self.reserved and not f.endswith("-"))
        self.ids.add(new)
        return new

    reserved = set()

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
        new = self.join_hand(kept)
        for person in self.people:
            person.id = person.id or self._new_id(person)
        for person in sorted(new, key=lambda p: (-len(p.rows), fold(p.name), p.wikidata, p.country)):
            person.id = self._new_id(person)
            self.people.append(person)
        self.cut_aliases()

    def cut_aliases(self):
        """Takes away aliases that are another person's name: a list mixed up two holders of an office."""
        owners = defaultdict(set)
        for person in self.people:
            owners[(fold(person.name), parties.base(person.country))].add(id(person))
        for person in self.people:
            last, base = fold(person.name).split()[-1], parties.base(person.country)
            wrong = [a for a in person.aliases if owners.get((fold(a), base), {id(person)}) != {id(person)} and fold(a).split()[-1] != last]
            if wrong and not person.hand:
                self.note("alias that is another person's name", f"{person.name}: {wrong[0]}")
            person.aliases = [a for a in person.aliases if a not in wrong or person.hand]

    def write(self, path):
        """The shipped file."""
        used = {m[0] for p in self.people for m in p.memberships}
        with open(path, "w", encoding="utf-8", newline="\n") as out:
            out.write("# registry of people, parties and dated memberships; format 1; built by src/registry/build.py; columns in src/registry/README.md\n")
            out.write("".join(line("S", code, text) for code, text in sorted(SOURCES.items())))
            for pid, party in sorted(self.book.parties.items()):
                if party.hand or pid in used:
                    out.write(line("Y", pid, party.short, party.name, party.country, names_list(party.aliases), ";".join(party.former), party.founded,
                                   party.dissolved, party.merged_into, party.colour, party.wikidata))
            for oid, (name, country) in sorted(self.organisations.items()):
                out.write(line("O", oid, name, country))
            for person in sorted(self.people, key=lambda p: p.id):
                out.write(line("P", person.id, person.name, person.gender, names_list(person.aliases), person.wikidata, person.born, person.died,
                               person.description))
                for m in sorted(set(person.memberships), key=lambda m: (bool(m[1]), m[2], m[3] or "9999", m[0], m[1])):
                    out.write(line("M", *m))


MP_LIKE = re.compile(r"^(Member|Mayor|Leader|Deputy Leader|First Minister)")


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


def split(text):
    """Members of a list in a cell."""
    return [x.strip() for x in (text or "").split(";") if x.strip()]


def read_table(path):
    """Rows of a table by hand: a header, tabs, # comments."""
    with open(path, encoding="utf-8") as handle:
        lines = [text.rstrip("\n") for text in handle if text.strip() and not text.startswith("#")]
    header = lines[0].split("\t")
    for text in lines[1:]:
        cells = [c.strip() for c in text.split("\t")]
        yield dict(zip(header, cells + [""] * (len(header) - len(cells))))


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
            people[("w", cells[5] or cells[1])] = cells[1]
        elif cells[0] == "M":
            people.setdefault(("n", fold(person[2]), country.get(cells[1], ""), cells[3]), person[1])
            only = ("u", fold(person[2]), country.get(cells[1], ""))
            people[only] = person[1] if people.get(only, person[1]) == person[1] else ""
    return people, found


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


def shares_time(one, two):
    """Whether two lots of rows meet in time."""
    return min(r.start for r in one) < max(r.end or r.known for r in two) and min(r.start for r in two if r.start) < max(r.end or r.known for r in one)


def near(a, b, years=15):
    """Whether two spans are less than so many years apart."""
    if not a[0] or not b[0]:
        return True
    return int(a[0][:4]) - years <= int((b[1] or "2026")[:4]) and int(b[0][:4]) - years <= int((a[1] or "2026")[:4])


def abs_gap(a, b):
    """Days between two periods of one party."""
    if before(a.until(), b.start):
        return periods.days_between(a.until(), b.start)
    return periods.days_between(b.until(), a.start) if before(b.until(), a.start) else 0


def same_office(m, h):
    """Whether an office out of the snapshot is one that is by hand already, perhaps in other words."""
    start, end = m[2] or ALWAYS, m[3] or m[4] or "9999"
    other_start, other_end = h[2] or ALWAYS, h[3] or h[4] or "9999"
    meets = not before(end, other_start) and not before(other_end, start)
    if office_words(m[1]) == office_words(h[1]):
        return meets or m[2] == h[2]
    if m[0] != h[0] or not m[2] or not h[2] or m[0].endswith(("parliament", "congress")):
        return m[0] == h[0] and m[0].endswith("parliament") and bool(re.match("MP |Member of Parliament", m[1])) and bool(re.match("MP |Member of Parl", h[1]))
    return len(m[2]) == 10 and len(h[2]) == 10 and abs((periods.day(m[2]) - periods.day(h[2])).days) <= 31


def office_words(role):
    """The words of an office that matter."""
    return frozenset(fold(role).replace("defense", "defence").replace("advisor", "adviser").split()) - {"of", "the", "for", "and", "minister", "member"}


def is_peer(person):
    """Whether a name is a British peer's, whose earlier rows bear the common one."""
    return person.name.startswith(("Lord ", "Baroness "))


def make_person(rows, item):
    """A person out of rows."""
    person = Person(rows[0].name, rows[0].country)
    person.wikidata, person.rows = item, list(rows)
    return person


def name_person(person):
    """The name most rows of the best sources give; the others are aliases."""
    order = {"ifg": 0, "scrapers": 1, "wikidata": 2, "congress": 0, "fivethirtyeight": 3, "everypolitician": 4}
    count = Counter(r.name for r in person.rows)
    names_known = {fold(n) for n in count if len(n.split()) > 1}
    rows = [r for r in person.rows if not (r.name.startswith("Baron") and any(fold(r.name).endswith(" " + n) for n in names_known))]
    best = min(rows or person.rows, key=lambda r: (order.get(r.code(), 3), -count[r.name], len(r.name), r.name))
    person.name = best.name
    seen = {fold(person.name)}
    for name in sorted(set(count) | {a for r in person.rows for a in r.aliases}):
        if fold(name) not in seen and ";" not in name and plausible_alias(name, person.name):
            seen.add(fold(name))
            person.aliases.append(name)
    person.gender = next((r.gender for r in person.rows if r.gender in ("male", "female")), "")
    countries = Counter(r.country for r in person.rows)
    person.country = min(countries, key=lambda c: (-countries[c], c))


def plausible_alias(alias, name):
    """An alias shares a word with the name and is not the name turned round."""
    one, two = fold(alias).split(), fold(name).split()
    return len(one) > 1 and len(one[-1]) > 1 and bool(set(one) & set(two)) and sorted(one) != sorted(two) and max(map(len, one)) > 2


def body_of(row):
    """The parliament a row is about, for telling one member by two names."""
    found = roles.parliament(row.role, row.country)
    if found:
        return found[1]
    return f"{row.country.lower()}-parliament" if row.country in ("IN", "NP", "BD", "LK") and row.code() == "wikidata" else None


def is_federal(person, builder):
    """Whether a minister in Canada or Australia is one of the federation."""
    orgs = {body_of(r) for r in person.rows if r.country in ("CA", "AU")}
    if orgs & {"ca-parliament", "au-parliament"}:
        return True
    if person.country in ("CA", "AU"):
        return any(re.search(r"(Party of Canada|New Democratic Party$|Bloc)", r.party) for r in person.rows)
    return True


def group_merge(claims):
    """Claims of one party and one tier made one where they touch."""
    by = defaultdict(list)
    for claim in claims:
        by[(claim.what, claim.tier)].append(claim)
    return [c for key in sorted(by) for c in periods.merge(by[key])]


def known_day(start, end):
    """The last day a period is vouched for."""
    text = str(periods.day(end)) if len(end) < 10 else end
    return max(text, str(periods.day(start)))


def worth(person):
    """Members of the US Congress and others who were in office since 1990."""
    return max((m[3] or m[4] or m[2] for m in person.memberships), default="") >= "1990"


def first_start(person):
    """The first day in the person's memberships: part of what an id is found again by."""
    return min((m[2] for m in person.memberships if m[2]), default="")


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
