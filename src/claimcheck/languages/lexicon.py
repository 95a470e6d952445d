"""The merged number tables of several languages, shaped for lookup by position."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from string import ascii_letters

from claimcheck.languages.entries import Multiple, Relative, Unit
from claimcheck.languages.folders import COMMON, always_read, language_of
from claimcheck.languages.language import Language
from claimcheck.languages.merging import (
    Merged,
    by_phrase,
    currencies,
    folding,
    relative_periods,
    same,
    unit_tables,
)
from claimcheck.languages.nearby import Nearby, nearby_of
from claimcheck.languages.nouns import NounForms, load_noun_forms
from claimcheck.languages.number_marks import NumberMarks, marks_of
from claimcheck.languages.pack import load_pack
from claimcheck.languages.phrases import Phrases, trie_pattern
from claimcheck.languages.spelled import Spelled, spelled_of
from claimcheck.languages.templates import Template, templates_of


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the reader of quantities knows about words; built once by `load_lexicon`."""

    fold: Mapping[int, int]
    folded: re.Pattern[str]  # a character that ``fold`` changes
    anchor: re.Pattern[str]
    cardinals: Mapping[str, int]
    scales: Mapping[str, int]
    abbreviated: frozenset[str]
    vague: frozenset[str]
    letters: Mapping[str, int]
    ordinals: Mapping[str, int]
    denominators: Mapping[str, int]
    multiples: Mapping[str, Multiple]
    han_digits: Mapping[str, int]
    han_scales: Mapping[str, int]
    scale_openers: frozenset[str]  # the Chinese characters with which a number in digits goes on
    han_tens: Mapping[str, int]
    financial: frozenset[str]
    han_multiples: Phrases[Decimal]
    han_ranks: Phrases[int]
    units: Phrases[Unit]
    unit_openers: frozenset[str]  # the characters that a unit or currency after a number can start with
    symbols: Phrases[Unit]
    glued_units: Mapping[str, str]
    latin_only: Mapping[str, Unit]  # what a name says after no Chinese that says another unit there
    short: Mapping[str, str]
    not_before: Mapping[str, str]
    per: Phrases[str]
    currency_before: Phrases[Unit]
    currency_ends: frozenset[str]  # the characters that such a name or an ISO code ends with
    currency_after: Phrases[Unit]
    minor: Mapping[str, tuple[str, Decimal]]
    iso: frozenset[str]
    iso_alias: Mapping[str, str]
    pounds: frozenset[str]
    measure_words: Phrases[bool]
    measure_times: Mapping[str, int]
    nouns: Phrases[str]
    han_stop: frozenset[str]
    han_stop_words: Phrases[str]
    hedges_before: Phrases[str]
    hedges_after: Phrases[str]
    loose_after: Phrases[str]
    between: Phrases[str]
    moves: Phrases[str]
    moves_after: Phrases[str]
    bridge: Phrases[str]
    bridge_by: frozenset[str]
    level: Phrases[str]
    level_wins: bool
    change_ends: frozenset[str]  # the characters that end a phrase of the three tables above
    negative: Phrases[str]
    rank_before: Phrases[str]
    idioms: Phrases[str]
    digit_idioms: frozenset[str]  # the first two characters of those that open with a digit
    unless_alone: frozenset[str]
    emphasis: Phrases[str]
    labels: Phrases[str]
    equated: frozenset[str]
    numbered_after: frozenset[str]
    numbered_before: frozenset[str]
    ordinal_names: Phrases[str]
    name_after: Phrases[str]
    value_before: Phrases[str]
    value_ends: frozenset[str]
    channels: Phrases[str]
    version_after: Phrases[str]
    stage_after: Phrases[str]
    before_verb: frozenset[str]
    label_verbs: frozenset[str]
    channel_after: Phrases[str]
    no_names: frozenset[str]
    glued: tuple[str, ...]
    stop: frozenset[str]
    plurals: Mapping[str, str]
    not_plural: frozenset[str]
    uncounted: frozenset[str]
    rank_words: Phrases[str]
    rank_after: Phrases[str]
    losses: tuple[str, ...]
    months: Mapping[str, int]
    ambiguous_months: frozenset[str]
    period_ordinals: Mapping[str, int]
    relative: Phrases[Relative]
    han_periods: Phrases[str]
    cumulative_units: frozenset[str]
    time_roles: Phrases[str]
    year_before: Phrases[str]
    clock_events: frozenset[str]
    clock_levels: frozenset[str]
    decades: Mapping[str, str]
    score_words: tuple[str, ...]
    label_after: Phrases[str]
    sequence: Phrases[str]
    weak_rank_words: frozenset[str]
    rank_ends: tuple[str, ...]
    not_one: frozenset[str]
    one_verb: frozenset[str]
    twice_times: frozenset[str]
    streets: frozenset[str]
    ratio_words: tuple[str, ...]
    liang_words: frozenset[str]
    institutions: Phrases[str]
    version_before: Phrases[str]
    nicknames: frozenset[str]
    nickname_before: Phrases[str]
    nickname_after: Phrases[str]
    far_hedges: Phrases[str]
    counting: Phrases[str]
    price_verbs: frozenset[str]
    graded: Phrases[str]
    grades: frozenset[str]
    halved: frozenset[str]
    plain_ones: frozenset[str]
    value_leads: frozenset[str]
    settled_minor: frozenset[str]
    eras: Phrases[int]
    rank_verbs: frozenset[str]
    closes_numeral: frozenset[str]
    leads_to_numeral: frozenset[str]
    half_of: frozenset[str]
    quarter_nouns: frozenset[str]
    not_codes: frozenset[str]
    careful_units: frozenset[str]
    level_words: frozenset[str]
    memory_words: tuple[str, ...]
    in_metres: frozenset[str]
    not_placed: frozenset[str]
    dwellers: frozenset[str]
    before_counted: frozenset[str]
    moved: re.Pattern[str]
    han_moves: re.Pattern[str]
    shift_words: tuple[str, ...]
    nearby: Nearby
    marks: NumberMarks | None
    spelled: Spelled | None
    templates: tuple[Template, ...]
    nouns_by: str
    noun_forms: NounForms
    day_first: bool
    bare_years: bool
    ordinal_dot: bool
    dotted: frozenset[str]
    range_to: re.Pattern[str]
    range_ends: frozenset[str]
    range_and: re.Pattern[str]
    sides: re.Pattern[str]
    range_from: frozenset[str]
    range_between: frozenset[str]
    years_joint: re.Pattern[str]
    years_plain: frozenset[str]
    per_joint: re.Pattern[str]
    times_words: Mapping[str, str]
    times_as: re.Pattern[str]
    clock_hour: re.Pattern[str]
    compound_gap: re.Pattern[str]
    one_in: re.Pattern[str]


def load_lexicon(languages: tuple[str, ...] | None = None) -> Lexicon:
    """Merge the number tables of the languages named; later ones win where a phrase is in several.

    Args:
        languages: their codes; by default those that are read in every text.

    Raises:
        ConfigError: if there is no such language, or a table is broken.
    """
    return _merged(languages or always_read())


@cache
def _merged(languages: tuple[str, ...]) -> Lexicon:
    packs = [load_pack(code) for code in (COMMON, *languages)]
    latin = next(
        (found for code in languages if (found := language_of(code)).script == "Latin"), Language(COMMON, "")
    )
    spelled = spelled_of(latin, load_pack(latin.code).numerals)
    idioms = Merged(packs, "idioms")
    modifiers = Merged(packs, "modifiers")
    numerals = Merged(packs, "numerals")
    times = Merged(packs, "times")
    units, cldr = Merged(packs, "units"), Merged(packs, "cldr_units")
    ordinals = {word: int(value) for word, value in numerals.map("ordinals").items()}
    denominators = {word: int(value) for word, value in numerals.map("denominators").items()}
    denominators |= {f"{word}s": value for word, value in ordinals.items() if value > 2}
    measure = units.map("measure_words")
    measure_words = dict.fromkeys(measure.get("self", ()), True) | dict.fromkeys(
        measure.get("bare", ()), False
    )
    relative = relative_periods(times)
    multiples = {
        word: Multiple(Decimal(entry["value"]), entry.get("direction"), frozenset(entry.get("before", ())))
        for pack in packs
        for word, entry in pack.numerals.get("multiples", {}).items()
        if isinstance(entry, Mapping)
    }
    han_multiples = {
        word: Decimal(entry)
        for pack in packs
        for word, entry in pack.numerals.get("multiples", {}).items()
        if not isinstance(entry, Mapping)
    }
    cardinals = {word: int(value) for word, value in numerals.map("cardinals").items()}
    all_scales = {word: int(value) for word, value in numerals.map("scales").items()}
    han_scales = {word: value for word, value in all_scales.items() if not word.isascii()}
    scales = {word: value for word, value in all_scales.items() if word.isascii()}
    abbreviated = frozenset(numerals.map("abbreviated").get("words", ()))
    financial = {char: int(value) for char, value in numerals.map("financial").items()}
    han_digits = {char: int(value) for char, value in numerals.map("digits").items()} | financial
    han_tens = {char: int(value) for char, value in numerals.map("tens").items()}
    months = {word: int(value) for word, value in times.map("months").items()}
    periods = {word: str(value) for word, value in times.map("periods").items()}
    decades = {word: str(value) for word, value in times.map("spelled_decades").items()}
    ranks = {word: int(value) for word, value in numerals.map("ranks").items()}
    uncounted_ones = frozenset(idioms.map("sets").get("uncounted_ones", ()))
    idiom_phrases = {
        phrase.lower(): reason
        for reason, phrases in idioms.map("phrases").items()
        for phrase in phrases
        if not (phrase[0] == "一" and phrase[1:] in measure_words and phrase[1:] not in uncounted_ones)
    }
    symbols, unit_names = unit_tables(units, cldr)
    period_ordinals = {word: int(value) for word, value in times.map("ordinal_periods").items()}
    ranges = {name: tuple(words) for name, words in modifiers.map("range").items()}
    currency_before = Phrases(currencies(units, "currency_before"))
    currency_after = currencies(cldr, "currency_after") | currencies(units, "currency_after")
    latin_words = [
        *cardinals,
        *(scales.keys() - abbreviated),
        *ordinals,
        *denominators,
        *multiples,
        *months,
        *decades,
        *(word for word in relative if word.isascii()),
    ]
    han_words = [*(word for word in relative if not word.isascii()), *periods, *han_multiples, *ranks]
    han_chars = "".join([*han_digits, *han_scales, *han_tens, "半"])
    # of a word glued from parts only the start is known; the reader takes the whole word and cuts it
    starts = (
        [] if spelled is None else [*spelled.starts(), *(word for word in period_ordinals if word.isalpha())]
    )
    glued = f"|(?<![a-z]){_any_of(starts)}" if starts else ""
    # each branch begins with a set of characters: at most places one look at each set is all that is done
    anchor = (
        f"[0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|(?={_first_of(han_words)}){_any_of(han_words)}|[{han_chars}]"
        f"|(?={_first_of(latin_words)})(?<![a-z]){_any_of(latin_words)}(?![a-z]){glued}"
    )
    fold = folding() | {code: ord(plain) for code, plain in latin.folding.items()}
    rank_table = idioms.map("rank")
    sets = idioms.map("sets")
    move_verbs = Phrases(
        dict.fromkeys(modifiers.map("up").get("verbs", ()), "up")
        | dict.fromkeys(modifiers.map("down").get("verbs", ()), "down")
        | dict.fromkeys(modifiers.map("unmoved").get("words", ()), "")
    )
    bridge = Phrases(same(modifiers.map("bridge").get("words", ())))
    level = Phrases(same(modifiers.map("bridge").get("level", ())))
    moves = [verb for way in ("up", "down") for verb in modifiers.map(way).get("verbs", ()) if len(verb) > 1]
    latin_moves = [verb for verb in moves if verb.isascii()]
    han_moves = [verb for verb in moves if not verb.isascii()]
    return Lexicon(
        fold=fold,
        folded=re.compile(f"[{re.escape(''.join(map(chr, fold)))}]"),
        anchor=re.compile(anchor),
        cardinals=cardinals,
        scales=scales,
        abbreviated=abbreviated,
        vague=frozenset(numerals.map("abbreviated").get("vague", ())),
        letters={word: int(value) for word, value in numerals.map("letters").items()},
        ordinals=ordinals,
        denominators=denominators,
        multiples=multiples,
        han_digits=han_digits,
        han_scales=han_scales,
        scale_openers=frozenset(han_scales) | frozenset("多余来几点分成折又"),
        han_tens=han_tens,
        financial=frozenset(financial) | {"拾", "佰", "仟"},
        han_multiples=Phrases(han_multiples),
        han_ranks=Phrases(ranks),
        units=Phrases(unit_names),
        unit_openers=_first_letters((*unit_names, *symbols, *currency_after, *units.map("short"))),
        symbols=Phrases(symbols),
        glued_units={word: str(value) for word, value in units.map("glued").items()},
        latin_only={name: unit_names[str(other)] for name, other in units.map("latin_only").items()},
        short={word: str(value) for word, value in units.map("short").items()},
        not_before={word: str(value) for word, value in units.map("not_before").items()},
        per=Phrases({word: str(value) for word, value in units.map("per").items()}),
        currency_before=currency_before,
        currency_ends=frozenset(currency_before.lasts) | {code[-1].lower() for code in _iso_codes(units)},
        currency_after=Phrases(currency_after),
        minor={
            name: (str(worth).partition(":")[0], Decimal(str(worth).partition(":")[2]))
            for name, worth in units.map("minor").items()
        },
        iso=_iso_codes(units),
        iso_alias={k: str(v) for k, v in units.map("iso").get("alias", {}).items()},
        pounds=frozenset(units.map("pounds").get("money", ())),
        measure_words=Phrases(measure_words),
        measure_times={word: int(value) for word, value in measure.get("times", {}).items()},
        nouns=Phrases({word: word for word in units.map("nouns").get("words", ())}),
        han_stop=frozenset(str(idioms.map("stop").get("characters", ""))),
        han_stop_words=Phrases(
            same(word for word in idioms.map("stop").get("words", ()) if not word.isascii())
        ),
        hedges_before=Phrases(by_phrase(modifiers.map("before"), without=("between",))),
        hedges_after=Phrases(by_phrase(modifiers.map("after"))),
        loose_after=Phrases(by_phrase(modifiers.map("loose"))),
        between=Phrases(same(modifiers.map("before").get("between", ()))),
        moves=move_verbs,
        moves_after=Phrases(
            dict.fromkeys(modifiers.map("up").get("after", ()), "up")
            | dict.fromkeys(modifiers.map("down").get("after", ()), "down")
        ),
        bridge=bridge,
        bridge_by=frozenset(modifiers.map("bridge").get("by", ())),
        level=level,
        level_wins=bool(modifiers.map("bridge").get("level_wins", False)),
        change_ends=frozenset(move_verbs.lasts | bridge.lasts | level.lasts),
        negative=Phrases(same(word for word in modifiers.map("sign").get("negative", ()) if word != "-")),
        rank_before=Phrases(same(modifiers.map("rank").get("before", ()))),
        idioms=Phrases(idiom_phrases),
        digit_idioms=frozenset(phrase[:2] for phrase in idiom_phrases if phrase[0].isdigit()),
        unless_alone=frozenset(idioms.map("unless_alone").get("words", ())),
        emphasis=Phrases(same(idioms.map("emphasis").get("words", ()))),
        labels=Phrases(by_phrase(idioms.map("labels"))),
        equated=frozenset(idioms.map("equated").get("words", ())),
        numbered_after=frozenset(idioms.map("numbered").get("after", ())),
        numbered_before=frozenset(idioms.map("numbered").get("before", ())),
        ordinal_names=Phrases(same(idioms.map("ordinal_names").get("after", ()))),
        name_after=Phrases(same(idioms.map("names").get("after", ()))),
        value_before=Phrases(same(idioms.map("names").get("before", ()))),
        value_ends=frozenset(str(idioms.map("names").get("ends", ""))),
        version_after=Phrases(same(idioms.map("version_after").get("words", ()))),
        stage_after=Phrases(same(idioms.map("stage_after").get("words", ()))),
        before_verb=frozenset(idioms.map("label_verbs").get("before", ())),
        label_verbs=frozenset(idioms.map("label_verbs").get("words", ())),
        channels=Phrases(same(idioms.map("channels").get("before", ()))),
        channel_after=Phrases(same(idioms.map("channels").get("after", ()))),
        no_names=frozenset(idioms.map("no_names").get("words", ())),
        glued=tuple(idioms.map("glued").get("words", ())),
        stop=frozenset(word for word in idioms.map("stop").get("words", ()) if word.isascii()),
        plurals={k: str(v) for k, v in idioms.map("plurals").items() if isinstance(v, str)},
        not_plural=frozenset(idioms.map("plurals").get("singular", ())),
        uncounted=frozenset(idioms.map("plurals").get("uncounted", ())),
        rank_words=Phrases(same(rank_table.get("before", ()))),
        rank_after=Phrases(same(rank_table.get("after", ()))),
        losses=tuple(idioms.map("negative_context").get("words", ())),
        months=months,
        ambiguous_months=frozenset(times.map("months_ambiguous").get("words", ())),
        period_ordinals=period_ordinals,
        relative=Phrases(relative),
        han_periods=Phrases(periods),
        cumulative_units=frozenset(times.map("cumulative").get("units", ())),
        time_roles=Phrases(by_phrase(times.map("roles"))),
        year_before=Phrases(same(times.map("year").get("before", ()))),
        clock_events=frozenset(times.map("clock").get("events", ())),
        clock_levels=frozenset(times.map("clock").get("levels", ())),
        decades=decades,
        sequence=Phrases(same(idioms.map("sequence").get("words", ()))),
        weak_rank_words=frozenset(rank_table.get("weak", ())),
        rank_ends=tuple(rank_table.get("ends", ())),
        not_one=frozenset(idioms.map("one").get("before", ())),
        one_verb=frozenset(idioms.map("one").get("after", ())),
        twice_times=frozenset(idioms.map("twice").get("times", ())),
        label_after=Phrases(
            same(idioms.map("label_after").get("words", ()))
            | same(idioms.map("label_after").get("compounds", ()))
        ),
        streets=frozenset(idioms.map("address").get("words", ())),
        score_words=tuple(times.map("colon").get("score", ())),
        ratio_words=tuple(times.map("colon").get("ratio", ())),
        institutions=Phrases(same(idioms.map("institutions").get("words", ()))),
        version_before=Phrases(same(idioms.map("version_before").get("words", ()))),
        nicknames=frozenset(idioms.map("nicknames").get("words", ())),
        nickname_before=Phrases(same(idioms.map("nicknames").get("before", ()))),
        nickname_after=Phrases(same(idioms.map("nicknames").get("after", ()))),
        far_hedges=Phrases(by_phrase(idioms.map("far_hedges"))),
        counting=Phrases(same(idioms.map("counting").get("before", ()))),
        price_verbs=frozenset(idioms.map("counting").get("price", ())),
        graded=Phrases(same(idioms.map("graded").get("before", ()))),
        grades=frozenset(idioms.map("graded").get("after", ())),
        halved=frozenset(idioms.map("counting").get("halved", ())),
        plain_ones=frozenset(idioms.map("counting").get("plain_ones", ())),
        value_leads=frozenset(idioms.map("counting").get("value_leads", ())),
        settled_minor=frozenset(units.map("settled_minor").get("symbols", ())),
        eras=Phrases({name: int(year) for name, year in times.map("eras").items()}),
        liang_words=frozenset(sets.get("liang_words", ())),
        rank_verbs=frozenset(sets.get("rank_verbs", ())),
        closes_numeral=frozenset(sets.get("closes_numeral", ())),
        leads_to_numeral=frozenset(sets.get("leads_to_numeral", ())),
        half_of=frozenset(sets.get("half_of", ())),
        quarter_nouns=frozenset(sets.get("quarter_nouns", ())),
        not_codes=frozenset(sets.get("not_codes", ())),
        careful_units=frozenset(sets.get("careful_units", ())),
        level_words=frozenset(sets.get("level_words", ())),
        not_placed=frozenset(sets.get("not_placed", ())),
        dwellers=frozenset(sets.get("dwellers", ())),
        in_metres=frozenset(sets.get("in_metres", ())),
        before_counted=frozenset(sets.get("before_counted", ())),
        memory_words=tuple(sets.get("memory_words", ())),
        moved=re.compile(f"(?<![a-z]){_any_of(latin_moves)}(?![a-z])|{_any_of(han_moves)}"),
        han_moves=re.compile(_any_of(han_moves)),
        shift_words=tuple(sets.get("shift_words", ())),
        nearby=nearby_of(Merged(packs, "nearby").map("nearby")),
        marks=marks_of(latin),
        spelled=spelled,
        templates=templates_of(times, months, period_ordinals),
        nouns_by=latin.nouns,
        noun_forms=load_noun_forms(latin.code),
        day_first=latin.day_first,
        bare_years=latin.bare_years,
        ordinal_dot=latin.ordinal_dot,
        dotted=frozenset(numerals.map("abbreviated").get("dotted", ())),
        range_to=_joint(ranges.get("to", ())),
        range_ends=frozenset(ranges.get("ends", ())),
        range_and=_joint((*ranges.get("and", ()), *ranges.get("to", ()))),
        sides=re.compile(rf" ?,? ?(?:{_any_of([*ranges.get('sides', ()), '，', ',', '、'])})? ?$"),
        range_from=frozenset(ranges.get("from", ())),
        range_between=frozenset(ranges.get("between", ())),
        years_joint=_joint((*ranges.get("years", ()), "-", "–")),
        years_plain=frozenset((*ranges.get("years_plain", ()), "-", "–")),
        per_joint=_per(units.map("per_words")),
        times_words=dict.fromkeys(
            idioms.map("times").get("words", ()), str(idioms.map("times").get("counted", ""))
        ),
        times_as=re.compile(rf" {_any_of(list(idioms.map('times').get('as', ())))}\b"),
        clock_hour=_clock_hour(times.map("clock").get("after", ())),
        compound_gap=_compound_gap(modifiers.map("compound").get("words", ())),
        one_in=re.compile(rf" {_any_of(list(idioms.map('ratio').get('in', ())))} $"),
    )


def _iso_codes(units: Merged) -> frozenset[str]:
    return frozenset(str(units.map("iso").get("codes", "")).split())


def _first_letters(names: Iterable[str]) -> frozenset[str]:
    """Return what units can start with, in either case: the Latin letters, and the first characters of the names."""
    firsts = {name[0] for name in names}
    return frozenset(ascii_letters) | firsts | {char.lower() for char in firsts}


def _first_of(words: Iterable[str]) -> str:
    """Return the set of the characters that the words begin with, as a pattern; of none, what matches nothing."""
    firsts = "".join(sorted({word[0] for word in words}))
    return f"[{re.escape(firsts)}]" if firsts else "(?!)"


def _joint(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for what may stand between two numbers: one of the words, with spaces."""
    return re.compile(rf" ?{_any_of(list(words))} ?$")


def _per(words: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    spaced, hyphened = _any_of(list(words.get("spaced", ()))), _any_of(list(words.get("hyphened", ())))
    return re.compile(rf" ?/ ?| {spaced} |-{hyphened}-")


def _clock_hour(words: Iterable[str]) -> re.Pattern[str]:
    after = _any_of([word for word in words if word.isascii()])
    return re.compile(rf"(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))? ?{after}(?![a-z])")


def _compound_gap(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for what may stand between two parts of one measure ("2 hours and 15 minutes")."""
    joints = _any_of([f"{word} " if word.isascii() else word for word in words])
    return re.compile(rf",? ?(?:{joints})?$|, ?$| $")


def _any_of(words: list[str]) -> str:
    """Return a pattern of the words that matches nothing where there are none."""
    return f"(?:{trie_pattern(words)})" if words else "(?!)"
