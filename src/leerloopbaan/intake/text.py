"""Names compared as a reader would: case, spaces, NBSP, diacritics and marks do not matter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# A heading may state its values: "(0/1)", "J/N", "ja/nee" do not change what it means.
_VALUES_IN_HEADING = re.compile(r"\(?\b(?:0\s*/\s*1|j\s*/\s*n|ja\s*/\s*nee)\b\)?")


def plain(text: str) -> str:
    """Lower case, no diacritics, single spaces."""
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(bare.casefold().split())


@lru_cache(maxsize=4096)
def heading_key(text: str) -> str:
    """What two spellings of one heading have in common: letters and digits only."""
    return re.sub(r"[^a-z0-9]+", "", _VALUES_IN_HEADING.sub(" ", plain(text).replace("_", " ")))
