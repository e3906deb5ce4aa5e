"""What is by hand: registry.json, parties-*.tsv, people-*.tsv."""
import json
import os
import re
from collections import defaultdict

import parties
import periods
import roles
from model import ALWAYS, HAND_KNOWN, HERE, Person, same_office
from names import fold
from periods import Claim, before


class HandReader:
    """The part of a build that reads what is by hand."""

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
        for person in self.people:
            self.begin_with_party(person)
            self.end_before_next(person)
            close_left_parties(person)

    def _tables(self, kind):
        """The tables of a kind in the folders by hand; of two with one name the later folder's."""
        found = {}
        for folder in self.hand_dirs:
            for file in os.listdir(folder):
                if re.match(rf"{kind}-.*\.tsv$", file):
                    found[file] = os.path.join(folder, file)
        return [found[file] for file in sorted(found)]

    def _hand_organisation(self, org):
        """An organisation of registry.json: a party or another body."""
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
        """A person of registry.json."""
        person = Person(raw["name"], "")
        person.id, person.hand, person.gender = raw["id"], True, raw.get("gender") or ""
        person.aliases = [o["name"] for o in raw.get("other_names", [])]
        person.description = raw.get("summary") or ""
        for m in raw.get("memberships", []):
            end = m.get("end_date") or ""
            start = m.get("start_date") or ""
            person.memberships.append((m["organization_id"], m.get("role") or "", start, end, "" if end else known_from(start), "hand"))
            if not (m.get("role") or start or end):
                person.undated.add(m["organization_id"])
        person.country = self._country_of(person)
        self.people.append(person)
        self.ids.add(person.id)

    def _country_of(self, person):
        """The country of the first membership that has one."""
        for org, *_ in person.memberships:
            party = self.book.parties.get(org)
            country = party.country if party else self.organisations.get(org, ("", ""))[1]
            if country:
                return country
        return ""

    def _hand_people(self, path):
        """A people-*.tsv: a row is a person and one membership."""
        index = defaultdict(list)
        for person in self.people:
            for name in set(person.folded()):
                index[name].append(person)
        made = {}
        for row in read_table(path):
            key = (fold(row["name"]), row["country"])
            person = made.get(key) if key in made and lives(made[key], row) else self._known(index[key[0]], row)
            if person is None:
                person = made[key] = Person(re.sub(r"\s*\(.*?\)", "", row["name"]), row["country"])
                person.label = row["name"]
                person.hand = True
                self.people.append(person)
            self._hand_row(person, row)

    def _known(self, people, row):
        """The person by hand whose row this is: of that name, and of that country or party."""
        def at_home(p):
            lands = {p.country, *self._lands(p)} - {""}
            return not lands or row["country"] in lands or (row["country"] in ("IE", "GB") and bool(lands & {"IE", "GB"}) and p.name == row["name"])

        fit = [p for p in people if lives(p, row) and (at_home(p) or (row["party"] and any(m[0] == row["party"] for m in p.memberships)))]
        same = [p for p in fit if row["name"] in (p.name, p.label)]
        return (same or fit or [None])[0]

    def _hand_row(self, person, row):
        """A row of people-*.tsv added to its person."""
        person.aliases += [a for a in split(row["aliases"]) if a not in person.aliases and a != person.name]
        person.gender = person.gender or {"m": "male", "f": "female"}.get(row["gender"], row["gender"])
        person.born, person.died = person.born or row["born"], person.died or row["died"]
        if not row["party"] and not row["role"]:
            return
        if row["party"] and row["party"] not in self.book.parties:
            self.note("hand: unknown party " + row["party"], person.name)
            return
        end, known = row["end"], "" if row["end"] else known_from(row["start"])
        tells = row["start"] or end or not row["role"] or not any(not m[1] and m[0] == row["party"] for m in person.memberships)
        if row["role"] and end:
            person.office_ends.add((row["party"], end))
        if row["party"] and tells:
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
        """One more period of a party by hand, joined to the one before if they touch; in place of one without dates."""
        if party in person.undated and (start or end):
            person.undated.discard(party)
            person.memberships = [m for m in person.memberships if m[1] or m[0] != party]
        claims = [Claim(m[0], m[2] or ALWAYS, m[3], m[4], "hand", 0) for m in person.memberships if not m[1] and m[0] == party]
        joined = periods.merge(claims + [Claim(party, start or ALWAYS, end, known, "hand", 0)], 31)
        person.memberships = [m for m in person.memberships if m[1] or m[0] != party] + [
            (c.what, "", "" if c.start == ALWAYS else c.start, c.end, c.known, "hand") for c in joined]

    def _ensure_org(self, org, country):
        """An organisation that is no party, made when first needed."""
        if org in self.organisations or org in self.book.parties:
            return
        special = {"european-parliament": ("European Parliament", ""), "int-bodies": ("international bodies", ""),
                   "ie-parliament": ("Oireachtas", "IE")}
        place = self.places.get(country[:2] if org != "gb-devolved" else "GB", country)
        kind = {"government": "Government", "parliament": "Parliament", "states": "states and cities", "provinces": "provinces and cities", "councils": "cities and counties"}
        self.organisations[org] = special.get(org) or (f"{kind.get(org.split('-')[-1], 'Government')} of {place}", country[:2])


def lives(person, row):
    """Whether a row can be of somebody of a name: it does not begin after death, nor before coming of age."""
    first = min((m[2] for m in person.memberships if m[2]), default="")
    if first and (row["died"] and before(row["died"], first) or row["born"] and int(first[:4]) - int(row["born"][:4]) < 17):
        return False
    if not row["start"]:
        return True
    return not (person.died and before(person.died, row["start"])) and not (person.born and int(row["start"][:4]) - int(person.born[:4]) < 17)


def known_from(start):
    """The day up to which an open membership by hand is known: not before it begins."""
    return HAND_KNOWN if not start or before(start, HAND_KNOWN) or start == HAND_KNOWN else str(periods.day(start, last=True))


def close_left_parties(person):
    """Ends each open party by hand the day before the next party by hand begins."""
    parties_of = [m for m in person.memberships if not m[1] and m[2] and m[5] == "hand"]
    for i, m in enumerate(person.memberships):
        later = sorted(o[2] for o in parties_of if o[0] != m[0] and before(m[2] or ALWAYS, o[2])) if not m[1] and not m[3] else []
        if later and m[0] in {o[0] for o in person.memberships if not o[1]} and not is_office_only(person, m[0]):
            person.memberships[i] = (m[0], "", m[2], periods.eve(later[0]), "", m[5])


def is_office_only(person, organisation):
    """Whether an organisation is no party of the person's: its memberships all have roles."""
    return all(m[1] for m in person.memberships if m[0] == organisation)


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
