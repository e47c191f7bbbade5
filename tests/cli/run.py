#!/usr/bin/env python3
"""Runs transcripts: what a terminal shows when `ibid` is used.

    run.py --ibid PROGRAM [--update] FILE.console...

A transcript is commands and what they print:

    $ printf '@book{k, title = {T}}' | ibid convert --from bibtex --to ris -
    TY  - BOOK
    ...
    $ ibid convert nothing.bib
    ibid: nothing.bib: No such file or directory
    [exit 2]

Each command is run by sh in an empty folder that the transcript has to itself, with `ibid` on PATH, the samples in
$SAMPLES and the fixtures in $FIXTURES. stdout and stderr are compared together, as a terminal shows them. `[exit N]`
stands last where the exit code is not 0. A line `...` stands for any number of lines, and `...` within a line for
anything. A command goes on in the next line, which opens with `> `. Lines before the first command are comments, and
so are headings (`### `) between commands.
--update writes what was printed into the transcripts; read the difference before you commit it.
"""
import argparse
import difflib
import os
import re
import subprocess
import sys
import tempfile

PROJECT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))


def parse(text):
    """The comment before the first command, then a list of [command, expected lines, heading before it]."""
    head, steps, heading = [], [], ""
    for line in text.splitlines():
        if line.startswith("### "):
            heading = line
        elif line.startswith("$ "):
            steps.append([line[2:], [], heading])
            heading = ""
        elif steps and line.startswith("> ") and not steps[-1][1]:
            steps[-1][0] += "\n" + line[2:]
        else:
            (steps[-1][1] if steps else head).append(line)
    return head, steps


def alike(expected, got):
    """Whether the lines printed are those expected, with `...` for anything."""
    form = []
    for line in expected:
        form.append(r"(?:.*\n)*?" if line == "..." else ".*".join(map(re.escape, line.split("..."))) + r"\n")
    return re.fullmatch("".join(form), "".join(line + "\n" for line in got)) is not None


def run(command, folder, environment):
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False)
    text = done.stdout.decode("utf-8", "replace")
    lines = text.split("\n")[:-1] if text.endswith("\n") else text.split("\n") if text else []
    return lines + ([f"[exit {done.returncode}]"] if done.returncode else [])


def check(path, environment, update):
    """The number of commands of a transcript that printed something else."""
    with open(path, encoding="utf-8") as file:
        head, steps = parse(file.read())
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for step in steps:
            command, expected, _ = step
            # Blank lines between commands make a transcript readable; they are not output.
            wanted = list(expected)
            while wanted and not wanted[-1]:
                wanted.pop()
            got = run(command, folder, environment)
            while got and not got[-1]:
                got.pop()
            if alike(wanted, got):
                continue
            failed += 1
            print(f"{path}: $ {command}")
            print("\n".join(difflib.unified_diff(wanted, got, "expected", "printed", lineterm="")))
            step[1] = got + expected[len(wanted):]
    if update and failed:
        with open(path, "w", encoding="utf-8") as file:
            for line in head:
                file.write(line + "\n")
            for command, lines, heading in steps:
                file.write(heading + "\n" if heading else "")
                file.write("$ " + command.replace("\n", "\n> ") + "\n" + "".join(line + "\n" for line in lines))
    print(f"{path}: {len(steps) - failed} of {len(steps)} commands as expected")
    return failed or not steps


def main():
    options = argparse.ArgumentParser(description="Run transcripts of the program ibid.")
    options.add_argument("--ibid", required=True, help="the program")
    options.add_argument("--update", action="store_true", help="write what was printed into the transcripts")
    options.add_argument("transcripts", nargs="+")
    given = options.parse_args()
    environment = {"PATH": os.path.dirname(os.path.abspath(given.ibid)) + ":" + os.environ.get("PATH", "/usr/bin:/bin"),
                   "SAMPLES": os.path.join(PROJECT, "samples"), "FIXTURES": os.path.join(PROJECT, "tests", "fixtures"),
                   "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "TERM": "dumb", "COLUMNS": "80"}
    environment.update({name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")})
    return 1 if any([check(path, environment, given.update) for path in given.transcripts]) else 0


if __name__ == "__main__":
    sys.exit(main())
