"""Parties: one id for all the names that sources give one party."""
import json
import re
from collections import Counter

from names import fold, slug

NONE = {"", "none", "unknown", "n a", "vacant", "no party", "other", "others", "speaker", "deputy speaker", "crossbench", "crossbencher",
        "non affiliated", "nonpartisan", "non partisan", "ceann comhairle", "initial presiding officer", "spk", "cwm", "al", "1 percent",
        "alliance 1 percent", "technical candidates", "no affiliation", "non inscrit", "politician", "civil society", "unaffiliated",
        "military", "independent senators", "democrat republican", "not affiliated", "presidium", "technocrat", "no data", "nominated"}
INDEPENDENT = re.compile(r"^(indep|ind|independents?|independent politician|independent .*|partido independiente|non ?party)$")
INDEPENDENT_COUNTRIES = {"US", "GB", "CA", "AU", "IE", "IN", "PK", "BD"}


class Party:
    """A party of the shipped file."""

    def __init__(self, pid, short, name, country):
        self.id, self.short, self.name, self.country = pid, short, name, country
        self.aliases, self.former = [], []
        self.founded = self.dissolved = self.merged_into = self.colour = self.wikidata = ""
        self.hand, self.first = False, ""


def base(country):
    """GB for GB-SCT."""
    return country.split("-")[0]


class PartyBook:
    """Finds or makes the party that a row means."""

    def __init__(self, previous):
        self.parties, self.names, self.wikidata = {}, {}, {}
        self.sources, self.fixes, self.by_name = {}, {}, {}
        self.previous = previous
        self.made = Counter()
        self.used = {}

    def add(self, party):
        """A party by hand, with all the names it answers to."""
        self.parties[party.id] = party
        if party.wikidata:
            self.wikidata.setdefault(party.wikidata, party.id)
        for text in [party.name, party.short, party.id, *party.aliases, *(f.split("|")[0] for f in party.former)]:
            self.names.setdefault((party.country, fold(text)), party.id)
            self.names.setdefault((party.country, _core(text)), party.id)

    def load_sources(self, paths):
        """The snapshot's tables of parties."""
        for path in paths:
            for line in open(path, encoding="utf-8"):
                row = json.loads(line)
                country = base(row["country"])
                self.sources.setdefault((country, row["id"]), row)
                if row.get("wikidata"):
                    self.sources.setdefault((country, row["wikidata"]), row)
                self.by_name.setdefault((country, fold(row["name"])), row)
        for (country, _), row in sorted(self.sources.items()):
            for alias in row.get("aliases") or []:
                if len(fold(alias)) > 3:
                    self.by_name.setdefault((country, fold(alias)), row)

    def load_fixes(self, path):
        """party-map.tsv: what names mean that nothing else tells."""
        for line in open(path, encoding="utf-8"):
            if line.strip() and not line.startswith("#"):
                country, name, pid = line.rstrip("\n").split("\t")
                self.fixes[(country, name if name.startswith("Q") and name[1:].isdigit() else fold(name))] = pid

    def find(self, country, name, source_id):
        """The id of the party, or None where the name is no party's."""
        key = (country, name, source_id)
        if key not in self.used:
            self.used[key] = self._find(base(country), re.sub(r"\\n.*|\{\{.*|<.*", "", name or "").strip(" ,|"), source_id or "")
        return self.used[key]

    def _find(self, country, name, source_id):
        """The id, with the country and name made plain."""
        folded = fold(name)
        fix = self.fixes.get((country, folded)) or self.fixes.get((country, source_id))
        said = name
        if fix and fix.startswith("="):
            name = fix[1:].split("|")[0]
            folded, source_id = fold(name), source_id if source_id.startswith("Q") else ""
        elif fix and (fix == "-" or fix in self.parties):
            return None if fix == "-" else fix
        if folded in NONE or ("," in name and not fix and country != "NP"):
            return None
        if INDEPENDENT.match(folded) or source_id == "Q327591":
            return self._independent(country)
        foreign = re.match(r"name/([A-Z]{2})/", source_id)
        if foreign and foreign.group(1) != country:
            return None
        row = self.sources.get((country, source_id)) or self.by_name.get((country, folded))
        if fix and fix.startswith("="):
            row = {"name": name, "short": (fix + "|").split("|")[1], "fixed": True, "aliases": [said], "first": (row or {}).get("first"),
                   "wikidata": source_id if row and row.get("wikidata") == source_id else None}
        return self._by_hand(country, name, source_id, row) or self._make(country, name, source_id, row)

    def _independent(self, country):
        """The id for people of no party, where the country has one."""
        pid = f"{country.lower()}-independent"
        for hand in (pid, "uk-independent" if country == "GB" else pid):
            if hand in self.parties:
                return hand
        return None

    def _by_hand(self, country, name, source_id, row):
        """The party by hand that an item or one of the names means."""
        wikidata = [source_id, (row or {}).get("wikidata")]
        for item in wikidata:
            if item in self.wikidata and self.parties[self.wikidata[item]].country == country:
                return self.wikidata[item]
        texts = [name] + ([row["name"], *(a for a in row.get("aliases") or [] if len(fold(a)) > 3)] if row else [])
        for text in texts:
            for form in (fold(text), _core(text)):
                if form and (country, form) in self.names:
                    return self.names[(country, form)]
        return None

    def _make(self, country, name, source_id, row):
        """A new party, under the id it had before if it had one."""
        row = row or {"name": name, "aliases": []}
        title = row["name"] if not row["name"].isupper() or len(row["name"]) < 9 else row["name"].title()
        if row.get("wikidata") is None and not row.get("id", "").startswith("partyfacts") and source_id.startswith("Q"):
            row = dict(row, wikidata=source_id)
        if len(fold(title)) < 2 or fold(title) in NONE:
            return None
        short = row.get("short") or ""
        if not row.get("fixed") and not re.match(r"^[A-Z][A-Za-z]?[A-Z/&+-]{1,7}[A-Z]?$", short):
            short = ""
        party = Party("", short or title, title, country)
        party.wikidata, party.first = row.get("wikidata") or "", row.get("first") or ""
        party.aliases = sorted({a for a in [name, *(row.get("aliases") or [])] if _alias(a, title, short)})
        party.id = self._id(party, short)
        self.add(party)
        self.made[party.id] += 1
        return party.id

    def _id(self, party, short):
        """The id that a new party had before, or one out of its short or full name."""
        lower = {"GB": "uk"}.get(party.country, party.country.lower())
        old = self.previous.get((party.country, party.wikidata)) or self.previous.get((party.country, fold(party.name)))
        for candidate in (old, f"{lower}-{slug(short)}" if short else None, f"{lower}-{slug(party.name)[:40].strip('-')}"):
            if candidate and candidate not in self.parties and not candidate.endswith(("-government", "-parliament", "-states", "-independent")):
                return candidate
        number = 2
        while f"{lower}-{slug(party.name)[:40].strip('-')}-{number}" in self.parties:
            number += 1
        return f"{lower}-{slug(party.name)[:40].strip('-')}-{number}"


def _core(text):
    """A name without its article and brackets: what two ways of writing it have in common."""
    text = fold(re.sub(r"\b(the|of india|all india)\b", " ", text, flags=re.I))
    return re.sub(r"\bjanta\b", "janata", text)


def _alias(text, title, short):
    """Whether a name of a party is worth keeping: long enough not to be met by chance."""
    folded = fold(text)
    latin = re.fullmatch(r"[\w .'’()–&/-]+", text) and not re.search(r"[^\u0000-\u024f\u2013\u2019]", text)
    if not latin or folded in (fold(title), fold(short)) or folded in NONE or ";" in text:
        return False
    return len(folded) > 4 or bool(re.fullmatch(r"[A-Z][A-Z/&-]{2,}", text))
