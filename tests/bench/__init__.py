"""Benchmarks: `python -m tests.bench --list` names them. Each is a module here with a `run(quick) -> form.Result`."""
