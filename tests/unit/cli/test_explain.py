"""The manual page of a code."""

import pytest

from builder.cli.explain import WIDTH, make_page
from builder.codes import CODES
from builder.report import join_plain
from tests.unit.command_line import CommandLine


def test_a_page_says_why_and_shows_wrong_and_right(run: CommandLine) -> None:
    result = run("explain", "A101")
    assert result.exit_code == 0
    assert result.stdout.startswith("A101 media-file-exists (error)\n\n")
    assert "\nwrong:\n    ![Twee lijnen](media/twee-lijne.svg)\n" in result.stdout
    assert "\nright:\n    ![Twee lijnen](media/twee-lijnen.svg)\n" in result.stdout


def test_a_page_is_found_by_small_letters_and_by_slug(run: CommandLine) -> None:
    page = run("explain", "A101").stdout
    assert run("explain", "a101").stdout == page
    assert run("explain", "media-file-exists").stdout == page


def test_a_page_comes_in_dutch(run: CommandLine) -> None:
    text = run("explain", "A101", "--lang", "nl").stdout
    assert "\nfout:\n    ![Twee lijnen](media/twee-lijne.svg)\n" in text
    assert "\ngoed:\n" in text
    assert "When the file is not there" not in text


def test_without_a_code_all_are_listed(run: CommandLine) -> None:
    lines = run("explain").stdout.splitlines()
    assert [line.split()[0] for line in lines] == sorted(CODES)
    assert "A101  error   media-file-exists" in lines


@pytest.mark.parametrize("number", sorted(CODES))
def test_every_page_fits_the_terminal(number: str) -> None:
    code = CODES[number]
    lines = join_plain(make_page(code)).splitlines()
    assert lines[0].startswith(f"{number} {code.slug} (")
    prose = [line for line in lines if not line.startswith("    ")]
    assert max(map(len, prose)) <= WIDTH
