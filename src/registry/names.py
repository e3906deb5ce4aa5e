"""Names of people as newspapers write them, out of what lists and encyclopedias hold."""
import re
import unicodedata

PREFIXES = {
    "smt", "shri", "shrimati", "sri", "sushri", "sushree", "kum", "kumari", "dr", "prof", "professor", "adv", "advocate", "mr",
    "mrs", "ms", "miss", "haji", "hajji", "alhaj", "al-haj", "alhajj", "engr", "eng", "engineer", "barrister", "senator",
    "hon", "honourable", "honorable", "justice", "col", "colonel", "lt", "capt", "captain", "maj", "major", "gen", "general",
    "brig", "brigadier", "rtd", "retd", "air", "marshal", "admiral", "mp", "er", "ven", "venerable", "rev", "sir", "dame"}
SUFFIXES = {
    "mp", "mla", "mlc", "td", "msp", "ms", "am", "mep", "mbe", "obe", "cbe", "dbe", "kbe", "gbe", "qc", "kc", "pc", "phd", "frsa",
    "ch", "cb", "jr", "sr", "ii", "iii", "iv", "retd", "rtd", "ac", "ao", "kcmg", "cmg", "gcmg", "csc", "oam", "vsm", "dl", "jp", "fcpa", "dsc", "bt"}
PARTICLES = {"de", "da", "do", "dos", "del", "della", "di", "der", "den", "van", "von", "bin", "bint", "ibn", "al", "el", "ul",
             "e", "i", "la", "le", "of", "and", "ur", "uz", "ud", "du", "y"}
NOT_NAMES = {
    "party", "minister", "ministry", "government", "president", "vacant", "vacancy", "committee", "council", "office", "secretary",
    "unknown", "acting", "parliament", "congress", "league", "independent", "governor", "speaker", "department", "union", "cabinet",
    "tbd", "none", "position", "caretaker", "constituency", "list", "deputy", "commission", "constituent", "assembly", "member"}
KINGS = {"abdullah", "charles", "elizabeth", "felipe", "philippe", "harald", "willem-alexander"}


def fold(text):
    """Letters and digits without accents or case, parted by single blanks: what two spellings have in common."""
    plain = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("ø", "o").replace("Ø", "O").replace("ł", "l")
                                  .replace("Ł", "L").replace("đ", "d").replace("ß", "ss"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return re.sub(r"[^\w]+|_", " ", plain.replace("'", "").replace("’", "")).strip()


def slug(text):
    """An id out of a name."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def _bare(token):
    """A word without dots and brackets, in lower case."""
    return token.strip(".,()").casefold().replace(".", "")


def _turn(name, country):
    """A name with a comma, the right way round."""
    last, _, rest = name.partition(",")
    last, rest = last.strip(), rest.strip(" ,")
    tokens = rest.split()
    if country == "AF":
        return last
    if all(_bare(t) in SUFFIXES for t in tokens):
        return last
    if all(_bare(t) in PREFIXES for t in last.split()):
        return rest
    while tokens and _bare(tokens[0]) in PREFIXES:
        tokens.pop(0)
    return " ".join(tokens + [last])


def _cut(tokens):
    """Without the titles before and the letters after."""
    while len(tokens) > 1 and (_bare(tokens[0]) in PREFIXES) and tokens[0] != "Al":
        if _bare(tokens[0]) == "kumari" and not tokens[0].endswith("."):
            break
        tokens = tokens[1:]
    tokens = tokens[:1] + [t for t in tokens[1:-1] if _bare(t) not in ("col", "vsm", "dr", "smt", "retd", "shri")] + tokens[1:][-1:]
    while len(tokens) > 2 and _bare(tokens[-1]) in SUFFIXES:
        tokens = tokens[:-1]
    return tokens


def _case(token, shout):
    """A word of a name in title case if it shouts or whispers."""
    if token.casefold() in PARTICLES and not shout:
        return token
    if token != "MST." and ("." in token or len(token) == 1):
        return token if not shout else token.upper()
    if token == "MST.":
        return "Mst."
    if token.islower() or (token.replace("ß", "SS").isupper() and (shout or len(token) > 3)):
        return "-".join(p[:1].upper() + p[1:].lower() for p in token.split("-"))
    if re.match(r"^[A-Z]{2}[a-z]{3,}$", token):
        return token.capitalize()
    return token


def clean(name, country):
    """The name to show, or None where there is none."""
    name = unicodedata.normalize("NFC", name.split("\\n")[0])
    name = re.sub(r"\(.*?\)|\[.*?\]|[\"“”].*?[\"“”]|\([^)]*$", " ", name).replace("’", "'").replace("`", "'")
    name = re.sub(r"^Ch\.? (?=\w)", "Chaudhry ", name) if country == "PK" else name
    name = re.sub(r"\b(Md|Dr|Mrs|Mr|Prof|Adv|Muhammed)\.(?=\S)", r"\1. ", name)
    if "," in name:
        name = _turn(name, country)
    tokens = _cut([t.strip(",;") for t in name.split() if t.strip(",;.-")])
    shout = name.isupper() or name.islower()
    tokens = [_case(t, shout) for t in tokens]
    if country == "IN" and len(tokens) == 2 and re.fullmatch(r"([A-Z]\.?)+", tokens[1]):
        tokens.reverse()
    return " ".join(tokens) if good(tokens) else None


def good(tokens):
    """Whether the words can be a person's name."""
    text = " ".join(tokens)
    if len(tokens) < 2 or len(tokens) > 7 or re.search(r"[0-9:/;|{}<>=@#\t]", text):
        return False
    if tokens[0] in ("Lord", "Baroness") and len(tokens) > 5:
        return False
    if tokens[0] in ("Baron", "Viscount", "Marquess") or (tokens[0] == "Baroness" and len(tokens) > 2 and "of" not in tokens):
        return False
    words = {t.casefold().strip(".") for t in tokens}
    if words & NOT_NAMES or not re.search(r"[A-Za-z]", text):
        return False
    if any(unicodedata.name(c, "").split()[0] not in ("LATIN", "COMBINING", "MODIFIER") for c in text if c.isalpha()):
        return False
    long = [t for t in tokens if len(t.strip(".")) > 1]
    return len(long) >= 1 and len(fold(text)) >= 5


def mc(name):
    """Mccarthy as McCarthy."""
    return re.sub(r"\bMc([a-z])", lambda m: "Mc" + m.group(1).upper(), name)
