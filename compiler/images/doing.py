"""Does what is asked about one image: the only entrance to what opens images."""

from collections.abc import Sequence

from compiler.images.making import looks, renditions
from compiler.images.recipe import Cut, Recipe
from compiler.images.surveying import surveyed
from compiler.images.work import SURVEY, Done, Task


def do(data: bytes, tasks: Sequence[Task]) -> list[Done]:
    """Return what became of each task. Raises Unusable where a task needs the image."""
    found: dict[Task, Done] = {}
    if SURVEY in tasks:
        found[SURVEY] = Done(surveyed(data))
    cuts = [task for task in tasks if isinstance(task, Cut)]
    if cuts:
        found.update(zip(cuts, map(Done, looks(data, cuts)), strict=True))
    recipes = [task for task in tasks if isinstance(task, Recipe)]
    if recipes:
        found.update(
            (recipe, Done(*made))
            for recipe, made in zip(recipes, renditions(data, recipes), strict=True)
        )
    return [found[task] for task in tasks]
