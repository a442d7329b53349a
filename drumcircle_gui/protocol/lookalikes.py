"""Detects names that look the same: letters of other scripts, digits and invisible characters can pass for one another.

A skeleton in the sense of Unicode Technical Standard 39, from a table of our own: what can be mistaken for a letter of
the Latin alphabet in the fonts of today's systems. Names with equal skeletons must not be used side by side.
"""

import unicodedata
from functools import lru_cache

_CACHED_NAMES = 1024
"""Number of names whose skeletons are cached, as the names of a circle are compared at every join and change."""

# Each row: a Latin letter, and what is drawn like it (or like its capital) in any case.
_TWINS = """
a Аа Αα Ꭺ ᴀ ɑ Ɑ Ⲁⲁ
b Вв Ββ Ᏼ ʙ Ь ь Ƅ ƅ
c Сс Ϲϲ Ꮯ ᴄ Ⲥⲥ Ⅽ
d Ԁԁ Ꭰ ᴅ Ꮷ
e Ее Εε Ҽҽ Ꭼ ᴇ ℮ Ⲉⲉ
f Ϝϝ ꜰ Ғғ
g Ԍԍ ɡ Ꮐ ɢ Ɡ ց
h Нн Һһ Η Ꮋ ʜ հ Ⲏⲏ
j Јј Ꭻ ᴊ ϳ Ϳ
k Кк Κκ Ꮶ ᴋ Ⲕⲕ
l 1 | Ii Іі Ιι Ӏӏ ı İ ɩ Ꮮ ʟ ǀ ׀ Լ ɪ Ⲓⲓ
m Мм Μμ Ꮇ ᴍ Ⲙⲙ
n Ν η Ոո ռ ɴ Ⲛⲛ
o 0 Оо Οο σ Օօ ഠ ๐ ០ ס ⲟⲞ ᴏ ०০੦૦
p Рр Ρρ Ꮲ ᴘ Ⲣⲣ
q Ԛԛ զ գ
r Ꮢ ʀ
s Ѕѕ Տ Ꮪ ꜱ ƽ
t Тт Ττ Ꭲ ᴛ Ⲧⲧ
u Սս υ ᴜ ʋ
v ν Ѵѵ Ꮩ ᴠ
w Ԝԝ ω ա ᴡ Ꮃ
x Хх Χχ Ⲭⲭ
y Уу Υ γ Үү Ү ʏ Ⲩⲩ
z Ζζ Ꮓ ᴢ Ⲍⲍ
3 Зз Ӡӡ Ʒʒ
- ‐ ‑ ‒ – — ― − ﹘
' ’ ‘ ‛ ʼ ʹ ′ ` ´
"""

_PAIRS = {"rn": "m", "vv": "w"}
"""Pairs of adjacent letters that look like one letter."""

_LETTERS = {ord(twin): letter for letter, *twins in map(str.split, _TWINS.split("\n")[1:-1]) for twin in "".join(twins)}


@lru_cache(_CACHED_NAMES)
def skeleton(name: str) -> str:
    """A text that is equal for all names that people would confuse, in upper or lower case."""
    letters = _decomposed(_decomposed(name).casefold())
    for pair, letter in _PAIRS.items():
        letters = letters.replace(pair, letter)
    return unicodedata.normalize("NFC", letters)


def _decomposed(name: str) -> str:
    if name.isascii() and name.isprintable():
        return name.replace(" ", "").translate(_LETTERS)
    from .glyphs import without_gaps  # whose patterns take long to compile

    return without_gaps(unicodedata.normalize("NFKD", name)).translate(_LETTERS)
