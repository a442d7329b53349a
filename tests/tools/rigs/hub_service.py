"""A hub under its systemd unit, with all that the unit forbids: what happened, as lines of text.

    python -m tests.tools.rigs.hub_service

systemd runs as process 1 of namespaces of its own, on a copy of the system that is forgotten afterwards. The hub is
started, three bots play while it is restarted and killed, it is ended by SIGTERM; then it is started with accounts and
HTTPS, and an account is registered, logged in to, and refused. Linux only, root only, with systemd and openssl.
"""

import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).parents[3]
UNIT = REPOSITORY / "packaging/hub/drumcircle-hub.service"
TIMEOUT_S = 180

OUTSIDE = """
set -e
mount --make-rprivate /
mount -t tmpfs tmpfs $WORK/layers; mkdir $WORK/layers/up $WORK/layers/work
mount -t overlay overlay -o lowerdir=/,upperdir=$WORK/layers/up,workdir=$WORK/layers/work $WORK/root
cd $WORK/root
mount -t proc proc proc; mount -t sysfs sysfs sys; mount -t cgroup2 cgroup2 sys/fs/cgroup
mount -t tmpfs tmpfs run; mount -t tmpfs tmpfs tmp; mount --rbind /dev dev
mkdir -p tmp/trial opt/python opt/site opt/source old
mount --bind $WORK/trial tmp/trial; mount --bind $PYTHON opt/python; mount --bind $SITE opt/site
cp -r $REPOSITORY/drumcircle_gui $REPOSITORY/resources opt/source/
cp $WORK/trial/drumcircle usr/local/bin/drumcircle; chmod 755 usr/local/bin/drumcircle
rm -rf etc/systemd/system/*; cp $WORK/trial/*.service $WORK/trial/*.target etc/systemd/system/
mkdir etc/systemd/system/default.target.wants
ln -s ../trial.service etc/systemd/system/default.target.wants/trial.service
for unit in systemd-journald.service systemd-journald.socket systemd-journald-dev-log.socket dbus.service dbus.socket
do ln -s /dev/null etc/systemd/system/$unit; done
ip link set lo up
pivot_root . old; umount -l old; mount --make-rshared /
container=other exec /lib/systemd/systemd --log-target=null
"""

PROGRAM = """#!/bin/sh
LD_LIBRARY_PATH=/opt/python/lib PYTHONPATH=/opt/source:/opt/site exec /opt/python/bin/python3 -m drumcircle_gui "$@"
"""

TRIAL = """[Unit]
DefaultDependencies=no
[Service]
Type=oneshot
ExecStart=/bin/bash /tmp/trial/trial.sh
StandardOutput=file:/tmp/trial/log
StandardError=file:/tmp/trial/log
"""

INSIDE = r"""
unit=drumcircle-hub printed=/tmp/trial/printed
curl() { /usr/bin/env curl --silent --insecure --max-time 2 "$@"; }
ready() {
  for i in $(seq 100); do
    [ "$(curl -o /dev/null -w '%{http_code}' $1/healthz)" = 200 ] && { echo "  healthy"; return; }
    sleep 0.1
  done
  echo "  NOT HEALTHY"
}
field() { grep -o "\"$1\": *\"[^\"]*\"" | tail -1 | cut -d'"' -f4; }
state() { echo "  $(systemctl show $unit -p ActiveState -p Result -p NRestarts | tr '\n' ' ')"; }
pid() { systemctl show $unit -p MainPID --value; }
here=http://127.0.0.1:8080
echo "started as it is shipped"
systemctl start $unit; ready $here; state
echo "  $(grep -E '^(Uid|CapBnd|NoNewPrivs|Seccomp):' /proc/$(pid)/status | tr '\n\t' '  ')"
made=$(drumcircle conduct --headless --hub "$(field hub <$printed)" --name Oak --data-dir /tmp/a)
printf '{"do":"start"}\n{"do":"wait","seconds":60}\n' >/tmp/script
leading=$(echo $made | field conductor_invite) playing=$(echo $made | field invite)
drumcircle conduct --connect "$leading" --script /tmp/script --data-dir /tmp/b >/dev/null 2>&1 &
sleep 2
drumcircle bots "$playing" --count 3 --rate 10 --seconds 40 --data-dir /tmp/c >/tmp/bots 2>&1 & bots=$!
sleep 5; echo "restarted while bots play"; systemctl restart $unit; ready $here; state
sleep 4; echo "killed"; kill -9 $(pid); sleep 1; ready $here; state
wait $bots; echo "bots: $(tail -1 /tmp/bots)"
curl $here/metrics | grep -E '^drumcircle_(strokes|deliveries)' | sed 's/^/  /'
echo "SIGTERM, after which the unit starts it again"; kill -TERM $(pid); sleep 1; ready $here; state
echo "stopped"; systemctl stop $unit; state
echo "with accounts and HTTPS"
mkdir /etc/systemd/system/$unit.service.d; cp /tmp/trial/registered.conf /etc/systemd/system/$unit.service.d/
systemctl daemon-reload; : >$printed; systemctl start $unit; ready https://127.0.0.1:8443
hub=$(field hub <$printed) code=$(field first_administrators_code <$printed)
export LD_LIBRARY_PATH=/opt/python/lib PYTHONPATH=/opt/source:/opt/site
/opt/python/bin/python3 /tmp/trial/account.py "$hub" "$code"
drumcircle hub users list --data-dir /var/lib/private/drumcircle | sed 's/^/  /'
systemctl stop $unit; state
systemctl exit 0
"""

ACCOUNT = """
import asyncio, sys
from drumcircle_gui.directory.directory_client_io import open_directory
from drumcircle_gui.directory.hub_address import HubAddress
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.directory import Register

async def main():
    async with open_directory(HubAddress.parse(sys.argv[1])) as client:
        registered = await client.register(Register("Ada", "ada@example.org", "correct horse battery", sys.argv[2]))
        print("  registered:", registered.state)
    async with open_directory(HubAddress.parse(sys.argv[1])) as client:
        print("  logged in:", (await client.log_in("Ada", "correct horse battery")).role)
        try:
            await client.log_in("Ada", "wrong horse battery")
        except DrumCircleError as error:
            print("  a wrong password:", error)

asyncio.run(main())
"""

REGISTERED = """[Service]
LoadCredential=hub.pem:/tmp/trial/hub.pem
ExecStart=
ExecStart=/usr/local/bin/drumcircle hub --data-dir /var/lib/drumcircle --registered --public-address 127.0.0.1 \
--web-port 8443 --certificate ${CREDENTIALS_DIRECTORY}/hub.pem
"""


def unit() -> str:
    """The unit that is shipped; what it prints goes to a file, and it waits for no network."""
    text = UNIT.read_text().replace("Wants=network-online.target\n", "").replace("After=network-online.target\n", "")
    return text.replace("[Service]\n", "[Service]\nStandardOutput=append:/tmp/trial/printed\n").replace(
        "[Unit]\n", "[Unit]\nDefaultDependencies=no\n"
    )


def trial(work: Path) -> str:
    """What the trial printed."""
    for each in ("layers", "root", "trial"):
        (work / each).mkdir()
    empty = "[Unit]\nDefaultDependencies=no\n"
    files = {"drumcircle-hub.service": unit(), "trial.service": TRIAL, "trial.sh": INSIDE, "drumcircle": PROGRAM}
    files |= {"account.py": ACCOUNT, "registered.conf": REGISTERED, "default.target": empty}
    files |= {"sysinit.target": empty, "basic.target": empty}
    for name, text in files.items():
        (work / "trial" / name).write_text(text)
    pem = work / "trial/hub.pem"
    request = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost")
    subprocess.run([*request, "-keyout", pem, "-out", work / "cert"], check=True, capture_output=True)
    pem.write_text(pem.read_text() + (work / "cert").read_text())
    places = {"WORK": work, "REPOSITORY": REPOSITORY, "PYTHON": sys.base_prefix, "SITE": sysconfig.get_path("purelib")}
    own = ("unshare", "--pid", "--mount", "--cgroup", "--ipc", "--uts", "--net", "--fork", "--kill-child")
    words = [*own, "bash", "-c", OUTSIDE]
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", **{name: str(place) for name, place in places.items()}}
    subprocess.run(words, env=environment, timeout=TIMEOUT_S, check=True)
    return (work / "trial/log").read_text()


def main() -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as work:
        sys.stdout.write(trial(Path(work)))


if __name__ == "__main__":
    main()
