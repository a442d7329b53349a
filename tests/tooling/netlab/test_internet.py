"""The small internet, measured with packets. Times are compared with each other and with a line without delay, because
a slow machine delays all of them alike."""

import os
import signal
import socket
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.tools.child_process import child
from tests.tools.netlab import namespaces
from tests.tools.netlab.internet import Internet
from tests.tools.netlab.probes import accepting, connect_time_s, echo, ping, send_one_way
from tests.tools.netlab.profiles import ASYMMETRIC, LAN, PITTSBURGH, SHENYANG, US_CITY, Profile
from tests.tools.netlab.ways import Loss, Way
from tests.tools.rigs.jack import wait_until

pytestmark = pytest.mark.slow

STILL = Profile("nothing is left to chance", Way(50_000), Way(50_000))


def namespace_of(process: int) -> int:
    return (Path("/proc") / str(process) / "ns/net").stat().st_ino


def test_round_trips_are_those_of_the_hosts_lines(net: Internet) -> None:
    server, near, far = net.host("server"), net.host("near", PITTSBURGH), net.host("far", US_CITY)
    with echo(server) as there:
        reference = ping(net.host("reference", LAN), there, 40, 0.005).median_s
        trips = {host: ping(host, there, 40, 0.01) for host in (near, far)}
    for host, profile, trip in ((near, PITTSBURGH, 0.022), (far, US_CITY, 0.074)):
        assert len(trips[host].numbers) == 40
        assert min(trips[host].trips) >= profile.shortest_round_trip / 1e6
        assert trips[host].median_s - reference == pytest.approx(trip, rel=0.3)


def test_the_delays_of_both_lines_add_up(net: Internet) -> None:
    one, other = net.host("one", STILL), net.host("other", STILL)
    with echo(other) as there:
        assert min(ping(one, there, 5, 0.01).trips) >= 0.2


def test_a_tcp_connection_takes_one_round_trip(net: Internet) -> None:
    server, far = net.host("server"), net.host("far", STILL)
    with accepting(server) as there:
        assert 0.1 <= min(connect_time_s(far, there) for _ in range(3)) < 0.2


@pytest.mark.slow
@pytest.mark.alone
def test_the_line_to_the_other_side_of_the_world(net: Internet) -> None:
    server, far = net.host("server"), net.host("far", SHENYANG)
    with echo(server) as there, accepting(server) as door:
        assert ping(far, there, 100, 0.02).median_s == pytest.approx(0.352, rel=0.15)
        assert connect_time_s(far, door) >= SHENYANG.shortest_round_trip / 1e6


@pytest.mark.slow
@pytest.mark.alone
def test_a_bad_line_loses_its_share_in_bursts(net: Internet) -> None:
    bad = Profile("a fifth up", Way(1_000, loss=Loss(0.2, 10_000)), Way(1_000))
    server, home = net.host("server"), net.host("home", bad)
    with echo(server) as there:
        echoes = ping(home, there, 1_000, 0.002)
    assert 0.1 < echoes.lost < 0.3
    assert home.packets().sent == 1_000
    assert home.packets().lost == round(1_000 * echoes.lost)
    holes = sum(after > before + 1 for before, after in pairwise(echoes.numbers))
    assert holes < 1_000 * echoes.lost / 2


@pytest.mark.parametrize("up", [True, False])
def test_a_cut_line_comes_back(net: Internet, up: bool) -> None:
    server, home = net.host("server"), net.host("home")
    way = (home, server) if up else (server, home)
    assert send_one_way(*way, 3, 0.01).lost == 0
    net.cut(home, 0.3)
    echoes = send_one_way(*way, 60, 0.01)
    assert echoes.numbers == list(range(echoes.numbers[0], 60))
    assert 0.2 < echoes.lost < 0.8


def test_an_asymmetric_line_is_slower_up(net: Internet) -> None:
    home, server = net.host("home", ASYMMETRIC), net.host("server")
    up, down = (send_one_way(*way, 20, 0.005) for way in ((home, server), (server, home)))
    assert min(up.trips) >= ASYMMETRIC.up.delay / 1e6
    assert ASYMMETRIC.down.delay / 1e6 <= min(down.trips) < ASYMMETRIC.up.delay / 2e6


def test_a_hosts_line_can_be_changed(net: Internet) -> None:
    server, host = net.host("server"), net.host("host")
    with echo(server) as there:
        before = ping(host, there, 5, 0.005).trips
        net.set(host, STILL)
        after = ping(host, there, 5, 0.005).trips
    assert min(before) < STILL.shortest_round_trip / 1e6 <= min(after)


def test_packets_may_overtake_each_other(net: Internet) -> None:
    host = net.host("host", Profile("", Way(1_000, waiting=20_000, in_order=False), Way()))
    with echo(net.host("server")) as there:
        numbers = ping(host, there, 60, 0.002).numbers
    assert sorted(numbers) == list(range(60))
    assert numbers != sorted(numbers)


def test_nothing_outside_can_be_reached(net: Internet) -> None:
    with net.host("alone").inside(), socket.socket() as line, pytest.raises(OSError, match="unreachable"):
        line.connect(("192.0.2.1", 80))


def test_processes_run_in_their_hosts_namespace(net: Internet) -> None:
    host = net.host("host")
    process = host.run([sys.executable, "-c", "import socket; print(socket.if_nameindex())"], stdout=subprocess.PIPE)
    assert b"net0" in process.communicate()[0]
    assert process.returncode == 0


def test_no_process_or_namespace_is_left() -> None:
    if reason := namespaces.missing():
        pytest.skip(reason)
    home = namespace_of(os.getpid())
    with Internet() as net:
        host = net.host("host")
        # A shell whose child outlives it, and which both have to be found.
        shell = host.run(["sh", "-c", "sleep 1000 & echo $!; exec sleep 1000"], stdout=subprocess.PIPE)
        assert shell.stdout
        grandchild = int(shell.stdout.readline())
        path = host.path
        assert namespace_of(grandchild) == namespace_of(shell.pid) != home
    with shell:
        assert shell.returncode == -signal.SIGKILL
    assert not Path(path).exists()
    wait_until(lambda: not alive(grandchild), "a process was left behind")
    assert namespace_of(os.getpid()) == home
    net.close()


KILLED = """
import signal, time
from tests.tools.netlab.internet import Internet
if __name__ == "__main__":
    net = Internet()
    host = net.host("host")
    print(host.run(["sleep", "1000"]).pid, host.path.split("/")[2], flush=True)
    signal.pause()
"""


def test_no_process_is_left_of_a_killed_test(tmp_path: Path) -> None:
    if reason := namespaces.missing():
        pytest.skip(reason)
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with child([sys.executable, script], stdout=subprocess.PIPE, env=environment) as owner:
        assert owner.stdout
        left = [int(pid) for pid in owner.stdout.readline().split()]
        assert len(left) == 2
        assert all(map(alive, left))
        owner.kill()
    wait_until(lambda: not any(map(alive, left)), "the router, or what ran on a host, was left behind")


def alive(process: int) -> bool:
    """Ended ones that nobody has asked after yet are dead too."""
    try:
        state = (Path("/proc") / str(process) / "stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
