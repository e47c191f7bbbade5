#!/usr/bin/env python3
"""What `ibid cite --to thebibliography` writes, set by LaTeX: no error, no citation left open, with and without natbib.

    latex.py --ibid PROGRAM [--styles DIR --locales DIR] INPUT...

All records of the inputs are cited, in each style. Characters that pdfLaTeX has no glyphs for (Chinese, Cyrillic) are no
fault, and keys that it does not take are passed over.
Exits 77 if there is no LaTeX.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

DOCUMENT = r"""\documentclass{article}
%s
\begin{document}
%s
\bibliographystyle{plain}
\bibliography{refs}
\end{document}
"""


def latex(folder):
    """The log of a run."""
    subprocess.run(["pdflatex", "-draftmode", "-interaction=nonstopmode", "main"], cwd=folder, stdin=subprocess.DEVNULL,
                   capture_output=True, timeout=120, check=False)
    with open(os.path.join(folder, "main.log"), encoding="utf-8", errors="replace") as log:
        return log.read()


def of_other_script(message):
    """Whether LaTeX misses a letter; signs and blanks have to be commands."""
    code = re.search(r"Unicode character .*?\(U\+([0-9A-F]+)\)", message, re.S)
    return code is not None and unicodedata.category(chr(int(code.group(1), 16)))[0] in "LM"


def faults(ibid, paths, style, package):
    """What LaTeX says of the records of some files, cited in a style."""
    with tempfile.TemporaryDirectory() as folder:
        bib = os.path.join(folder, "refs.bib")
        subprocess.run([ibid, "convert", "-q", *paths, "--to", "biblatex", "-o", bib], check=False, timeout=60)
        with open(bib, encoding="utf-8") as file:
            keys = re.findall(r"(?m)^@(?!string|comment|preamble|xdata|set)\w+\{([!-~]+),$", file.read())
            keys = [key for key in dict.fromkeys(keys) if not set(key) & set(",#%\\{}~^\"'()=")]
        if len(keys) < len(paths):
            return [f"{len(keys)} records in {len(paths)} files"]
        with open(os.path.join(folder, "main.tex"), "w", encoding="utf-8") as file:
            file.write(DOCUMENT % (package, "\n\n".join(f"\\cite{{{key}}}" for key in keys)))
        latex(folder)
        done = subprocess.run([ibid, "cite", "-q", "--aux", os.path.join(folder, "main.aux"), "--to", "thebibliography", *style, "-o",
                               os.path.join(folder, "main.bbl")], capture_output=True, text=True, timeout=60, check=False)
        if done.returncode not in (0, 1):
            return [done.stderr]
        unprinted = set(re.findall(r"\[record-not-written\] in (\S+)", done.stderr))
        latex(folder)
        log = latex(folder)
    found = [" ".join(part.split()) for part in re.findall(r"(?ms)^! (.*?^l\.\d+ [^\n]*)", log) if not of_other_script(part)]
    open_keys = set(re.findall(r"Citation [`']([^']+)'", log)) - unprinted
    return found + [f"no entry for {key}" for key in sorted(open_keys)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ibid", required=True)
    parser.add_argument("--styles", default="")
    parser.add_argument("--locales", default="")
    parser.add_argument("inputs", nargs="+")
    options = parser.parse_args()
    if not shutil.which("pdflatex"):
        print("SKIPPED: no pdflatex")
        return 77
    combinations = [("spandidos", [], ""), ("spandidos-apa", [], r"\usepackage{natbib}")]
    if os.path.exists(os.path.join(options.styles, "apa.csl")):
        folders = ["--style-path", options.styles, "--locale-path", options.locales]
        combinations += [("apa", folders, r"\usepackage{natbib}\usepackage[T1]{fontenc}"), ("ieee", folders, ""), ("nature", folders, r"\usepackage{natbib}")]
    bad = 0
    for name, folders, package in combinations:
        for fault in faults(options.ibid, options.inputs, ["--style", name, *folders], package):
            print(f"{name} {package}: {fault}")
            bad += 1
    print(f"{len(options.inputs)} files, {len(combinations)} styles: {bad} faults")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
