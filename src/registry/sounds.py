"""Keys under which two spellings of one name meet: those of NameKey and TransliterationKey, in Python."""
import re
import unicodedata

WHOLE = {"omar": "umar", "omer": "umar", "umer": "umar", "osman": "usman", "usmaan": "usman", "othman": "usman", "uthman": "usman", "yousaf": "yusuf",
         "yusaf": "yusuf", "yousef": "yusuf", "youssef": "yusuf", "yusef": "yusuf", "khwaja": "khawaja", "khwajah": "khawaja", "khawja": "khawaja",
         "khowaja": "khawaja", "fazal": "fazl"}
SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}
LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})
ONE_SOUND = {"a": "uwiy", "o": "uwo", "e": "a"}


def words(name):
    """The words of a name in small letters without accents; initials that follow each other are one word."""
    plain = re.sub(r"[\u0300-\u036f]", "", unicodedata.normalize("NFKD", name)).lower().translate(LETTERS)
    out, after = [], False
    for word in re.sub(r"[^\w]|_", " ", re.sub(r"[.'’‘ʼ`´](?=\w)", lambda m: " " if m.group() == "." else "", re.sub(r"[.'’‘ʼ`´](?!\w)", "", plain))).split():
        initial = len(word) == 1 and word.isalpha()
        if initial and after:
            out[-1] += word
        else:
            out.append(word)
        after = initial
    return out


def key(name):
    """What two spellings share that differ in case, accents, dots and hyphens."""
    return " ".join(words(name))


def sound(name):
    """What the usual English spellings of one name share, without middle initials and a final Jr."""
    own = words(name)
    own = own[:-1] if len(own) > 2 and own[-1] in SUFFIXES else own
    return "".join(_word(w) for i, w in enumerate(own) if len(w) > 1 or i in (0, len(own) - 1))


def _word(word):
    """The part of a key that stands for a word."""
    heard = _sounds(_consonants(_ending(WHOLE.get(word, word))))
    return heard[:-3] + "ri" if heard.endswith(("dari", "diri", "duri")) else heard


def _ending(word):
    """Abdullah as Abdulla, Siddique as Siddiqi, Ahmed as Ahmad."""
    stem = word[:-2]
    if word.endswith("ah"):
        return stem + "a"
    if stem.endswith("q") and word.endswith(("ue", "ui")):
        return stem + "i"
    return stem + "ad" if stem.endswith(("h", "hm", "ham", "hamm")) and word.endswith("ed") else word


def _consonants(word):
    """Consonants that are one sound made one."""
    for old, new in (("eh", "ah"), ("ph", "f"), ("dh", "d"), ("th", "t"), ("gh", "g"), ("q", "k"), ("yy", "y")):
        word = word.replace(old, new)
    return word


def _sounds(word):
    """Every run of like vowels as one of a, i and u; double consonants as one."""
    out, i = "", 0
    while i < len(word):
        c, after, third = word[i], word[i + 1:i + 2] or " ", word[i + 2:i + 3] or " "
        heard = c
        if c == "w" and after in "aeiouy":
            heard = "v"
        elif c == "y" and after in "aeiou":
            heard = "Y"
        elif c in ONE_SOUND and after in ONE_SOUND[c] and (after in "aeiou" or (after in "yw" and third not in "aeiou")):
            heard = "i" if after in "iy" or c == "e" else "u"
            i += 1
        elif c == "o":
            heard = "u"
        elif c in "ey":
            heard = "i"
        out += heard if not out.endswith(heard) else ""
        i += 1
    return out
