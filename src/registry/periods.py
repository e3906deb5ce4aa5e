"""Dates and periods. A date is 2018, 2018-08 or 2018-08-18; an empty one is open."""
from datetime import date, timedelta

GAP = 548  # days: eighteen months
LONG_GAP = 2200  # days: six years, where people seldom change party


def before(a, b):
    """Whether a lies before b as far as both are told: 2014 is not before 2014-05."""
    n = min(len(a), len(b))
    return a[:n] < b[:n]


def day(text, last=False):
    """The first (or last) day a date can mean."""
    parts = [int(x) for x in text.split("-")]
    if len(parts) == 3:
        return date(parts[0], parts[1], min(parts[2], 28) if parts[1] == 2 else min(parts[2], 30) if parts[1] in (4, 6, 9, 11) else parts[2])
    if last:
        year, month = (parts[0], parts[1]) if len(parts) == 2 else (parts[0], 12)
        return (date(year + month // 12, month % 12 + 1, 1)) - timedelta(days=1)
    return date(parts[0], parts[1] if len(parts) > 1 else 1, 1)


def eve(text):
    """The day before a day; a year or month stays itself (two periods may share it)."""
    return str(day(text) - timedelta(days=1)) if len(text) == 10 else text


def morrow(text):
    """The day after a day; a year or month stays itself."""
    return str(day(text) + timedelta(days=1)) if len(text) == 10 else text


def days_between(end, start):
    """From the end of one period to the start of the next."""
    return (day(start) - day(end, last=True)).days


class Claim:
    """That somebody belonged to a party, or held an office, from start to end; known where the end is open."""

    __slots__ = ("what", "start", "end", "known", "source", "tier")

    def __init__(self, what, start, end, known, source, tier):
        self.what, self.start, self.end, self.known, self.source, self.tier = what, start, end, known, source, tier

    def until(self):
        """The last day it is vouched for."""
        return self.end or self.known or "9999"

    def __repr__(self):
        return f"{self.what} {self.start}–{self.end or '(' + self.known + ')'} {self.source}"


def overlap(a, b):
    """Whether two claims share more than a border."""
    return before(a.start, b.until()) and before(b.start, a.until())


def merge(claims, gap=GAP):
    """Claims of one thing, in order, touching and near ones made one."""
    out = []
    for claim in sorted(claims, key=lambda c: (c.start, c.until())):
        last = out[-1] if out else None
        if last and (not last.end or not before(last.until(), claim.start) or days_between(last.until(), claim.start) <= gap):
            if before(last.until(), claim.until()) or (last.until() == claim.until() and claim.end and not last.end):
                last.end, last.known = claim.end, claim.known
                last.source = claim.source if claim.tier < last.tier else last.source
            last.tier = min(last.tier, claim.tier)
            continue
        out.append(Claim(claim.what, claim.start, claim.end, claim.known, claim.source, claim.tier))
    return out


def accept(claims, report):
    """The claims that do not contradict a better one; the rest are cut back or dropped, and counted."""
    taken = []
    for claim in sorted(claims, key=lambda c: (c.tier, c.start, c.until(), c.what)):
        rivals = [t for t in taken if t.what != claim.what and overlap(t, claim)]
        if not rivals:
            taken.append(claim)
            continue
        rival = min(rivals, key=lambda t: t.start)
        if len(rivals) == 1 and before(claim.start, rival.start) and claim.tier < 5:
            report[("cut at the start of another party", claim.source, rival.source)] += 1
            taken.append(Claim(claim.what, claim.start, eve(rival.start), "", claim.source, claim.tier))
        elif len(rivals) == 1 and not claim.end and rival.end and before(rival.end, claim.until()) and claim.tier <= 4:
            report[("cut to begin after another party", claim.source, rival.source)] += 1
            taken.append(Claim(claim.what, rival.end, claim.end, claim.known, claim.source, claim.tier))
        elif len(rivals) == 1 and not rival.end and before(rival.start, claim.start) and rival.tier == claim.tier:
            report[("open end closed by another party", rival.source, claim.source)] += 1
            rival.end, rival.known = eve(claim.start), ""
            taken.append(claim)
        elif len(rivals) == 1 and rival.tier == claim.tier and rival.start == claim.start and claim.tier >= 3:
            report[("both dropped: same dates, two parties", claim.source, rival.source)] += 1
            taken.remove(rival)
        else:
            report[("dropped: contradicts a better source", claim.source, rival.source)] += 1
    return taken


def settle(claims, gap=GAP):
    """Periods of parties in order: consecutive ones made one, ends closed by what follows."""
    out = []
    for claim in sorted(claims, key=lambda c: (c.start, c.until(), c.what)):
        last = out[-1] if out else None
        if last and last.what == claim.what:
            joined = merge([last, claim], gap)
            out[-1:] = joined
            continue
        if last and (not last.end or not before(last.end, claim.start)):
            close = days_between(last.until(), claim.start) <= GAP
            last.end, last.known = (eve(claim.start) if close else last.until()), ""
        out.append(Claim(claim.what, claim.start, claim.end, claim.known, claim.source, claim.tier))
    return out
