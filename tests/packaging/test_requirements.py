"""The pinned requirements are complete on every platform, agree with `pyproject.toml`, and name packages only."""

import importlib.metadata
import re
import tomllib
from functools import cache

import packaging.version
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from .conftest import FOLDER

RUN = FOLDER / "requirements.txt"
OPTIONAL = FOLDER / "requirements-optional.txt"
TEST = FOLDER / "requirements-test.txt"
BUILD = FOLDER / "requirements-build.txt"
PROJECT = tomllib.loads((FOLDER.parent / "pyproject.toml").read_text())["project"]
SYSTEMS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"},
    "arm": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix", "platform_machine": "arm64"},
    "intel": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix", "platform_machine": "x86_64"},
    "win32": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
}
PLATFORMS = {
    f"{system}-{python}": {**markers, "python_version": python, "python_full_version": f"{python}.0"}
    for system, markers in SYSTEMS.items()
    for python in ("3.11", "3.12", "3.13", "3.14")
}
MARKER = r"(python_version [<>=]+ \"[\d.]+\"|(sys_platform|platform_\w+) [!=]= \"\w+\")"


INSTALLED = {canonicalize_name(each.name) for each in importlib.metadata.distributions()}


@cache
def requirement(line):
    return Requirement(line)


@cache
def needs(package):
    """The requirements of an installed package."""
    return [requirement(line) for line in importlib.metadata.requires(package) or ()]


def lines(file):
    return [line.partition("  # ")[0] for line in file.read_text().splitlines() if not line.startswith("#")]


def pins(platform, *files):
    """The packages pinned for one platform, with their versions."""
    found = [requirement(line) for file in files for line in lines(file)]
    here = [pin for pin in found if applies(pin, platform)]
    return {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in here}


def applies(requirement, platform, extra=""):
    return requirement.marker is None or requirement.marker.evaluate(PLATFORMS[platform] | {"extra": extra})


def test_the_folder_packaging_does_not_hide_the_package_of_that_name():
    assert "site-packages" in packaging.version.__file__


@pytest.mark.parametrize("file", [RUN, OPTIONAL, TEST, BUILD], ids=lambda file: file.name)
def test_every_line_is_one_name_and_one_version(file):
    for line in lines(file):
        assert re.fullmatch(rf"[A-Za-z0-9-]+==[0-9.b]+(; {MARKER}( (and|or) {MARKER})?)?", line), line


@pytest.mark.parametrize("platform", PLATFORMS)
def test_no_package_has_two_versions_on_one_platform(platform):
    names = [
        canonicalize_name(pin.name)
        for pin in map(requirement, [*lines(RUN), *lines(OPTIONAL)])
        if applies(pin, platform)
    ]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_dependency_of_the_project_is_pinned(platform):
    extras = PROJECT["optional-dependencies"]
    wanted = {RUN: PROJECT["dependencies"], OPTIONAL: extras["sound"], TEST: extras["test"]}
    for file, requirements in wanted.items():
        pinned = pins(platform, file)
        for needed in map(requirement, requirements):
            if applies(needed, platform):
                pin = pinned[canonicalize_name(needed.name)]
                assert needed.specifier.contains(pin, prereleases=True), needed


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("files", [(RUN,), (RUN, OPTIONAL), (RUN, TEST)], ids=["run", "optional", "test"])
def test_every_dependency_of_a_pinned_package_is_pinned(platform, files):
    pinned = pins(platform, *files)
    for name in pinned.keys() & INSTALLED:
        for needed in needs(name):
            if applies(needed, platform):
                version = pinned.get(canonicalize_name(needed.name), "none")
                assert version != "none", f"{name} needs {needed}"
                assert needed.specifier.contains(version), f"{name} needs {needed}, not {version}"


def test_every_optional_package_says_what_is_missing_without_it():
    packages = [line for line in OPTIONAL.read_text().splitlines() if not line.startswith("#")]
    assert packages
    assert all(line.partition("  # ")[2] for line in packages)
