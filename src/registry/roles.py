"""Offices in plain English: what a row's role becomes, in which organisation it is held, whether it is worth telling."""
import re

STATES = dict(x.split(":") for x in (
    "AL:Alabama,AK:Alaska,AZ:Arizona,AR:Arkansas,CA:California,CO:Colorado,CT:Connecticut,DE:Delaware,FL:Florida,GA:Georgia,"
    "HI:Hawaii,ID:Idaho,IL:Illinois,IN:Indiana,IA:Iowa,KS:Kansas,KY:Kentucky,LA:Louisiana,ME:Maine,MD:Maryland,"
    "MA:Massachusetts,MI:Michigan,MN:Minnesota,MS:Mississippi,MO:Missouri,MT:Montana,NE:Nebraska,NV:Nevada,NH:New Hampshire,"
    "NJ:New Jersey,NM:New Mexico,NY:New York,NC:North Carolina,ND:North Dakota,OH:Ohio,OK:Oklahoma,OR:Oregon,PA:Pennsylvania,"
    "RI:Rhode Island,SC:South Carolina,SD:South Dakota,TN:Tennessee,TX:Texas,UT:Utah,VT:Vermont,VA:Virginia,WA:Washington,"
    "WV:West Virginia,WI:Wisconsin,WY:Wyoming").split(","))
TERRITORIES = {"DC": "the District of Columbia", "PR": "Puerto Rico", "GU": "Guam", "VI": "the US Virgin Islands",
               "AS": "American Samoa", "MP": "the Northern Mariana Islands"}
CANADA = ("Ontario|Quebec|Québec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Newfoundland and Labrador|Newfoundland|"
          "Prince Edward Island|Yukon|Nunavut|Northwest Territories")
AUSTRALIA = ("New South Wales|Victoria|Queensland|Tasmania|Western Australia|South Australia|Northern Territory|"
             "Australian Capital Territory|ACT")
MAIN = {"US", "GB", "CA", "AU", "IE", "IN", "PK", "BD", "LK", "NP", "AF", "GB-SCT", "GB-WLS", "GB-NIR"}

DULL = re.compile(
    r"ambassador|high commissioner|consul|permanent representative|representative to|private secretary|judge|justice\b(?!.*minist)"
    r"|advocate.general|auditor|comptroller|inspector|military cabinet|^chiefs? of (?!army staff|the army staff)|chief of staff|chair of the chiefs|"
    r"commandant|vice chief|naval|navy|air force|commissioner|special envoy|undersecretary|city council|board of|coordinator|"
    r"solicitor.general|prosecutor|police|secretary.general to|advis[eo]r|counsel(or)? |cabinet secretary of|first lady|"
    r"embassy|department of|^member$|alder|llc|university|bank|^deputy secretary$|^secretary$|chief executive officer|cricket|olympic|"
    r"supreme court|lord chief|bishop|registrar|ombudsman|clerk|general secretary|treasurer of|lord advocate|whip|lord in waiting|"
    r"baroness in waiting|lord commissioner|lord of the treasury|chamberlain of|comptroller|^treasurer of hm|household|\]|\[|"
    r"^trefnydd|administrator of|^minister$|^senator$|^party member$|^infobox|^deputy leader$|^chair$|envoy|inquiry", re.I)
DULL_BUT = re.compile(r"advocate|commissioner for|attorney.general|^secretary of state|ministers? (of|for)|"
                      r"^governor of the (reserve )?bank|lord chancellor|^lord lieutenant", re.I)

GB_SECRETARIES = (
    (r"home department", "Home Secretary"), (r"foreign", "Foreign Secretary"), (r"defence", "Defence Secretary"),
    (r"children, schools", "Children's Secretary"), (r"^(innovation, universities)", "Innovation Secretary"),
    (r"education", "Education Secretary"), (r"^health|health and social care|^social services", "Health Secretary"),
    (r"energy security|^energy", "Energy Secretary"), (r"business|trade and industry", None), (r"exiting the european", "Brexit Secretary"),
    (r"work and pensions", "Work and Pensions Secretary"), (r"^justice|justice", "Justice Secretary"),
    (r"culture|digital, culture", "Culture Secretary"), (r"environment", "Environment Secretary"),
    (r"international development", "International Development Secretary"), (r"international trade", "International Trade Secretary"),
    (r"^transport", "Transport Secretary"), (r"levelling up", "Levelling Up Secretary"), (r"communities", "Communities Secretary"),
    (r"^housing", "Housing Secretary"), (r"northern ireland", "Northern Ireland Secretary"), (r"scotland", "Scotland Secretary"),
    (r"wales", "Wales Secretary"), (r"science", "Science Secretary"))
SHORT = (
    (r"^(the )?foreign affairs.*|^external affairs$|^external relations$|^european and international affairs$|"
     r"^europe and foreign affairs$|^foreign and european affairs$", "Foreign"),
    (r"^(national )?defen[cs]e$|^(the )?armed forces$", "Defence"), (r"^(the )?interior$|^internal affairs$", "Interior"),
    (r"^home affairs$", "Home"), (r"^(the )?finances?$|^economy and finances?$|^the economy and finances?$", "Finance"),
    (r"^(the )?environment$", "Environment"), (r"^(the )?economy$", "Economy"), (r"^law and justice$", "Law"),
    (r"^information and broadcasting$", "Information"))


def portfolio(text, place):
    """'Minister of X' turned round: 'X Minister of Place', or kept where X is long."""
    field = re.sub(r"^the ", "", text.strip())
    for pattern, short in SHORT:
        if re.match(pattern, text.strip(), re.I):
            if short == "Foreign" and place == "India":
                return "External Affairs Minister of India"
            if short == "Interior" and place in ("India", "Bangladesh", "Nepal"):
                short = "Home"
            return f"{short} Minister of {place}"
    if len(field.split()) <= 2 and "," not in field and " and" not in field and "without" not in field.lower():
        return f"{field[:1].upper()}{field[1:]} Minister of {place}"
    return f"Minister for {field} of {place}" if "without" not in field.lower() else f"Minister without portfolio of {place}"


def _tidy(role):
    """The bare office of a row: no markup, no department in brackets."""
    role = role.split("\\n")[0].replace("’", "'")
    role = re.sub(r"\s*\((?!India\)).*?\)", "", role)
    role = re.sub(r"^(Indian|Nepalese|British|Pakistani|United States|Union|Federal|Central|Australian|Canadian) (?=[A-Z])", "", role)
    role = re.sub(r"\s*,?\s*(Government|govt\.?) of (?=[A-Z])", " of ", role, flags=re.I)
    role = re.sub(r"^Lieutenant Governor the ", "Lieutenant Governor of the ", role)
    return re.sub(r"\s+", " ", role).strip(" ,.;")


def congress(role):
    """House TX, Senate PA."""
    house, _, state = role.partition(" ")
    if state in STATES:
        return f"US {'Senator' if house == 'Senate' else 'Representative'} for {STATES[state]}", "us-congress"
    if state in TERRITORIES:
        office = "Resident Commissioner of" if state == "PR" else "US Delegate for"
        return f"{office} {TERRITORIES[state]}", "us-congress"
    return None


PARLIAMENTS = (
    ("AU", r"^Representatives |^Member of Parliament, House of Rep", "Member of the Australian House of Representatives", "au-parliament"),
    ("AU", r"^Senate\b|^Member of Parliament, Senate", "Senator of Australia", "au-parliament"),
    ("AU", r"^Member of Parliament, QLD", "Member of the Legislative Assembly of Queensland", "au-states"),
    ("CA", r"^Commons", "Member of Parliament of Canada", "ca-parliament"),
    ("CA", r"^Member of Parliament, NB", "Member of the Legislative Assembly of New Brunswick", "ca-provinces"),
    ("GB", r"^Commons", "Member of Parliament of the United Kingdom", "gb-parliament"),
    ("GB", r"^Member of the House of Lords", "Member of the House of Lords", "gb-parliament"),
    ("GB-NIR", r"^Assembly |^Member of Parliament, Assembly|^Member of the (Northern|Legislative)",
     "Member of the Northern Ireland Assembly", "gb-devolved"),
    ("GB-SCT", r"^Member of Parliament|^Member of the Scottish Parliament", "Member of the Scottish Parliament", "gb-devolved"),
    ("GB-WLS", r"^Member of Parliament, National Assembly|^Member of the Senedd", "Member of the Senedd", "gb-devolved"),
    ("IE", r"^Dail|^Teachta", "Member of the Dáil", "ie-parliament"),
    ("IN", r"^Lok.Sabha 1[67]|Lok.Sabha( for .*)?$", "Member of the Lok Sabha", "in-parliament"),
    ("IN", r"^Member of (Parliament, )?(the )?Rajya Sabha", "Member of the Rajya Sabha", "in-parliament"),
    ("PK", r"^Assembly 14|^Member of the National Assembly", "Member of the National Assembly of Pakistan", "pk-parliament"),
    ("BD", r"^House \d|^Member of (the )?(Parliament|Bangladesh Parliament|Jatiya Sangsad)", "Member of Parliament of Bangladesh", "bd-parliament"),
    ("LK", r"^Parliament 15|^Member of (the )?Parliament", "Member of Parliament of Sri Lanka", "lk-parliament"),
    ("NP", r"^Assembly 2nd|Constituent Assembly", "Member of the Constituent Assembly of Nepal", "np-parliament"),
    ("NP", r"^Member of (the )?(Parlia?ment, )?(Pratinidhi|House of Rep)", "Member of the House of Representatives of Nepal", "np-parliament"),
    ("AF", r"^Wolesi", "Member of the Wolesi Jirga of Afghanistan", "af-parliament"))


def parliament(role, country):
    """Members of the parliaments that are taken whole."""
    if country == "US":
        return congress(role) if re.match(r"^(House|Senate) [A-Z]{2}$", role) else None
    if "Leader" in role or "Speaker" in role:
        return None
    for code, pattern, plain, org in PARLIAMENTS:
        if code == country and re.search(pattern, role):
            return plain, org
    return None


def gb_office(role):
    """British ministers under the names newspapers give them."""
    match = re.match(r"Secretary of State for (.*)", role)
    if match:
        field = re.sub(r",? and (Lord Chancellor|President of .*|Minister for .*)$", "", match.group(1))
        for pattern, title in GB_SECRETARIES:
            if re.search(pattern, field, re.I):
                title = title or ("Business Secretary" if "usiness" in field else "Trade and Industry Secretary")
                return f"{title} of the United Kingdom"
        return f"{field} Secretary of the United Kingdom"
    if re.match(r"Parliamentary Under.Secretary|Assistant|Parliamentary Secretary|Minister of State, \w+$", role):
        return "Minister in the Government of the United Kingdom"
    if re.match(r"(Minister of State|Minister)\b", role):
        return re.sub(r"^Minister of State, ", "Minister of State for ", role) + ("" if role.endswith("Kingdom") else " of the United Kingdom")
    if role in ("Prime Minister", "Deputy Prime Minister"):
        return role + " of the United Kingdom"
    if re.search(r"Whip|in Waiting|Lord Commissioner|Lord of the Treasury|Chamberlain of|Comptroller of HM|Treasurer of HM", role):
        return "Government Chief Whip of the United Kingdom" if re.match(r"Chief Whip|Government Chief Whip", role) else \
            "Government whip of the United Kingdom"
    return role + " to the Treasury" if role in ("Exchequer Secretary", "Financial Secretary", "Economic Secretary") else role


STATE_HOUSE = re.compile(rf"\b({'|'.join([*STATES.values(), 'Northern Mariana Islands'])})( State)? (Senate|House|Assembly)")
US_OFFICES = re.compile(r"^(Deputy )?(Secretary of (?!State of)|Attorney General$|Trade Representative|Director of National Intelligence)")


def us_office(role):
    """American offices: those of the federation begin with US."""
    role = role.replace("Defence", "Defense").replace("Advisor", "Adviser")
    if role in ("President", "Vice President"):
        return f"{role} of the United States", "us-government"
    state = re.search(rf"\bof ({'|'.join(STATES.values())})$", role)
    if state and not role.endswith("District of Columbia"):
        return role, "us-states"
    if STATE_HOUSE.search(role):
        return role, "us-states"
    if US_OFFICES.match(role) or role == "Deputy Attorney General":
        return "US " + re.sub(r"Secretary of Health$", "Secretary of Health and Human Services", role), "us-government"
    if re.match(r"(Lieutenant Governor|Governor|Mayor|Attorney General|Secretary of State|Speaker|Member|Treasurer) ", role):
        return role, "us-states"
    return role, "us-government"


STATE_ORG = {"PK": "pk-provinces", "IN": "in-states", "US": "us-states", "CA": "ca-provinces", "AU": "au-states",
             "GB": "gb-devolved", "GB-SCT": "gb-devolved", "GB-WLS": "gb-devolved", "GB-NIR": "gb-devolved", "IE": "ie-councils", "BD": "bd-provinces",
             "LK": "lk-provinces", "NP": "np-provinces", "AF": "af-provinces"}
LOCAL = re.compile(
    r"^(Leader of .* in|Deputy Leader of .* in|Speaker of the|President of the) ?(New South Wales|Queensland|Victoria\w*|South Australia|Western Australia|Tasmania\w*|"
    r"Northern Territory)|^(acting |interim |caretaker |Deputy |Lieutenant )*(Chief Minister|Premier|Governor|Lieutenant.Governor|Mayor|Lord Mayor|First Minister)\b|"
    r"Legislative (Assembly|Council)|Vidhan|\bMLA\b|Provincial|Northern Ireland Assembly|Scottish|Welsh|Senedd|"
    r"(Punjab|Sindh|Balochistan|Khyber Pakhtunkhwa) Assembly|Prime Minister of Azad", re.I)
PARLIAMENTARY = re.compile(
    r"^(Deputy |Vice.|acting |interim )*President of the (\w+ )?(Senate|National Assembly|House)|^(Deputy )?(Speaker|Chairman of the Senate|Member of|MP |Senator|Leader of (the )?(Opposition|House|Government))|"
    r"Ceann Comhairle|Cathaoirleach|Leas.Ch|Seanad|Teachta|^Shadow|Leader of (the )?(House|Opposition|Government)|President of the Senate|^US (Senator|Rep)|"
    r"(Majority|Minority) (Leader|Whip)", re.I)


IN_STATES = {
    "CA": CANADA, "AU": AUSTRALIA,
    "IN": "Andhra Pradesh|Arunachal Pradesh|Assam|Bihar|Chhattisgarh|Goa|Gujarat|Haryana|Himachal Pradesh|Jharkhand|Karnataka|Kerala|Madhya Pradesh|"
          "Maharashtra|Manipur|Meghalaya|Mizoram|Nagaland|Odisha|Orissa|Punjab|Rajasthan|Sikkim|Tamil Nadu|Telangana|Tripura|Uttar Pradesh|Uttarakhand|"
          "West Bengal|Delhi|Puducherry|Jammu and Kashmir|Ladakh",
    "PK": "Punjab|Sindh|Balochistan|Khyber Pakhtunkhwa|Gilgit.Baltistan|Azad (Jammu and )?Kashmir|Karachi|Lahore",
    "GB": "Scotland|Wales|Northern Ireland"}
BODIES = (("united-nations", r"United Nations|\bUN\b|UNICEF|UNESCO"), ("nato", r"\bNATO\b|North Atlantic Treaty"), ("who", "World Health Organi"),
          ("imf", r"International Monetary Fund|\bIMF\b"), ("european-parliament", "European Parliament"),
          ("european-union", r"^European|European (Commission|Council|Union|Central Bank)|Eurogroup"))


def body(role):
    """An international body that an office is held in, or None."""
    if re.search(r"Ambassador|Permanent Representative|High Representative.* of (?!the European)", role):
        return None
    return next((org for org, pattern in BODIES if re.search(pattern, role)), None)


def organisation(role, country):
    """Which organisation an office that is no party's is held in."""
    if body(role):
        return body(role)
    if country == "US" and re.match(r"campaign|.*candidate for|.*campaign", role):
        return "us-campaigns"
    if re.search(rf"\b(of|in|for) (the )?({IN_STATES.get(country, 'no state')})( Assembly)?$", role) and "Secretary of the United" not in role \
            and not role.startswith(("Member of Parliament", "MP ", "Senator", "Minister of State for")):
        return STATE_ORG[country]
    if country == "US" and re.search(rf"\b(of|in) ({'|'.join(STATES.values())})$|^(sheriff|District Attorney|Mayor|City)", role, re.I) \
            and not role.startswith(("US ", "chair")):
        return "us-states"
    if country == "US" and STATE_HOUSE.search(role):
        return "us-states"
    if country == "US" and re.match(r"US (Senator|Representative|Delegate)|Speaker of the US|(House|Senate) (Maj|Min)|.*Leader of the US", role):
        return "us-congress"
    if country == "US" and (role.startswith(("US ", "White House")) or role.endswith("United States")):
        return "us-government"
    if LOCAL.search(role) and country in STATE_ORG and not role.startswith("Governor General"):
        return STATE_ORG[country]
    if PARLIAMENTARY.search(role):
        return f"{country[:2].lower()}-parliament" if country != "US" else "us-congress"
    if country in ("GB-SCT", "GB-WLS", "GB-NIR"):
        return "gb-devolved"
    if country == "US" and re.match(r"(Attorney General|Secretary of State|Treasurer) of ", role):
        return "us-states"
    return f"{country.lower()}-government"


KEY = re.compile(
    r"^(acting |interim |caretaker )*(President|Prime Minister|Chancellor|Federal Chancellor|Premier|Vice.President|Taoiseach|monarch|Supreme Leader|"
    r"(First )?(Deputy|Vice) (Prime Minister|Premier|Chancellor)|Vice Premier|Chairman of the (Presidency|Council of Ministers|Cabinet of Ministers)|"
    r"State Counsellor|Emir|King|Queen|Sultan|Captain Regent|"
    r"Minister of (the )?(Foreign Affairs.*|External (Affairs|Relations)|.*Foreign Affairs|(National )?Defen[cs]e.*|Interior.*|Home Affairs|Internal Affairs|"
    r"Finances?.*|(the )?Economy(,)? and Finances?|Economy and Finance))$", re.I)


def elsewhere(role, country, place):
    """Heads of state and government, their deputies, four ministers, members of the European Parliament."""
    if role.startswith("Member of the European Parliament"):
        return "Member of the European Parliament", "european-parliament"
    if not KEY.match(role) or DULL.search(role):
        return None
    if role.lower() == "monarch":
        return f"monarch of {place}", f"{country.lower()}-government"
    match = re.match(r"Minister of (.*)", role)
    return (portfolio(match.group(1), place) if match else f"{role} of {place}"), f"{country.lower()}-government"


WORTH = re.compile(
    r"^(acting |interim |caretaker |deputy |vice.|first |second |senior |state |junior |assistant |shadow |minister of state|lieutenant |under |lord )*"
    r"(president|prime minister|taoiseach|tánaiste|minister|secretary|chancellor|premier|chief minister|governor|mayor|speaker|leader|member of|"
    r"members? of parliament|mp for|senator|attorney.general|chief of (the )?army staff|us |white house|director of|administrator of the env|"
    r"chairman of the (joint chiefs|senate|national assembly)|chief secretary|financial secretary|economic secretary|exchequer|president of the|privy seal|"
    r"paymaster|treasurer$|treasurer of (australia|the)|ceann|leas|cathaoirleach|presiding officer|cabinet secretary|lord advocate|counsel general|"
    r"supreme leader|special assistant to the prime|advis|national security|governor.general|chief justice|press secretary|deputy (leader|speaker|minister)|"
    r"trade representative)", re.I)
LESSER = re.compile(r"borough|city council|district council|county|school|pitcairn|falkland|bermuda|montserrat|gibraltar|anguilla|cayman|virgin islands|"
                    r"saint helena|deputy mayor|lieutenant.governor of (?!the )?(new south|victoria|queensland|western|south a|tasmania)|"
                    r"London Assembly|Mayor of Galway|Mayor of Fremantle|Mayor of Bega|University|House of Representatives from|Democratic Caucus|Appointments|Elections|delegation", re.I)


def main_office(role, country, place, federal):
    """Offices of the countries that are taken whole, or None."""
    if country == "GB" and gb_office(role).endswith("hip of the United Kingdom") and "shadow" not in role.lower():
        return gb_office(role), "gb-government"
    if not WORTH.match(role) or LESSER.search(role) or "[" in role or "]" in role or (DULL.search(role) and not DULL_BUT.search(role)) or not role or role[0].islower() or len(role) > 90:
        return None
    if country == "US":
        return us_office(role)
    if country == "GB":
        return gb_office(role), organisation(gb_office(role), "GB")
    minister = re.match(r"Minister (?:of|for) (?!State)(.*)", role)
    if minister and not re.search(rf"\bof ({CANADA}|{AUSTRALIA}|[A-Z]\w+ Pradesh|Tamil Nadu|Bihar|Gujarat|Goa|Maharashtra|Punjab)\b", role):
        return (portfolio(minister.group(1), place), f"{country.lower()}-government") if federal else None
    if role == "Member of Parliament":
        return None
    if country in ("AU", "CA") and not re.search(rf"\b({CANADA}|{AUSTRALIA}|Prime Minister|Mayor)\b", role):
        if not federal or re.search(r"Legislative|House of Assembly|Deputy Premier|Lieutenant", role):
            return None
    if re.match(r"(Leader|Deputy Leader|President|Vice.President|Chair\w*|Secretary|General Secretary|Member|Treasurer) of (?!.*(Opposition|House|Senate|"
                r"Council|Assembly|Parliament|Sabha|Sangsad|Jirga|Senedd|Seanad|Republic$))", role) and country != "US":
        return None
    role = re.sub(r"^Minister for State\b", "Minister of State", role)
    if re.match(r"^(President|Vice.President|Prime Minister|Deputy Prime Minister|Treasurer|Attorney.General|Taoiseach|Tánaiste|First Minister|"
                r"Deputy First Minister|Governor.General|Finance Minister|Chief of (the )?Army Staff)$", role, re.I) or \
            re.match(r"Minister of State for", role) or (re.match("Cabinet Secretary", role)):
        role = f"{role} of {place}"
    org = organisation(role, country)
    return role, ("gb-devolved" if country.startswith("GB-") else org)


def plain(row, place, federal):
    """(role, organisation) of a row, or None where the office is not told."""
    country = row.country
    found = parliament(row.role, country)
    if found:
        return found
    role = _tidy(row.role)
    if country == "INT":
        return (role, "united-nations" if "United Nations" in role else "int-bodies") if not re.search("Permanent Rep|Under-Sec", role) else None
    if role.startswith("Member of the European Parliament"):
        return "Member of the European Parliament", "european-parliament"
    if country in MAIN:
        return main_office(role, country, place, federal)
    return elsewhere(role, country, place)
