"""Packages for Linux: an archive with an installer, a Debian package, an AppImage."""

from __future__ import annotations

import datetime
import platform
import shutil
from pathlib import Path

import environment
import system

from . import archives, tools
from .source import Source

RECIPES = environment.ROOT / "packaging" / "linux"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
GLIBC = "2.36"
"""The version in Debian 12, on which releases are built: a program runs with the glibc of its build and with newer
ones."""

CONTROL = """\
Package: drumcircle
Version: {version}
Architecture: {architecture}
Maintainer: The Drum Circle project <drumcircle@localhost>
Installed-Size: {kib}
Depends: libc6 (>= {glibc}), libgcc-s1, liblzma5, libpcre2-8-0, libstdc++6, libsystemd0, libuuid1, libzstd1, zlib1g
Recommends: xdg-utils
Suggests: mpd, pipewire-jack | jackd
Section: sound
Priority: optional
Description: play drums together across the internet
 Everybody hears everybody one turn of the ring later, exactly in time. Play
 with pads, keys or a MIDI drum kit. The same program keeps the music players
 (MPD) of all rooms in sync. It brings its own Python and Qt.
"""


def share(source: Source, work: Path, into: Path) -> None:
    """Write the files of a `share` folder: menu entries, icons, types, manual, completions, unit, licence."""
    copies = {
        "drumcircle.desktop": "applications/drumcircle.desktop",
        "drumcircle-rooms.desktop": "applications/drumcircle-rooms.desktop",
        "drumcircle-recording.xml": "mime/packages/drumcircle-recording.xml",
        "drumcircle-rooms.service": "systemd/user/drumcircle-rooms.service",
    }
    for name, target in copies.items():
        _copy(RECIPES / name, into / target)
    for picture in sorted((work / "icons").glob("*.png")):
        _copy(picture, into / f"icons/hicolor/{picture.stem}x{picture.stem}/apps/drumcircle.png")
    _copy(source.folder / "resources/icons/drumcircle.svg", into / "icons/hicolor/scalable/apps/drumcircle.svg")
    _copy(work / "drumcircle.1", into / "man/man1/drumcircle.1")
    _copy(work / "completions/bash", into / "bash-completion/completions/drumcircle")
    _copy(work / "completions/zsh", into / "zsh/site-functions/_drumcircle")
    _copy(work / "completions/fish", into / "fish/vendor_completions.d/drumcircle.fish")
    _copy(source.folder / "LICENSE", into / "doc/drumcircle/copyright")
    _copy(work / "sbom.cdx.json", into / "doc/drumcircle/sbom.cdx.json")
    about = (RECIPES / "org.drumcircle.DrumCircle.metainfo.xml").read_text(encoding="utf-8")
    day = datetime.datetime.fromtimestamp(source.epoch, datetime.UTC).date().isoformat()
    metainfo = into / "metainfo/org.drumcircle.DrumCircle.metainfo.xml"
    metainfo.parent.mkdir(parents=True, exist_ok=True)
    metainfo.write_text(about.replace("@VERSION@", source.version).replace("@DATE@", day), encoding="utf-8")


def archive(source: Source, work: Path, bundle: Path, dist: Path) -> Path:
    """A .tar.xz with the bundle, the shared files, and scripts that install and remove both."""
    tree = _empty(work / "archive")
    shutil.copytree(bundle, tree / "bundle", symlinks=True)
    share(source, work, tree / "share")
    for script in ("install.sh", "uninstall.sh"):
        _copy(RECIPES / script, tree / script)
    name = f"drumcircle-{source.version}-linux-{platform.machine()}"
    file = dist / f"{name}.tar.xz"
    archives.write_tar_xz(tree, file, source.epoch, name)
    return file


def deb(source: Source, work: Path, bundle: Path, dist: Path) -> Path:
    """A package for Debian, Ubuntu and their relatives."""
    tree = _empty(work / "deb")
    shutil.copytree(bundle, tree / "usr/lib/drumcircle", symlinks=True)
    share(source, work, tree / "usr/share")
    units = tree / "usr/share/systemd"
    shutil.move(units, tree / "usr/lib/systemd")
    zsh = tree / "usr/share/zsh"
    shutil.move(zsh / "site-functions", zsh / "vendor-completions")
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin/drumcircle").symlink_to("../lib/drumcircle/drumcircle")
    architecture = ARCHITECTURES.get(platform.machine(), platform.machine())
    version = source.version.replace(".dev", "~dev")  # in Debian's order, before the release
    control = CONTROL.format(version=version, architecture=architecture, glibc=GLIBC, kib=archives.installed_kib(tree))
    file = dist / f"drumcircle_{version}_{architecture}.deb"
    archives.write_deb(tree, control, file, source.epoch)
    return file


def appimage(source: Source, work: Path, bundle: Path, dist: Path) -> Path:
    """One file that runs without installation. Needs the program `appimagetool`."""
    if not shutil.which("appimagetool"):
        raise system.Unready(
            "An AppImage needs the program appimagetool.",
            "Install it from the AppImage project, or build the target `archive`: it holds the same.",
        )
    tree = _empty(work / "DrumCircle.AppDir")
    shutil.copytree(bundle, tree / "usr/lib/drumcircle", symlinks=True)
    share(source, work, tree / "usr/share")
    _copy(RECIPES / "drumcircle.desktop", tree / "drumcircle.desktop")
    _copy(work / "icons/256.png", tree / "drumcircle.png")
    (tree / "AppRun").symlink_to("usr/lib/drumcircle/drumcircle")
    file = dist / f"Drum_Circle-{source.version}-{platform.machine()}.AppImage"
    tools.run(["appimagetool", str(tree), str(file)], {**source.variables, "ARCH": platform.machine()})
    return file


def _empty(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _copy(file: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(file, to)
