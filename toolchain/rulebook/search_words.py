"""Words by which people mean a country or a kind of document, besides its name (English; the index folds them)."""

from collections.abc import Mapping
from typing import NamedTuple


class SearchWords(NamedTuple):
    """The words of one language."""

    idle: str
    countries: Mapping[str, str]
    kinds: Mapping[str, str]
    documents: Mapping[str, str]


IDLE = (
    "photo photos photograph photographs picture pictures pic image size sizes requirements requirement rules for of "
    "the a an and in my new to with mm cm px pixel pixels inch inches online format maker фото на для размер см мм"
)
"""Words that tell no document from another."""

COUNTRY_WORDS = {
    "AD": "andorran", "AE": "uae emirates emirati dubai abu dhabi", "AF": "afghan", "AM": "armenian",
    "AR": "argentine argentinian", "AT": "austrian", "AU": "australian", "AZ": "azerbaijani azeri",
    "BD": "bangladeshi", "BE": "belgian", "BG": "bulgarian", "BH": "bahraini", "BN": "bruneian", "BO": "bolivian",
    "BR": "brazilian brasil", "BT": "bhutanese", "BY": "belarusian belarussian", "CA": "canadian", "CH": "swiss",
    "CL": "chilean", "CM": "cameroonian", "CN": "chinese prc", "CO": "colombian", "CY": "cypriot",
    "CZ": "czech republic", "DE": "german deutschland", "DJ": "djiboutian", "DK": "danish", "DZ": "algerian",
    "EE": "estonian", "EG": "egyptian", "ES": "spanish espana", "ET": "ethiopian", "FI": "finnish", "FJ": "fijian",
    "FR": "french", "GB": "uk british britain great english england scotland wales", "GE": "georgian",
    "GH": "ghanaian", "GR": "greek hellenic", "HK": "hongkong hongkonger", "HR": "croatian", "HU": "hungarian",
    "ID": "indonesian", "IE": "irish", "IL": "israeli", "IN": "indian", "IQ": "iraqi", "IR": "iranian persian",
    "IT": "italian italia", "JO": "jordanian", "JP": "japanese", "KE": "kenyan", "KH": "cambodian khmer",
    "KR": "korean korea", "KW": "kuwaiti", "KZ": "kazakh kazakhstani", "LA": "lao laotian", "LB": "lebanese",
    "LK": "srilanka lankan", "LR": "liberian", "LT": "lithuanian", "LU": "luxembourgish", "LV": "latvian",
    "LY": "libyan", "MA": "moroccan", "MG": "malagasy", "MM": "burma burmese", "MN": "mongolian",
    "MO": "macao macanese", "MU": "mauritian", "MV": "maldivian", "MX": "mexican", "MY": "malaysian",
    "NA": "namibian", "NG": "nigerian", "NL": "dutch holland", "NO": "norwegian", "NP": "nepali nepalese",
    "NZ": "zealander kiwi", "OM": "omani", "PA": "panamanian", "PE": "peruvian", "PG": "papua png",
    "PH": "philippine filipino", "PK": "pakistani", "PL": "polish polska", "PT": "portuguese", "PW": "palauan",
    "QA": "qatari", "RO": "romanian", "RS": "serbian", "RU": "russian federation", "RW": "rwandan", "SA": "saudi ksa",
    "SCHENGEN": "european europe eu", "SD": "sudanese", "SE": "swedish", "SG": "singaporean",
    "SI": "slovenian slovene", "SY": "syrian", "TH": "thai", "TJ": "tajik", "TL": "timorese", "TM": "turkmen",
    "TN": "tunisian", "TR": "turkish turkiye", "TW": "taiwanese roc", "TZ": "tanzanian", "UA": "ukrainian",
    "UG": "ugandan", "US": "usa american america states", "UZ": "uzbek", "VE": "venezuelan", "VN": "vietnamese",
    "WS": "samoan", "YE": "yemeni", "ZA": "african rsa", "ZM": "zambian", "ZW": "zimbabwean", "ZZ": "generic",
}  # fmt: skip

KIND_WORDS = {
    "passport": "passport passports",
    "internal passport": "internal inner",
    "foreign passport": "international travel zagranpasport",
    "visa": "visa visas",
    "e-visa": "evisa electronic visa",
    "driving licence": "driver drivers driving license licence",
    "identity card": "id identity national card",
    "ID card": "id identity national card",
    "identity": "id identity national card",
    "residence": "residence residency permit resident card",
    "citizenship": "citizenship naturalization naturalisation",
    "travel authorisation": "eta",
    "travel authority": "eta",
    "examination": "exam entrance test",
    "exam": "exam examination test",
    "CV": "cv resume curriculum",
    "seafarer": "seaman sailor",
    "seaman": "seaman seafarer sailor",
    "student": "student",
}
"""Part of the kind of document (`document` in a spec) -> words that mean it."""

DOCUMENT_WORDS = {
    "us-dv-lottery": "green card lottery diversity greencard dv",
    "us-green-card-replacement": "greencard green card i-90 permanent resident",
    "us-uscis-forms": "uscis green card greencard citizenship naturalization work permit ead",
    "us-visa-digital": "b1 b2 f1 h1b tourist student work ds-160 ds160 ceac",
    "us-visa-print": "b1 b2 f1 h1b tourist student work",
    "ca-pr-card": "permanent resident",
    "ca-visa-digital": "express entry study work permit visitor",
    "ca-visa-print": "study work permit visitor",
    "gb-visa-digital": "brp ukvi evisa student work",
    "schengen-visa": "schengen tourist",
    "in-oci": "overseas citizen",
    "in-passport-icao": "seva",
    "ru-foreign-passport-10y": "biometric new",
    "ru-internal-passport-gosuslugi": "паспорт рф внутренний gosuslugi",
    "ru-internal-passport-print": "паспорт рф внутренний",
    "ru-visa": "виза",
    "ru-evisa": "виза",
    "cn-id-card": "shenfenzheng",
    "jp-residence-card": "zairyu",
    "kr-keta": "keta",
    "nz-nzeta": "nzeta",
    "de-residence-permit": "aufenthaltstitel eat",
    "gen-51x51": "2x2",
    "ph-1x1-2x2": "1x1 2x2",
}

ENGLISH = SearchWords(IDLE, COUNTRY_WORDS, KIND_WORDS, DOCUMENT_WORDS)
