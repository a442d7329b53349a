"""Decisions of the build, without its tools: versions, contents of a bundle, archives, the files that it names."""

import ast
import hashlib
import io
import plistlib
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drumcircle_gui import cli
from drumcircle_gui.languages import ENGLISH, LANGUAGES

from .conftest import FOLDER, building

pytestmark = pytest.mark.usefixtures("importable")

ROOT = FOLDER.parent
LINUX = FOLDER / "linux"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")


# --- updates ----------------------------------------------------------------------------------------------------------

UPDATES = (ROOT / "drumcircle_gui/installation/update_source.py").read_text(encoding="utf-8")
ADDRESS = "https://example.org/release.json"


def test_a_package_asks_for_updates_where_the_environment_says() -> None:
    written = building("source").with_update_source
    assert written(UPDATES, {}) == UPDATES
    found: dict[str, str] = {}
    exec(written(UPDATES, {"DRUMCIRCLE_UPDATE_ADDRESS": ADDRESS, "DRUMCIRCLE_UPDATE_KEY": "0a" * 32}), found)
    assert (found["ADDRESS"], found["PUBLIC_KEY"]) == (ADDRESS, "0a" * 32)


@pytest.mark.parametrize(("address", "key"), [("", "0a" * 32), (ADDRESS, ""), ("http://a", "0a" * 32), (ADDRESS, "0A")])
def test_half_an_address_for_updates_is_refused(address: str, key: str) -> None:
    source = building("source")
    with pytest.raises(Exception, match="Set both, or none"):
        source.with_update_source(UPDATES, dict(zip(source.UPDATE_VARIABLES, (address, key), strict=True)))


# --- versions ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("described", "version"),
    [
        ("v1.2.3-0-gabc1234", "1.2.3"),
        ("v1.2.3-17-gabc1234", "1.3.0.dev17+gabc1234"),
        ("abc1234", "1.3.0.dev0+gabc1234"),
    ],
)
def test_the_version_is_the_tags_or_one_before_the_next_release(described, version):
    assert building("source").version_of(described, "1.3.0") == version


def test_the_programs_version_can_be_read_and_replaced():
    source = building("source")
    text = (ROOT / source.INIT).read_text(encoding="utf-8")
    assert re.fullmatch(r"\d+\.\d+\.\d+", source.written_in(text))


# --- contents ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt6Widgets.dll",
        "PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui",
        "drumcircle_gui/resources/kit/kick_1.wav",
        *(f"PySide6/Qt/translations/qtbase_{language}.qm" for language in LANGUAGES if language != ENGLISH),
        *(f"PySide6/translations/qtbase_{language}.qm" for language in LANGUAGES if language != ENGLISH),
        *(f"drumcircle_gui/resources/languages/drumcircle_{code}.qm" for code in LANGUAGES if code != ENGLISH),
        "numpy/_core/_multiarray_umath.cpython-311-x86_64-linux-gnu.so",
    ],
)
def test_what_the_program_uses_is_kept(name):
    assert building("contents").keeps(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Sql.so.6",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/translations/qtbase_fr.qm",
        "PySide6/Qt/translations/qt_de.qm",
        "drumcircle_gui/resources/languages/drumcircle_de.ts",
        "PySide6/opengl32sw.dll",
        "pyqtgraph/icons/peegee/peegee.svg",
        "propcache/_helpers_c.cpython-311-x86_64-linux-gnu.so",
        "numpy/_core/_simd.cpython-311-x86_64-linux-gnu.so",
    ],
)
def test_what_it_never_uses_is_dropped(name):
    assert not building("contents").keeps(name)


@pytest.mark.slow
def test_what_the_program_imports_is_in_a_bundle():
    imported = set()
    for file in (ROOT / "drumcircle_gui").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {each.name for each in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                imported |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
    excluded = building("contents").EXCLUDED_MODULES
    assert [name for name in excluded if any(f"{each}.".startswith(f"{name}.") for each in imported)] == []


def test_a_bundle_for_linux_has_the_libraries_that_are_needed_and_no_others():
    needs = {
        "/site/Gui.so": ["libxcb.so.1", "libc.so.6", "libInside.so.1", "libGL.so.1", "libzstd.so.1"],
        "/usr/libGL.so.1": ["libGLX.so.0"],  # replaced: nothing is needed
        "/usr/libxcb.so.1": ["libXau.so.6", "libstdc++.so.6"],
        "/usr/libportaudio.so.2": ["libasound.so.2"],
    }
    files = {
        "PySide6/Gui.so": "/site/Gui.so",
        "PySide6/lib/libInside.so.1": "/site/libInside.so.1",
        "libpython3.11.so.1.0": "/usr/libpython3.11.so.1.0",
        "libgtk.so.0": "/usr/libgtk.so.0",
        "libdb-5.3.so": "/usr/libdb-5.3.so",
    }
    with_libraries = building("contents").with_libraries
    found = with_libraries(files, lambda source: needs.get(source, ()), lambda name: f"/usr/{name}")
    fallback = ("libGL.so.1", "libXau.so.6", "libasound.so.2", "libportaudio.so.2", "libxcb.so.1")
    assert found == {
        **{name: source for name, source in files.items() if name not in ("libgtk.so.0", "libdb-5.3.so")},
        **{f"fallback/{name}": f"/usr/{name}" for name in fallback},
    }


def test_libraries_of_the_build_machine_are_told_from_modules():
    with_libraries = building("contents").with_libraries
    files = {"libdb-5.3.so": "/usr/libdb-5.3.so", "_cffi_backend.cpython-311-x86_64-linux-gnu.so": "/site/_cffi.so"}
    kept = with_libraries(files, lambda _: [], lambda name: f"/usr/{name}")
    assert "_cffi_backend.cpython-311-x86_64-linux-gnu.so" in kept and "libdb-5.3.so" not in kept


def test_the_modules_with_which_python_starts_are_compressed(tmp_path):
    files = [tmp_path / name for name in ("a.zip", "b.zip")]
    for file, year in zip(files, (1990, 2020), strict=True):
        with zipfile.ZipFile(file, "w") as stored:
            stored.writestr(zipfile.ZipInfo("encodings/utf_8.pyc", (year, 1, 1, 0, 0, 0)), b"code" * 100)
            stored.writestr("codecs.pyc", b"x")
        building("bundle").pack_modules(file)
    assert files[0].read_bytes() == files[1].read_bytes()
    with zipfile.ZipFile(files[0]) as packed:
        assert packed.read("encodings/utf_8.pyc") == b"code" * 100 and packed.read("codecs.pyc") == b"x"
        assert packed.getinfo("encodings/utf_8.pyc").compress_size < 50


# --- archives ---------------------------------------------------------------------------------------------------------


def _tree(folder: Path, names: dict[str, bytes]) -> Path:
    for name, content in names.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder


@pytest.mark.slow
@settings(max_examples=settings.default.max_examples // 4)
@given(st.permutations(["a/x", "a/y", "b", "bin/run"]))
def test_an_archives_bytes_depend_on_its_contents_alone(tmp_path_factory, order):
    archives = building("archives")
    digests = set()
    for names in (sorted(order), order):
        folder = _tree(tmp_path_factory.mktemp("tree"), {name: name.encode() for name in names})
        file = folder.with_suffix(".tar.xz")
        archives.write_tar_xz(folder, file, 1_700_000_000, "drumcircle")
        digests.add(hashlib.sha256(file.read_bytes()).hexdigest())
    assert len(digests) == 1
    with tarfile.open(file) as tar:
        assert {(member.mtime, member.uid, member.uname) for member in tar} == {(1_700_000_000, 0, "root")}


def test_a_debian_package_has_its_three_members(tmp_path):
    file = tmp_path / "x.deb"
    long = f"./usr/{'folder/' * 20}file"
    tree = _tree(tmp_path / "tree", {"usr/bin/drumcircle": b"#!", long: b"x"})
    building("archives").write_deb(tree, "Package: drumcircle\n", file, 1_700_000_000)
    raw = file.read_bytes()
    assert raw.startswith(b"!<arch>\ndebian-binary   1700000000  0     0     100644  4         `\n2.0\n")
    data = io.BytesIO(raw[raw.index(b"\xfd7zXZ", raw.index(b"data.tar.xz")) :])
    with tarfile.open(fileobj=data) as tar:
        assert long in tar.getnames()
        assert not any(member.pax_headers for member in tar)  # dpkg reads none
    assert raw.count(b"`\n") >= 3 and b"control.tar.xz" in raw and b"data.tar.xz" in raw


# --- recipes ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def evaluated(monkeypatch, tmp_path):
    """Evaluates the recipe for one system with PyInstaller's words replaced by recorders."""

    def evaluate(platform: str) -> SimpleNamespace:
        calls = SimpleNamespace(exe=[], app=[], analysis={})
        for name in ("PyInstaller", "PyInstaller.depend", "PyInstaller.utils", "PyInstaller.utils.hooks"):
            monkeypatch.setitem(sys.modules, name, SimpleNamespace())
        bindepend = SimpleNamespace(get_imports=lambda _: [], resolve_library_path=lambda name: f"/usr/{name}")
        sys.modules["PyInstaller.depend"].bindepend = bindepend
        sys.modules["PyInstaller.utils.hooks"].collect_submodules = lambda name: [name]
        monkeypatch.setattr(sys, "platform", platform)
        monkeypatch.setenv("DRUMCIRCLE_SOURCE", str(ROOT))
        monkeypatch.setenv("DRUMCIRCLE_WORK", str(tmp_path))
        monkeypatch.setenv("DRUMCIRCLE_VERSION", "1.2.3")

        def analysis(scripts, **options):
            calls.analysis = {"scripts": scripts, **options}
            binaries = [("PySide6/Qt/lib/libQt6Core.so.6", "/x", "BINARY"), ("libgtk.so.0", "/y", "BINARY")]
            return SimpleNamespace(scripts=[], pure=[], binaries=binaries, datas=[])

        names = {
            "Analysis": analysis,
            "PYZ": lambda pure: pure,
            "EXE": lambda *_, **options: calls.exe.append(options),
            "COLLECT": lambda *parts, name: setattr(calls, "collected", parts),
            "BUNDLE": lambda *_, **options: calls.app.append(options),
        }
        spec = FOLDER / "building/bundle.spec"
        exec(compile(spec.read_text(), str(spec), "exec"), {**names, "SPECPATH": str(spec.parent)})
        return calls

    return evaluate


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_every_file_that_the_recipe_names_exists(evaluated, platform, tmp_path):
    analysis = evaluated(platform).analysis
    data = [source for source, _ in analysis["datas"] if not source.startswith("/usr/share/alsa")]
    named = [*analysis["scripts"], *analysis["runtime_hooks"], *data]
    made = [path for path in named if Path(path).is_relative_to(tmp_path)]  # by `bundle.generate`
    assert [path for path in named if path not in made and not Path(path).exists()] == []
    assert [Path(path).name for path in made] == ["sbom.cdx.json", "kit", "licences", "bindings"]


def test_a_bundle_has_every_resource_that_the_program_asks_for(evaluated):
    inside = {Path(source).name for source, place in evaluated("linux").analysis["datas"] if "resources" in place}
    files = (ROOT / "drumcircle_gui").rglob("*.py")
    asked = {name for file in files for name in re.findall(r"resource\(\"(\w+)", file.read_text(encoding="utf-8"))}
    assert {"kit", "guide", "theme"} <= asked <= inside


def test_windows_gets_an_executable_with_streams_and_one_without(evaluated):
    assert {each["name"]: each["console"] for each in evaluated("win32").exe} == {
        "drumcircle": True,
        "Drum Circle": False,
    }


def test_macos_asks_for_the_microphone_and_the_network_and_takes_links(evaluated):
    (app,) = evaluated("darwin").app
    about = app["info_plist"]
    assert {"NSMicrophoneUsageDescription", "NSLocalNetworkUsageDescription"} <= about.keys()
    assert about["CFBundleURLTypes"][0]["CFBundleURLSchemes"] == ["drumcircle"]
    plistlib.dumps(about)
    entitled = plistlib.loads((FOLDER / "macos/entitlements.plist").read_bytes())
    assert "com.apple.security.device.audio-input" in entitled


def test_menu_entries_start_commands_that_exist():
    for file in LINUX.glob("*.desktop"):
        keys = dict(line.split("=", 1) for line in file.read_text().splitlines() if "=" in line)
        words = keys["Exec"].split()
        assert words[0] == keys["TryExec"] == "drumcircle"
        cli.parser().parse_args([word for word in words[1:] if word != "%u"])


def test_the_types_and_the_metainfo_are_well_formed_and_agree():
    types = ElementTree.parse(LINUX / "drumcircle-recording.xml")
    assert "*.drumcircle" in [each.get("pattern") for each in types.iter() if each.tag.endswith("glob")]
    metainfo = ElementTree.parse(LINUX / "org.drumcircle.DrumCircle.metainfo.xml").getroot()
    assert (LINUX / (metainfo.findtext("launchable") or "")).exists()
    mime = metainfo.findtext("provides/mediatype")
    assert (
        mime
        and mime in (LINUX / "drumcircle.desktop").read_text()
        and mime in ElementTree.tostring(types.getroot(), encoding="unicode")
    )


def test_the_windows_installer_is_for_one_person_and_starts_what_the_bundle_has(evaluated):
    text = (FOLDER / "windows/drumcircle.iss").read_text()
    assert "PrivilegesRequired=lowest" in text and "HKLM" not in text
    programs = set(re.findall(r"\{app\}\\([\w ]+)\.exe", text))
    assert programs <= {each["name"] for each in evaluated("win32").exe}


@posix_only
def test_what_is_installed_for_one_person_is_removed_again(tmp_path):
    package, home = tmp_path / "package", tmp_path / "home"
    _tree(package, {"bundle/drumcircle": b"#!/bin/sh\n", "share/man/man1/drumcircle.1": b".TH\n"})
    (package / "share/applications").mkdir()
    (package / "share/applications/drumcircle.desktop").write_bytes((LINUX / "drumcircle.desktop").read_bytes())
    for script in ("install.sh", "uninstall.sh"):
        (package / script).write_bytes((LINUX / script).read_bytes())
        (package / script).chmod(0o755)
    own = _tree(home, {".local/share/drumcircle/recordings/mine.drumcircle": b"x"})
    before = sorted(own.rglob("*"))

    def run(*command: Path) -> None:
        variables = {"HOME": str(home), "PATH": "/usr/bin:/bin"}
        subprocess.run(command, env=variables, check=True, stdout=subprocess.DEVNULL)

    for _ in range(2):  # the second time over the first
        run(package / "install.sh", home / ".local")
    entry = (home / ".local/share/applications/drumcircle.desktop").read_text()
    assert f"Exec={home}/.local/bin/drumcircle open %u" in entry
    assert (home / ".local/bin/drumcircle").resolve() == home / ".local/lib/drumcircle/drumcircle"
    run(home / ".local/lib/drumcircle/uninstall.sh")
    assert sorted(own.rglob("*")) == before


@posix_only
@pytest.mark.parametrize("script", ["install.sh", "uninstall.sh"])
def test_the_shell_accepts_the_scripts(script):
    subprocess.run(["sh", "-n", LINUX / script], check=True)
