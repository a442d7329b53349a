#!/bin/sh
# Removes what install.sh wrote. Your recordings, settings and keys stay.
set -eu
lib=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
prefix=$(CDPATH='' cd -- "$lib/../.." && pwd)
if [ ! -f "$lib/installed" ]; then
    echo "$lib is not an installation of Drum Circle." >&2
    exit 1
fi

while read -r name; do
    rm -f "$prefix/$name"
    folder=$(dirname "$prefix/$name")
    while [ "$folder" != "$prefix" ] && rmdir "$folder" 2>/dev/null; do folder=$(dirname "$folder"); done
done <"$lib/installed"
# What the desktop's tools made of these files goes with them: a database of this folder alone.
if command -v update-desktop-database >/dev/null 2>&1 && [ -d "$prefix/share/applications" ]; then
    update-desktop-database -q "$prefix/share/applications" || true
fi
if command -v update-mime-database >/dev/null 2>&1 && [ -d "$prefix/share/mime/packages" ]; then
    update-mime-database "$prefix/share/mime" >/dev/null 2>&1 || true
fi
forget() { # a cache in FOLDER that is left when all entries are gone
    if [ -d "$prefix/share/$1" ] && [ -z "$(find "$prefix/share/$1" -type f ! -name "$2" | head -n 1)" ]; then
        rm -rf "${prefix:?}/share/$1"
    fi
}
forget applications mimeinfo.cache
if [ -d "$prefix/share/mime" ] && [ ! -d "$prefix/share/mime/packages" ]; then rm -rf "$prefix/share/mime"; fi
forget icons/hicolor icon-theme.cache
rmdir "$prefix/share/icons" "$prefix/share" "$prefix/bin" 2>/dev/null || true
rm -rf "$lib"
rmdir "$prefix/lib" 2>/dev/null || true
[ "${1:-}" = "--quiet" ] || echo "Drum Circle is removed. Your recordings, settings and keys are kept."
