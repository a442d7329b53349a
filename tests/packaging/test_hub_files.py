"""The systemd unit and the Containerfile of a hub name commands and files that exist."""

import json
import re
import shlex
from pathlib import Path

import pytest

from drumcircle_gui import cli

HUB = Path(__file__).parents[2] / "packaging/hub"
UNIT = (HUB / "drumcircle-hub.service").read_text()
CONTAINER = (HUB / "Containerfile").read_text()


@pytest.mark.parametrize("line", re.findall(r"^#? ?ExecStart=(.+)$", UNIT, re.MULTILINE))
def test_the_unit_starts_a_hub(line: str) -> None:
    program, *words = shlex.split(line)
    options = cli.parser().parse_args(words)
    assert (Path(program).name, options.command, options.data_dir) == ("drumcircle", "hub", Path("/var/lib/drumcircle"))


def test_the_container_starts_a_hub_and_asks_the_port_that_it_opens() -> None:
    [entry] = re.findall(r"^ENTRYPOINT (.+)$", CONTAINER, re.MULTILINE)
    program, *words = json.loads(entry)
    options = cli.parser().parse_args(words)
    assert (program, options.command) == ("drumcircle", "hub")
    assert f"EXPOSE {options.port} {options.web_port}\n" in CONTAINER
    [check] = re.findall(r"^HEALTHCHECK CMD (.+)$", CONTAINER, re.MULTILINE)
    code = json.loads(check)[2]
    compile(code, "health check", "exec")
    assert code.count(str(options.web_port)) == 2


def test_the_container_copies_what_there_is() -> None:
    copied = [word for line in re.findall(r"^COPY (.+)$", CONTAINER, re.MULTILINE) for word in line.split()[:-1]]
    assert copied and all((HUB.parents[1] / each).exists() for each in copied)
