"""What holds for every membership: within the life, within the time of the party, one party at a time."""
import re

from model import HAND_KNOWN
from periods import before, eve, morrow

IMPARTIAL = re.compile(
    r"^(?:(?:First )?Deputy |Under-)?"
    r"(?:Secretary[- ]General|Managing Director|Director[- ]General|Executive Director|Administrator|President|Vice President) of (?:the )?"
    r"(?:United Nations(?! (?:General Assembly|Economic))|UN\b|UNICEF|UNESCO|NATO|International|World |OPEC|Organi[sz]ation|Arab League|Commonwealth$"
    r"|European Central Bank)"
    r"|^(?:United Nations|UN|OSCE) (?:High Commissioner|special|humanitarian|personal)")


class Bounds:
    """The part of a build that cuts memberships to what can be."""

    def bound(self, person):
        """A person's memberships cut to life and parties; party offices without dates to the membership."""
        out = []
        for m in person.memberships:
            if person.died and not (m[3] and before(m[3], person.died)) and m[3] != person.died:
                m = (*m[:3], person.died, "", m[5])
            m = self._within_party(m) if m[0] in self.book.parties else m
            if m:
                out.append(m)
            else:
                self.note("party period outside the time of the party", person.name)
        person.memberships = out
        person.memberships = [self._with_party(m, out) if m[1] and not m[2] and m[0] in self.book.parties else m for m in out]
        for office in [m for m in person.memberships if IMPARTIAL.search(m[1]) and m[2]]:
            person.memberships = [piece for m in person.memberships for piece in self._without(m, office)]

    def _without(self, m, office):
        """A party without the time in an office whose holder serves no party: that of an international civil servant."""
        org, role, start, end, known, source = m
        if role or org not in self.book.parties or end and before(end, office[2]) or office[3] and start and before(office[3], start):
            return [m]
        pieces = [(org, "", start, eve(office[2]), "", source)] if not start or before(start, office[2]) else []
        if office[3] and before(office[3], end or known or "9999"):
            pieces.append((org, "", morrow(office[3]), end, known, source))
        return pieces

    def _within_party(self, m):
        """A membership cut to the time of the party, or None where nothing is left."""
        party = self.book.parties[m[0]]
        org, role, start, end, known, source = m
        if party.founded and start and before(start, party.founded):
            start = party.founded
        if party.dissolved and before(party.dissolved, end or "9999") and (end or start and before(party.dissolved, start)):
            end, known = party.dissolved, ""
        if party.dissolved and not end and source != "hand":
            end, known = (party.dissolved, "") if before(party.dissolved, known or "9999") else (end, known)
        if start and end and (before(end, start) or start == end != m[3]):
            return None
        if not start and end and party.founded and before(end, party.founded):
            return None
        return org, role, start, end, known, source

    def _with_party(self, m, memberships):
        """An office of a party without start: not before the last membership of the party begins, nor after it ends."""
        plain = sorted((p[2], p[3]) for p in memberships if p[0] == m[0] and not p[1])
        if not plain or not plain[-1][0]:
            return m
        end = m[3] or plain[-1][1]
        start = plain[-1][0] if not end or before(plain[-1][0], end) else plain[0][0]
        return m[0], m[1], start, end, "" if end else m[4], m[5]

    def begin_with_party(self, person):
        """A party by hand without start begins with the party, if it was founded in the person's time, and after a party by hand that has ended."""
        for i, m in enumerate(person.memberships):
            if m[1] or m[2] or m[0] not in self.book.parties:
                continue
            founded = self.book.parties[m[0]].founded
            start = founded if founded > max("1990", str(int((person.born or "1900")[:4]) + 14)) else ""
            if not m[3]:
                left = [o[3] for o in person.memberships if not o[1] and o[3] and o[0] != m[0] and o[0] in self.book.parties]
                other = [o for o in person.memberships if not o[1] and o[0] == m[0] and o is not m]
                start = max([start, *left]) if not other else start
            if start and not (m[3] and not before(start, m[3])):
                known = m[4] if not m[4] or not before(m[4], start) else HAND_KNOWN
                person.memberships[i] = (m[0], "", start, m[3], known, m[5])

    def end_before_next(self, person):
        """A party by hand whose end is only an office's ends when another party by hand begins before that."""
        for i, m in enumerate(person.memberships):
            if m[1] or not m[3] or (m[0], m[3]) not in person.office_ends or m[0] not in self.book.parties:
                continue
            later = [o[2] for o in person.memberships if not o[1] and o[0] != m[0] and o[0] in self.book.parties and o[2]
                     and before(m[2] or "0001", o[2]) and before(o[2], m[3])]
            if later:
                person.memberships[i] = (m[0], "", m[2], eve(min(later)), "", m[5])
