"""`python -m tests.architecture`: prints the import graph of the program's packages and the counts that bound it."""

from . import graph


def main() -> None:
    found = graph.modules()
    arrows = graph.arrows(found)
    sizes = graph.sizes(found)
    for package in sorted(arrows):
        size = sizes["" if package.startswith("root") else package]
        print(f"{package or 'root':18} {size:3}  -> {', '.join(sorted(arrows[package])) or '-'}")
    print()
    print(f"largest folder: {max(sizes.values())} modules (limit {graph.MOST_MODULES})")
    print(f"arrows upward: {len(graph.upward(arrows))}; cycles: {len(graph.cycle(arrows))}")
    print(f"public class names that recur: {len(graph.recurring_names(found))}")


if __name__ == "__main__":
    main()
