"""From bytes to text: byte order marks, the declared charset, UTF-8, UTF-16, Chinese and other encodings."""

from __future__ import annotations

import codecs
import re

from claimcheck.errors import UndecodableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# A page that says GB2312 is written in its superset; the same holds for Latin-1 (WHATWG Encoding Standard, 4.2).
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
}
_PLAUSIBLE = ["gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "cp1252", "cp1251"]
_META = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s{0,8}=\s{0,8}["']?\s{0,8}([\w-]{2,40})""",
    re.IGNORECASE,
)
_SAMPLE = 20_000
# Of the Chinese characters of ordinary prose nearly all are among the 3,755 of GB 2312 level one, and of the
# 5,401 of Big5 level one; a wrong decoding scatters over the whole table.
_COMMON_SHARE = 0.8


def decode(data: bytes, path: str, declared: str | None = None) -> str:
    """Return the text of a file.

    Args:
        data: the file's bytes.
        path: what to call the file in an error.
        declared: the charset its sender named, if any; a wrong one is passed over.

    Raises:
        UndecodableError: the bytes are no text, or in no known encoding; ``position`` is the first byte that
            is not UTF-8.
    """
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return _strict(data.removeprefix(mark) if charset == "utf-8" else data, charset, path)
    if _is_binary(data):
        raise UndecodableError(path, _first_bad(data))
    if declared and (text := _try(data, declared)) is not None:
        return text
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        position = fault.start
    else:
        if "\0" not in text:
            return text
        position = data.index(b"\0")
    if (wide := _utf16(data)) is not None:
        return wide
    if b"\0" in data:
        raise UndecodableError(path, position)
    if (match := _META.search(data[:4096])) and (text := _try(data, match[1].decode("ascii"))) is not None:
        return text
    guessed = _chinese(data) or _guessed(data)
    if guessed is None:
        raise UndecodableError(path, position)
    return guessed


def _strict(data: bytes, charset: str, path: str) -> str:
    try:
        return data.decode(charset)
    except UnicodeDecodeError as fault:
        raise UndecodableError(path, fault.start) from fault


def _try(data: bytes, charset: str) -> str | None:
    """Decode by a named charset, or return None if that is unknown or wrong."""
    try:
        name = codecs.lookup(charset.strip().strip("\"'")).name
        text = data.decode(_WIDER.get(name, name))
    except (LookupError, UnicodeError, ValueError, AssertionError):
        return None
    return None if "\0" in text or not isinstance(text, str) else text


def _is_binary(data: bytes) -> bool:
    """Recognise formats that are no text by their first bytes."""
    return data.startswith(
        (
            b"\x89PNG",
            b"\xff\xd8\xff",
            b"GIF8",
            b"%PDF-",
            b"PK\x03\x04",
            b"\x1f\x8b",
            b"\x7fELF",
            b"\xd0\xcf\x11\xe0",
            b"SQLite format 3\0",
            b"RIFF",
        )
    )


def _first_bad(data: bytes) -> int:
    try:
        data[:_SAMPLE].decode("utf-8")
    except UnicodeDecodeError as fault:
        return fault.start
    return max(data.find(b"\0"), 0)


def _utf16(data: bytes) -> str | None:
    """Decode UTF-16 without a mark: half the bytes of its ASCII characters are zero, always the same half."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or len(data) < 4:
        return None
    for charset, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        low = sample[0::2] if charset == "utf-16-le" else sample[1::2]
        # Spaces, digits and line breaks are there in any prose; in no byte-wise encoding are zeros.
        if high.count(0) * 50 >= len(high) and low.count(0) * 4 <= high.count(0):
            try:
                text = data.decode(charset)
            except UnicodeDecodeError:
                continue
            if "\0" not in text and _is_prose(text[:_SAMPLE]):
                return text
    return None


def _is_prose(text: str) -> bool:
    """Say whether nearly all characters are printable."""
    return sum(char.isprintable() or char.isspace() for char in text) >= 0.98 * len(text)


def _chinese(data: bytes) -> str | None:
    """Decode GB18030 or Big5 if what comes out is made of common Chinese characters.

    Statistical detectors guess badly at short Chinese texts, so the plain check goes first.
    """
    best: tuple[float, str] | None = None
    for charset, common in (("gb18030", _is_common_gb), ("big5hkscs", _is_common_big5)):
        try:
            text = data.decode(charset)
        except UnicodeDecodeError:
            continue
        sample = text[:_SAMPLE]
        wide = [char for char in sample if char > "\u02ff"]
        # Accented Latin letters decode to Chinese ones one at a time; Chinese prose comes in runs.
        if not re.search(r"[\u3000-\u9fff\uff00-\uffef]{2}", sample) or not wide:
            continue
        share = sum(map(common, wide)) / len(wide)
        if share >= _COMMON_SHARE and (best is None or share > best[0]):
            best = (share, text)
    return best[1] if best else None


def _is_common_gb(char: str) -> bool:
    """Say whether a character is of GB 2312 level one (rows 16-55) or its punctuation (rows 1-3)."""
    try:
        raw = char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return len(raw) == 2 and (0xB0 <= raw[0] <= 0xD7 or 0xA1 <= raw[0] <= 0xA3)


def _is_common_big5(char: str) -> bool:
    """Say whether a character is of Big5 level one (A440-C67E) or its punctuation (A140-A3BF)."""
    try:
        raw = char.encode("big5")
    except UnicodeEncodeError:
        return False
    return len(raw) == 2 and 0xA1 <= raw[0] <= 0xC6


def _guessed(data: bytes) -> str | None:
    """Ask charset-normalizer among the plausible encodings."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  30 ms, and most files are UTF-8

    match = from_bytes(data[:100_000], cp_isolation=_PLAUSIBLE).best()
    if match is None:
        return None
    text = _try(data, match.encoding)
    return text if text is not None and _is_prose(text[:_SAMPLE]) else None
