"""Where the time of a run went, as a table."""

from collections.abc import Mapping, Sequence

_OTHER = "everything else"


def profile_text(stages: Mapping[str, Sequence[float]], whole: Sequence[float]) -> str:
    """Return a line a stage: seconds on the clock, of the processor, and its share of the clock."""
    rest = [max(total - sum(one[n] for one in stages.values()), 0) for n, total in enumerate(whole)]
    rows = [*stages.items(), (_OTHER, rest), ("in all", whole)]
    longest = max(len(name) for name, _ in rows)
    lines = [f"{'stage':{longest}}   seconds   of processor   share"]
    for name, (wall, cpu) in rows:
        share = f"{100 * wall / whole[0]:.0f} %" if whole[0] else ""
        lines.append(f"{name:{longest}}  {wall:8.3f}   {cpu:12.3f}  {share:>6}")
    return "\n".join(lines)
