#!/usr/bin/env python3
"""What ibid writes, read by those whom it is written for: BibTeX, biber, and the official schema of CSL-JSON.

    accepted.py --ibid PROGRAM --reader bibtex|biber|csl-schema [--schema FILE] INPUT...

Each input is converted; the reader must find every record of it and complain of nothing. An input that the reader
itself does not take is passed over: what is wrong in it may go back as it came. Exits 77 if the reader is not
installed, or the schema is not there.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
# Variables of CSL 1.0.2 that the official schema of CSL-JSON lacks.
BEYOND_SCHEMA = ("part-number", "supplement-number", "printing-number", "license", "editor-translator")


def skip(reason):
    print("SKIPPED:", reason)
    sys.exit(SKIPPED)


def convert(ibid, path, target, *options):
    done = subprocess.run([ibid, "convert", "-q", path, "--to", target, *options], capture_output=True, timeout=120)
    if done.returncode not in (0, 1):
        raise SystemExit(f"ibid failed on {path}: {done.stderr.decode()}")
    return done.stdout.decode("utf-8")


def keys(text):
    """The citation keys of a .bib file that ibid wrote."""
    return [m.group(2) for m in re.finditer(r"(?m)^@(\w+)\{([^,\s]+),?$", text) if m.group(1) not in ("string", "comment", "preamble")]


def run_bibtex(text):
    """Complaints of BibTeX about a file in which every entry is cited."""
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "refs.bib"), "w", encoding="utf-8") as out:
            out.write(text)
        with open(os.path.join(folder, "all.aux"), "w", encoding="utf-8") as out:
            out.write("\\relax\n\\citation{*}\n\\bibstyle{plain}\n\\bibdata{refs}\n")
        done = subprocess.run(["bibtex", "all"], cwd=folder, capture_output=True, timeout=120)
        log = done.stdout.decode("utf-8", "replace")
        with open(os.path.join(folder, "all.bbl"), encoding="utf-8", errors="replace") as bbl:
            cited = re.findall(r"\\bibitem(?:\[[^]]*\])?\{([^}]*)\}", bbl.read())
    # "empty journal in x" is about the data; what BibTeX cannot read it calls an error, or "repeated", "missing".
    faults = [line for line in log.splitlines() if re.search(r"error message|I was expecting|Illegal|^Repeated|is undefined|unbalanced", line, re.I)]
    lost = [k for k in keys(text) if k not in cited]
    return faults + [f"entry {k} was not found" for k in lost]


def run_biber(text):
    """Complaints of biber in tool mode."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "refs.bib")
        with open(path, "w", encoding="utf-8") as out:
            out.write(text)
        done = subprocess.run(["biber", "--tool", "--nolog", "--output-file", os.path.join(folder, "out.bib"), path],
                              capture_output=True, timeout=300)
        log = done.stdout.decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace")
        written = os.path.join(folder, "out.bib")
        got = open(written, encoding="utf-8", errors="replace").read() if os.path.exists(written) else ""
    found = re.findall(r"(?m)^@\w+\{([^,\s]+),", got)
    faults = [line for line in log.splitlines() if re.search(r"^(ERROR|FATAL|WARN.*(syntax|skipp|unknown|parse|malformed))", line, re.I)]
    lost = [k for k in keys(text) if k not in found]
    return faults + [f"entry {k} was not found" for k in lost]


def check_schema(text, schema):
    import jsonschema
    items = json.loads(text)
    for name in BEYOND_SCHEMA:
        schema["items"]["properties"].setdefault(name, {})
    validator = jsonschema.Draft7Validator(schema)
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(items)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--ibid", required=True)
    parser.add_argument("--reader", required=True, choices=("bibtex", "bibtex-ascii", "biber", "csl-schema"))
    parser.add_argument("--schema")
    parser.add_argument("inputs", nargs="+")
    args = parser.parse_args()
    schema = None
    if args.reader == "csl-schema":
        if not args.schema or not os.path.exists(args.schema):
            skip("the schema of CSL-JSON is not there")
        try:
            import jsonschema  # noqa: F401
        except ImportError:
            skip("python3-jsonschema is not installed")
        with open(args.schema, encoding="utf-8") as f:
            schema = json.load(f)
    elif shutil.which(args.reader.split("-")[0]) is None:
        skip(args.reader + " is not installed")
    if args.reader == "biber" and subprocess.run(["kpsewhich", "plain.bst"], capture_output=True).returncode not in (0, 1):
        skip("no TeX installation")
    options = ["--ascii"] if args.reader == "bibtex-ascii" else []
    target = {"biber": "biblatex", "csl-schema": "csl-json"}.get(args.reader, "bibtex")
    read = {"biber": run_biber, "csl-schema": lambda text: check_schema(text, schema)}.get(args.reader, run_bibtex)
    wrong = passed_over = 0
    for path in args.inputs:
        faults = read(convert(args.ibid, path, target, *options))
        if faults and path.endswith({"csl-schema": ".json"}.get(args.reader, ".bib")):
            with open(path, encoding="utf-8", errors="replace") as original:
                try:
                    at_fault = bool(read(original.read()))
                except ValueError:  # no JSON
                    at_fault = True
            if at_fault:
                passed_over += 1
                continue
        for fault in faults:
            print(f"{path}: {fault}")
        wrong += bool(faults)
    print(f"{len(args.inputs)} files, {passed_over} passed over, {wrong} not accepted")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
