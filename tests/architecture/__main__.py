"""`python -m tests.architecture`: prints the program's import graph, and the figures that have limits."""

from . import graph


def main() -> None:
    found = graph.modules()
    arrows = graph.arrows(found)
    sizes = graph.sizes(found)
    for package in sorted(arrows):
        size = sizes["" if package.startswith("root") else package]
        print(f"{package or 'root':18} {size:3}  -> {', '.join(sorted(arrows[package])) or '-'}")
    print()
    print(f"largest folder: {max(sizes.values())} modules (limit {graph.MAX_MODULES})")
    print(f"forbidden imports: {len(graph.upward(arrows))}; cycles: {len(graph.cycle(arrows))}")
    print(f"public class names that recur: {len(graph.recurring_names(found))}")


if __name__ == "__main__":
    main()
