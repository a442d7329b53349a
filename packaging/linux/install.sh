#!/bin/sh
# Installs Drum Circle for you alone; as root, for everybody. `./install.sh --help` says where.
# Every file that it writes is listed in lib/drumcircle/installed, which uninstall.sh reads.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

if [ "${1:-}" = "--help" ] || [ $# -gt 1 ]; then
    echo "Usage: ./install.sh [FOLDER]"
    echo "Installs Drum Circle in FOLDER: ~/.local if you leave it out, /usr/local if you are root."
    exit 0
fi
if [ "$(id -u)" = 0 ]; then default=/usr/local; else default=$HOME/.local; fi
prefix=${1:-$default}
lib=$prefix/lib/drumcircle

if ! mkdir -p "$prefix" 2>/dev/null || [ ! -w "$prefix" ]; then
    echo "You may not write to $prefix. Choose a folder of your own: ./install.sh FOLDER" >&2
    exit 1
fi
prefix=$(CDPATH='' cd -- "$prefix" && pwd)
lib=$prefix/lib/drumcircle
case $prefix in *[!A-Za-z0-9/._+-]*)
    echo "The folder's name has a character that menu entries cannot hold: $prefix" >&2
    exit 1
esac
need=$(du -sk "$here/bundle" | cut -f1)
free=$(df -Pk "$prefix" | awk 'NR == 2 { print $4 }')
if [ "$free" -lt "$need" ]; then
    echo "There is not enough room in $prefix: Drum Circle needs $((need / 1024)) MB." >&2
    exit 1
fi
if [ -x "$lib/uninstall.sh" ]; then "$lib/uninstall.sh" --quiet; fi

mkdir -p "$lib" "$prefix/bin"
cp -R "$here/bundle/." "$lib/"
cp "$here/uninstall.sh" "$lib/uninstall.sh"
ln -s ../lib/drumcircle/drumcircle "$prefix/bin/drumcircle"
echo "bin/drumcircle" >"$lib/installed"
(cd "$here/share" && find . -type f) | sed 's#^\./##' | while read -r name; do
    mkdir -p "$(dirname "$prefix/share/$name")"
    case $name in
    *.desktop | *.service)
        sed -e "s#^Exec=drumcircle#Exec=$prefix/bin/drumcircle#" -e "s#^TryExec=drumcircle#TryExec=$prefix/bin/drumcircle#" \
            -e "s#^ExecStart=drumcircle#ExecStart=$prefix/bin/drumcircle#" "$here/share/$name" >"$prefix/share/$name"
        ;;
    *) cp "$here/share/$name" "$prefix/share/$name" ;;
    esac
    echo "share/$name" >>"$lib/installed"
done
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database -q "$prefix/share/applications" || true; fi
if command -v update-mime-database >/dev/null 2>&1; then update-mime-database "$prefix/share/mime" >/dev/null 2>&1 || true; fi
if command -v gtk-update-icon-cache >/dev/null 2>&1; then gtk-update-icon-cache -q -t "$prefix/share/icons/hicolor" 2>/dev/null || true; fi
echo "Drum Circle is installed. Start it from the menu, or with: $prefix/bin/drumcircle"
echo "To remove it: $lib/uninstall.sh"
