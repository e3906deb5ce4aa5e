"""Where texts say one party beside a name and the registry says another on the day of the text."""
import gzip
import json
import re
from collections import Counter, defaultdict

from names import fold

NAME = r"((?:[A-Z][\w'’.-]+ ){1,3}[A-Z][\w'’-]+)"
TITLED = re.compile(
    r"\b(?:leader|chief|president|supremo|chairman|chairperson|spokesperson|spokesman|spokeswoman|secretary|MP|MLA|MNA|MPA|MLC|legislator|lawmaker|"
    r"senator|Senator|Sen\.|Rep\.|congressman|congresswoman|candidate|minister|founder|patron|convener),? (?:Mr\.? |Ms\.? |Shri |Dr\.? )?" + NAME)
STATE = re.compile(NAME + r",? \(?([RDI])-[A-Z][a-z.]+")
LETTERS = {"R": "us-republican", "D": "us-democratic", "I": "us-independent"}
FILLER = {"senior", "veteran", "firebrand", "former", "ex-", "party", "rebel", "central", "general", "vice", "working", "national", "state", "union"}


def party_words(builder):
    """What a text calls a party: short names, names and aliases."""
    words = defaultdict(set)
    for pid, party in builder.book.parties.items():
        for text in [party.short, party.name, *party.aliases]:
            if len(text) > 2 and "independent" not in text.lower() and text not in ("League", "Opposition", "Socialist", "Conservatives"):
                words[text].add(pid)
    return words


def people_by_name(builder):
    """People by folded name, of names that only one has."""
    index = defaultdict(list)
    for person in builder.people:
        for name in set(person.folded()):
            index[name].append(person)
    return {name: group[0] for name, group in index.items() if len(group) == 1}


def on_day(person, builder, day):
    """The parties of a person on a day, as far as known, and whether one is only last known."""
    mine = [m for m in person.memberships if not m[1] and m[0] in builder.book.parties and (m[2] or "0") <= day]
    sure = {m[0] for m in mine if day <= (m[3] or m[4] or "9999")}
    return sure, sure | {m[0] for m in mine if not m[3]}


def before_title(text, end, words):
    """The party named before a title, or None."""
    tokens = re.findall(r"\S+", text[max(0, end - 90):end])
    while tokens and tokens[-1].lower().strip(",") in FILLER:
        tokens.pop()
    for n in range(min(6, len(tokens)), 0, -1):
        said = " ".join(tokens[-n:]).strip("“”\"'(),")
        if said in words:
            return said
    return None


def find(people, name):
    """The one person of a name, or of its beginning."""
    tokens = name.split()
    return next((people[fold(" ".join(tokens[:n]))] for n in range(len(tokens), 1, -1) if fold(" ".join(tokens[:n])) in people), None)


def said_in(body, words):
    """(words of the party, ids it can be, name, whole match) in a text."""
    for match in TITLED.finditer(body):
        said = before_title(body, match.start(), words)
        if said:
            yield said, words[said], match.group(1), match.group(0)
    for match in STATE.finditer(body):
        yield match.group(2), {LETTERS[match.group(2)]}, match.group(1), match.group(0)


def run(builder, paths):
    """Prints the people whose party in texts differs, most frequent first."""
    words, people = party_words(builder), people_by_name(builder)
    counts, where = defaultdict(Counter), {}
    for path in paths:
        for text in gzip.open(path, "rt", encoding="utf-8"):
            article = json.loads(text)
            day = (article.get("date") or "")[:10]
            for said, ids, name, whole in said_in(article["body"], words) if len(day) == 10 else ():
                person = find(people, name)
                if person:
                    sure, last = on_day(person, builder, day)
                    kind = "agree" if ids & sure else "agree with the last known" if ids & last else "differ" if sure else "differ from last known" if last else "none"
                    key = (person.id, said, ",".join(sorted(sure or last)))
                    counts[kind][key] += 1
                    where.setdefault(key, f"{day} {article['corpus']}: {whole}")
    show(counts, where)


def show(counts, where):
    """The table of an audit."""
    print("AUDIT", ", ".join(f"{kind} {sum(c.values())} ({len(c)} people and words)" for kind, c in sorted(counts.items())))
    for kind in ("differ", "differ from last known", "none"):
        for key, n in sorted(counts[kind].items(), key=lambda x: (-x[1], x[0]))[:150]:
            print(f"  {kind} {n:4} {key[0]}: text {key[1]}, registry {key[2] or '-'}; {where[key]}")
