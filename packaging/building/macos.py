"""The disk image for macOS: the app is signed and notarised if the environment has the keys. Run on macOS."""

from __future__ import annotations

import os
import platform
import shutil
from pathlib import Path

import environment

from . import tools
from .source import Source

RECIPES = environment.ROOT / "packaging/macos"
IDENTITY = "DRUMCIRCLE_SIGN_IDENTITY"
"""The name of the certificate "Developer ID Application" in the keychain; without it the app is signed ad hoc."""

NOTARY_PROFILE = "DRUMCIRCLE_NOTARY_PROFILE"
"""The profile that `xcrun notarytool store-credentials` has made; without it the image is not notarised."""


def disk_image(source: Source, work: Path, bundle: Path, dist: Path) -> Path:
    """A .dmg with the app and a link to the folder Applications."""
    tools.require("codesign", "hdiutil", "xcrun")
    variables = source.variables
    entitlements = str(RECIPES / "entitlements.plist")
    sign = ["codesign", "--force", "--options", "runtime", "--sign", os.environ.get(IDENTITY) or "-"]
    for library in sorted(path for path in bundle.rglob("*") if path.suffix in (".so", ".dylib")):
        tools.run([*sign, str(library)], variables)
    tools.run([*sign, "--entitlements", entitlements, str(bundle)], variables)
    tools.run(["codesign", "--verify", "--strict", str(bundle)], variables)
    tree = work / "diskimage"
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir()
    shutil.copytree(bundle, tree / bundle.name, symlinks=True)
    (tree / "Applications").symlink_to("/Applications")
    file = dist / f"drumcircle-{source.version}-macos-{platform.machine()}.dmg"
    create = ["hdiutil", "create", "-volname", "Drum Circle", "-srcfolder", str(tree), "-format", "ULMO", "-ov"]
    tools.run([*create, str(file)], variables)
    if profile := os.environ.get(NOTARY_PROFILE):
        tools.run(["xcrun", "notarytool", "submit", str(file), "--keychain-profile", profile, "--wait"], variables)
        tools.run(["xcrun", "stapler", "staple", str(file)], variables)
    return file
