"""What mends an error of the validator: a key, or the same value in the form that it must have."""

from compiler.base.fix import Fix, PutValue, RenameKey
from compiler.base.place import Places
from compiler.base.spots import Route
from compiler.base.suggest import is_slip
from compiler.load.rules_records import INVALID_VALUE, UNKNOWN_KEY
from compiler.load.shape import KEY, type_at, words_of
from compiler.load.wording import Problem, Wording, meant_by
from compiler.model.record import OtherFormError

Scalar = str | int | bool

_TRUTH = {
    **dict.fromkeys(("true", "yes", "on"), True),
    **dict.fromkeys(("false", "no", "off"), False),
}
"""The words for truth values, as YAML had them before 1.2."""


def fixes_of(problem: Problem, wording: Wording, places: Places) -> tuple[Fix, ...]:
    """Return what mends a problem; nothing where its author may have meant something else."""
    location = tuple(step for step in problem.location if step != KEY)
    route = places.settle(location)
    if route != location or not route:
        return ()
    if wording.rule is UNKNOWN_KEY:
        return _key(places, route, _known_key(problem, route))
    if wording.rule is not INVALID_VALUE:
        return ()
    if problem.is_key:
        return _key(places, route, _other_form(problem))
    value = _same_value(problem)
    return () if value is None else (PutValue(places.path, (*places.prefix, *route), value),)


def _key(places: Places, route: Route, meant: str | None) -> tuple[Fix, ...]:
    if meant is None or places.has(*route[:-1], meant):
        return ()
    return (RenameKey(places.path, (*places.prefix, *route), meant),)


def _known_key(problem: Problem, route: Route) -> str | None:
    """Return the known key that a key is but for a slip."""
    meant = meant_by(problem)
    if meant is None or not is_slip(str(route[-1]), str(meant[-1])):
        return None
    return str(meant[-1])


def _same_value(problem: Problem) -> Scalar | None:
    """Return a value in the form that it must have, None where it is none in another form."""
    value = problem.value
    if not isinstance(value, str):
        return None
    match problem.type:
        case "bool_type":
            return _TRUTH.get(value.strip().casefold())
        case "int_type":
            return int(value) if value.isdecimal() and str(int(value)) == value else None
        case "literal_error" | "enum":
            return _word(problem, value)
        case _:
            return _other_form(problem)


def _word(problem: Problem, value: str) -> Scalar | None:
    """Return the one allowed word that a text is but for its case, hyphens and quotes."""
    allowed = words_of(type_at(problem.model, problem.location))
    same = [one for one in allowed if _plain(str(one)) == _plain(value)]
    return same[0] if len(same) == 1 and isinstance(same[0], str | int) else None


def _plain(word: str) -> str:
    return word.strip().casefold().replace("-", "_")


def _other_form(problem: Problem) -> str | None:
    error = problem.context.get("error")
    return error.meant if isinstance(error, OtherFormError) else None
