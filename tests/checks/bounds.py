#!/usr/bin/env python3
"""Whether every file of the corpus becomes every format within 2 seconds of CPU and 200 MiB, and without an accident.

    bounds.py --ibid PROGRAM --corpus FOLDER          the five largest files of each format
    bounds.py --ibid PROGRAM --corpus FOLDER --all    all of them

A folder of the corpus that bears a format's name holds its files (`csljson/CASE/input.json`); which formats there are
the program says. Exit codes 0 and 1 are none of its business: what a file says of its records is tested elsewhere.
Prints the largest figures of each format. Exits 77 if the corpus is not there.
"""
import argparse
import collections
import concurrent.futures
import os
import re
import resource
import signal
import subprocess
import sys

SKIPPED = 77
SECONDS = 2
MIB = 200
LARGEST = 5


def formats(ibid):
    """The formats that are read and those that are written."""
    lines = subprocess.run([ibid, "formats"], capture_output=True, text=True, check=True).stdout.splitlines()[1:]
    columns = [re.split(r"  +", line) for line in lines]
    return [c[0] for c in columns if "read" in c[2]], [c[0] for c in columns if "write" in c[2]]


def inputs(corpus, names):
    """name: its files, the largest first"""
    folders = {name.replace("-", ""): name for name in names}
    found = collections.defaultdict(list)
    for folder, _, files in os.walk(corpus):
        name = next((folders[part] for part in os.path.relpath(folder, corpus).split(os.sep) if part in folders), None)
        if name:
            found[name] += [os.path.join(folder, file) for file in files if file.startswith("input.")]
    for paths in found.values():
        paths.sort(key=lambda path: (-os.path.getsize(path), path))
    return found


def convert(ibid, path, source, target):
    """(CPU seconds, MiB, what went wrong)"""
    actions = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1, 2)]
    process = os.posix_spawn(ibid, [ibid, "convert", "--from", source, "--to", target, path], os.environ, file_actions=actions)
    # What hangs or grows without end is stopped above the bounds, so that the figure still shows it.
    resource.prlimit(process, resource.RLIMIT_CPU, (2 * SECONDS, 2 * SECONDS))
    resource.prlimit(process, resource.RLIMIT_DATA, (4 * MIB << 20, 4 * MIB << 20))
    _, status, used = os.wait4(process, 0)
    seconds, mib, code = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)
    wrong = [f"{seconds:.2f} s"] * (seconds > SECONDS) + [f"{mib:.0f} MiB"] * (mib > MIB)
    if code not in (0, 1):
        wrong.append(f"exit {code}" if code > 0 else signal.Signals(-code).name)
    return seconds, mib, ", ".join(wrong)


def main():
    options = argparse.ArgumentParser(description="Hold conversions of the corpus to bounds of time and memory.")
    options.add_argument("--ibid", required=True)
    options.add_argument("--corpus", default="", help="the folder; IBID_SHARED in the environment names another one's parent")
    options.add_argument("--all", action="store_true")
    given = options.parse_args()
    if "IBID_SHARED" in os.environ:
        given.corpus = os.path.join(os.environ["IBID_SHARED"], "corpus")
    if not os.path.isdir(given.corpus):
        print("SKIPPED: the corpus is not there")
        return SKIPPED
    sources, targets = formats(given.ibid)
    found = inputs(given.corpus, sources)
    failed = 0 if found else 1
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for source, paths in sorted(found.items()):
            jobs = [(path, target) for path in (paths if given.all else paths[:LARGEST]) for target in targets]
            results = list(pool.map(lambda job, source=source: convert(given.ibid, job[0], source, job[1]), jobs))
            for (path, target), (_, _, wrong) in zip(jobs, results):
                if wrong:
                    print(f"{path} to {target}: {wrong}")
                    failed += 1
            print(f"{source}: {len(jobs)} conversions, at most {max(r[0] for r in results):.2f} s and {max(r[1] for r in results):.0f} MiB",
                  flush=True)
    print(f"{failed} conversions over {SECONDS} s or {MIB} MiB, or failed" if failed else "all within the bounds")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
