"""From rows to memberships: periods of parties, offices."""
import re
from collections import defaultdict

import parties
import periods
import roles
from model import ALWAYS, APPOINTED, MP_LIKE, SCRAPERS_KNOWN, STEADY, body_of
from names import fold
from periods import Claim, before


class Terms:
    """The part of a build that says when a person was in which party and office."""

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
        """A claim cut to the time since its party was founded, or None."""
        party = self.book.parties[claim.what]
        founded = party.founded or (party.first if party.first > "1950" else "")
        if not founded or party.former or int(founded[:4]) - int(claim.start[:4]) <= 1:
            return claim
        self.note("party period before the party was founded", claim.what)
        if before(founded, claim.until()):
            claim.start = founded
            return claim
        return None

    def _undated(self, out, party, person):
        """Adds a party without dates as last known, unless something dated differs."""
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
