#!/usr/bin/env python3
"""The table of diagnostics in tools/README.md is what the program prints of diagnostics.def.

documented.py IBID README           exits 1 and says how if it is not
documented.py IBID README --write   prints the table into the file
"""
import difflib
import re
import subprocess
import sys

BEGIN, END = "<!-- ibid help diagnostics -->\n", "<!-- end -->\n"


def table(ibid):
    text = subprocess.run([ibid, "help", "diagnostics"], capture_output=True, text=True, check=True).stdout
    rows = re.findall(r"^(\S+) \((\w+)\)\n    (.+)$", text, re.M)
    assert rows and 2 * len(rows) == text.count("\n"), "the help does not have the form that is expected here"
    lines = [f"| `{code}` | {severity} | {what} |\n" for code, severity, what in rows]
    return "| code | severity | what happened to the data |\n|---|---|---|\n" + "".join(lines)


def main(ibid, readme, *options):
    with open(readme, encoding="utf-8") as file:
        text = file.read()
    before, found, rest = text.partition(BEGIN)
    there, end, after = rest.partition(END)
    if not found or not end:
        sys.exit(f"{readme}: has no table between {BEGIN.strip()} and {END.strip()}")
    wanted = table(ibid)
    if options == ("--write",):
        with open(readme, "w", encoding="utf-8") as file:
            file.write(before + BEGIN + wanted + END + after)
    elif there != wanted:
        sys.stdout.writelines(difflib.unified_diff(there.splitlines(True), wanted.splitlines(True), readme, "diagnostics.def"))
        sys.exit(f"{readme}: the table of diagnostics is old; tests/checks/documented.py IBID README --write prints it")


if __name__ == "__main__":
    main(*sys.argv[1:])
