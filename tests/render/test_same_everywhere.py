import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from accord import brief
from any_brief import briefs, shown_numbers, told
from hypothesis import HealthCheck, given, settings
from reading import squeezed, text_of_docx, text_of_html

from briefing.model import Brief
from briefing.render import FORMATS, render
from briefing.settings import Template


class DescribeAllFormats:
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(brief=briefs())
    def it_tells_the_same_in_the_same_order(self, template: Template, brief: Brief) -> None:
        page = text_of_html(render(brief, "html", template))
        numbered = replace(template, citations="numbers")
        assert text_of_docx(render(brief, "docx", numbered)) == page

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(brief=briefs())
    def it_tells_what_the_brief_holds_with_its_numbers(self, template: Template, brief: Brief) -> None:
        page = text_of_html(render(brief, "html", template))
        reached = 0
        for text, citations in told(brief):
            wanted = squeezed(text + ",".join(shown_numbers(brief, citations)))
            assert wanted in page[reached:]
            reached = page.index(wanted, reached) + len(wanted)


BUILD = """
import sys; sys.path.insert(0, {tests!r})
from hashlib import sha256
from accord import brief
from briefing.render import FORMATS, render
from briefing.settings import load_template
for format in FORMATS:
    print(format, sha256(render(brief, format, load_template("analyst"))).hexdigest())
"""


def built_in(**surroundings: str) -> dict[str, str]:
    """The digest of each format, made in a process of its own."""
    script = BUILD.format(tests=str(Path(__file__).parent))
    made = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(line.split() for line in made.stdout.splitlines())  # type: ignore[misc]


class DescribeTheBytes:
    def it_depends_on_the_brief_alone(self) -> None:
        one = built_in(PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LANG="C.UTF-8", LC_ALL="C.UTF-8")
        other = built_in(PYTHONHASHSEED="2", TZ="America/Anchorage", LANG="tr_TR.UTF-8", LC_ALL="C")
        assert set(one) == set(FORMATS)
        assert one == other

    @pytest.mark.parametrize("format_", ["docx", "html", "json", "md"])
    def it_changes_with_the_brief(self, template: Template, format_: str) -> None:
        other = replace(brief, title="Another title")
        assert render(brief, format_, template) != render(other, format_, template)
