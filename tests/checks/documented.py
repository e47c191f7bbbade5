#!/usr/bin/env python3
"""What documents show of the program is what it prints: between `<!-- ibid ARGUMENTS -->` and `<!-- end -->` stands
what `ibid ARGUMENTS` writes, as Markdown (`help diagnostics` a table, other help as it is); between `<!-- headings of FOLDER -->` and the end a row for each heading of
the transcripts in the folder beside the document.

documented.py IBID FILE...           exits 1 and says how if one does not
documented.py IBID --write FILE...   prints it into the files
"""
import difflib
import glob
import os
import re
import subprocess
import sys

BLOCK = re.compile(r"(<!-- (ibid|headings of) (.+?) -->\n)(.*?)(<!-- end -->\n)", re.S)


def diagnostics(text):
    rows = re.findall(r"^(\S+) \((\w+)\)\n    (.+)$", text, re.M)
    assert rows and 2 * len(rows) == text.count("\n"), "the help does not have the form that is expected here"
    lines = [f"| `{code}` | {severity} | {what} |\n" for code, severity, what in rows]
    return "| code | severity | what happened to the data |\n|---|---|---|\n" + "".join(lines)


def printed(ibid, arguments):
    text = subprocess.run([ibid, *arguments.split()], capture_output=True, text=True, check=True).stdout
    if arguments == "help diagnostics":
        return diagnostics(text)
    return f"```\n{text}```\n" if arguments.startswith("help ") else text


def headings(folder):
    lines = ["| what ibid answers | shown by |\n|---|---|\n"]
    for path in sorted(glob.glob(os.path.join(folder, "*.console"))):
        with open(path, encoding="utf-8") as file:
            titles = re.findall(r"^### (.+)$", file.read(), re.M)
        name = os.path.join(os.path.basename(folder), os.path.basename(path))
        lines += [f"| {title} | `{name}` |\n" for title in titles]
    return "".join(lines)


def wanted_block(ibid, path, block):
    what = headings(os.path.join(os.path.dirname(path), block[3])) if block[2] == "headings of" else printed(ibid, block[3])
    return block[1] + what + block[5]


def main(ibid, *arguments):
    write = arguments[0] == "--write"
    old = False
    for path in arguments[write:]:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        wanted, blocks = BLOCK.subn(lambda block, path=path: wanted_block(ibid, path, block), text)
        if not blocks:
            sys.exit(f"{path}: shows nothing of the program")
        if write:
            with open(path, "w", encoding="utf-8") as file:
                file.write(wanted)
        elif wanted != text:
            sys.stdout.writelines(difflib.unified_diff(text.splitlines(True), wanted.splitlines(True), path, "the program"))
            old = True
    if old:
        sys.exit("documents are old; tests/checks/documented.py IBID --write FILE... prints them anew")


if __name__ == "__main__":
    main(*sys.argv[1:])
