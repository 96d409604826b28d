"""`report --base` on a branch of the showcase: the whole comment, read once and kept."""

import os
from pathlib import Path

from tests.journeys.showcase import Showcase

GOLDEN = Path(__file__).with_name("report.md")
CARD = "content/texts/deposit/cardNotice.yaml"


def test_a_reviewer_reads_one_comment(showcase: Showcase) -> None:
    """UPDATE_CASES=1 writes report.md anew; read the difference before keeping it."""
    (showcase.root / ".gitignore").write_text("build\n", encoding="utf-8")
    showcase.commit().git("branch", "-M", "main").git("checkout", "--quiet", "-b", "work")
    showcase.edit(CARD, "title: Paying by card", "title: Pay by card or @phone")
    showcase.run("add", "translations/portal:pay.now", "--text", "Pay now", "--text.es", "Paga ya")
    showcase.run("deactivate", "templates/account.welcome")
    showcase.run("remove", "statuses/dormant").exits(0)
    showcase.commit("Change content").run("report", "--base", "main").exits(0)
    if os.environ.get("UPDATE_CASES"):
        GOLDEN.write_text(showcase.out, encoding="utf-8")
    assert showcase.out == GOLDEN.read_text(encoding="utf-8")
    showcase.run("report", "--base", "main", "--output", "out.md").exits(0)
    written = (showcase.root / "out.md").read_text(encoding="utf-8")
    assert written == GOLDEN.read_text(encoding="utf-8")


def test_a_reformatted_file_has_a_short_one(showcase: Showcase) -> None:
    (showcase.root / ".gitignore").write_text("build\n", encoding="utf-8")
    showcase.commit()
    showcase.edit(CARD, "title: Paying by card", 'title: "Paying by card"')
    showcase.run("report", "--base", "HEAD").exits(0)
    assert showcase.out.startswith(
        "## ✅ Passes\n\nNothing changes for anyone.\n\nPublishing would make release `"
    )
    assert "What visitors will see" not in showcase.out
