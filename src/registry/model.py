"""Rows, people, and what can be asked about them."""
import os
import re
from collections import Counter

import periods
import roles
from names import fold
from periods import before

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
MP_LIKE = re.compile(r"^(Member|Mayor|Leader|Deputy Leader|First Minister)")


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
        self.label = name  # the name by hand with what tells the person from a namesake, in brackets
        self.aliases, self.memberships, self.rows = [], [], []
        self.gender = self.wikidata = self.born = self.died = self.description = ""
        self.hand = False
        self.lent = set()  # aliases that a snapshot gave to somebody by hand
        self.office_ends = set()  # (party, day) where a row by hand tells the end of an office, not of the party
        self.undated = set()  # parties by hand without dates, which dated rows replace

    def folded(self):
        """All names in folded form."""
        return [fold(n) for n in [self.name, *self.aliases]]

    def span(self):
        """First and last day of anything known."""
        starts = [m[2] for m in self.memberships if m[2]] + [r.start for r in self.rows if r.start]
        ends = [m[3] or m[4] for m in self.memberships if m[3] or m[4]] + [r.end or r.known for r in self.rows]
        return (min(starts) if starts else ""), (max(ends) if ends else "")


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


def is_peer(person):
    """Whether a name is a British peer's, whose earlier rows bear the common one."""
    return person.name.startswith(("Lord ", "Baroness "))


def body_of(row):
    """The parliament a row is about, for telling one member by two names."""
    found = roles.parliament(row.role, row.country)
    if found:
        return found[1]
    return f"{row.country.lower()}-parliament" if row.country in ("IN", "NP", "BD", "LK") and row.code() == "wikidata" else None


def near(a, b, years=15):
    """Whether two spans are less than so many years apart."""
    if not a[0] or not b[0]:
        return True
    return int(a[0][:4]) - years <= int((b[1] or "2026")[:4]) and int(b[0][:4]) - years <= int((a[1] or "2026")[:4])


def shares_time(one, two):
    """Whether two lots of rows meet in time."""
    return min(r.start for r in one) < max(r.end or r.known for r in two) and min(r.start for r in two if r.start) < max(r.end or r.known for r in one)


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


def worth(person):
    """Members of the US Congress and others who were in office since 1990."""
    return max((m[3] or m[4] or m[2] for m in person.memberships), default="") >= "1990"


def first_start(person):
    """The first day in the person's memberships: part of what an id is found again by."""
    return min((m[2] for m in person.memberships if m[2]), default="")
