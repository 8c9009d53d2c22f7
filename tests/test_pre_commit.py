"""The hook of .pre-commit-hooks.yaml, run by real pre-commit at a real commit.

pre-commit installs numfacts with all that it depends on, which takes half a minute and an index of packages.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
INSTALLED = ("numfacts", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
WRONG = "# Sales\n\nSales rose 20% from £40m to £50m.\n"
PAGE = """<html><body><article><h1>A long afternoon at the meeting of the shop's owners</h1>
<p>The owners of the shop met for 3 hours on Monday and heard how their company had done in the past year.</p>
<p>Sales rose 20% from £40m to £50m, the chief executive of the company said at the meeting in the hall.</p>
</article></body></html>
"""


def ran(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """-> a command's end, run without the settings of whoever runs the tests."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "PYTHON", "PRE_COMMIT"))
    }
    environment = kept | {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(folder.parent / "pre-commit"),
        "PIP_NO_COMPILE": "1",
        "PIP_RETRIES": "1",
        "NO_COLOR": "1",
    }
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def git(folder: Path, *arguments: str) -> str:
    person = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org")
    done = ran(folder, "git", *person, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def hook(tmp_path: Path) -> Path:
    """A repository with the files of this one that are installed, as pre-commit would clone it."""
    if shutil.which("git") is None:
        pytest.skip("git is not here")
    reached = ran(
        tmp_path, sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", "wheels", "hatchling"
    )
    if reached.returncode:
        pytest.skip("pip reaches no index of packages, from which pre-commit would install")
    folder = tmp_path / "hook"
    folder.mkdir()
    for name in INSTALLED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--message", "numfacts")
    return folder


def test_a_commit_of_a_wrong_story_is_stopped_and_of_a_right_one_is_not(hook: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    git(desk, "init", "--quiet")
    (desk / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hook}\n  rev: {git(hook, 'rev-parse', 'HEAD')}\n  hooks: [{{id: numfacts-check}}]\n"
    )
    installed = ran(desk, sys.executable, "-m", "pre_commit", "install", "--install-hooks")
    assert installed.returncode == 0, installed.stdout + installed.stderr

    (desk / "a b.md").write_text(WRONG, encoding="utf-8")
    (desk / "page.html").write_text(PAGE, encoding="utf-8")
    (desk / "table.py").write_text(f"# {WRONG}", encoding="utf-8")  # no story
    git(desk, "add", "--all")
    stopped = ran(
        desk, "git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org", "commit", "-m", "1"
    )
    assert stopped.returncode == 1
    lines = [line for line in (stopped.stdout + stopped.stderr).splitlines() if "error [" in line]
    assert sorted(line.partition(":")[0] for line in lines) == ["a b.md", "page.html"]
    assert "a b.md:3:12: error [percent-change] £40m to £50m is a rise of 25%, not 20%" in lines

    for name in ("a b.md", "page.html"):
        story = desk / name
        story.write_text(story.read_text(encoding="utf-8").replace("20%", "25%"), encoding="utf-8")
    git(desk, "add", "--all")
    git(desk, "commit", "--message", "2")
