from dataclasses import replace
from pathlib import Path

from accord import brief

from briefing.model import Brief
from briefing.render.html.page import page
from briefing.render.once import once
from briefing.settings import Template


class DescribeOnce:
    def it_makes_the_same_of_the_same_brief_once(self) -> None:
        asked = list[str]()
        made = once(_telling(asked))

        assert made(brief, "a") is made(brief, "a")
        assert asked == ["a"]

    def it_makes_it_anew_of_another_brief_and_with_other_words(self) -> None:
        asked = list[str]()
        made = once(_telling(asked))

        assert made(brief, "a") != made(brief, "b")
        assert made(brief, "b") != made(replace(brief, title="Other"), "b")
        assert asked == ["a", "b", "b"]

    def it_takes_a_brief_for_itself_alone_and_not_for_an_equal_one(self) -> None:
        asked = list[str]()
        made = once(_telling(asked))

        made(brief, "a")
        made(replace(brief), "a")

        assert asked == ["a", "a"]


class DescribeTheCompiledPage:
    def it_is_made_anew_where_the_template_has_changed_since(self, template: Template, tmp_path: Path) -> None:
        own = replace(template, name="own", folders=(tmp_path, *template.folders))
        shown = []
        for text in ("before", "after"):
            (tmp_path / "brief.html").write_text(f"<p>{text}</p>", "utf-8")
            shown.append(page(brief, own))

        assert shown == ["<p>before</p>", "<p>after</p>"]


def _telling(asked: list[str]):  # type: ignore[no-untyped-def]  # noqa: ANN202
    def made(brief: Brief, said: str) -> list[str]:
        asked.append(said)
        return [brief.title, said]

    return made
