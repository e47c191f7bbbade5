#!/usr/bin/env python3
"""Makes the files that the benchmarks measure where no real ones are at hand: always the same bytes.

    generate.py FOLDER              the files of measure.py, about 1 MB each
    generate.py --huge bib|ris|json SIZE_IN_MB > FILE
    generate.py --unclosed N > FILE

The shape is that of tugboat.bib, a carefully kept journal bibliography: 16 fields an entry, values of some 25 bytes,
names aligned in columns; one author of ten with an accent, commands in half of the titles, braces around two thirds;
macros and their concatenation, field names that no format maps. The dense twin has the mapped fields only and no
padding: per byte it costs more, per field the same.
"""
import argparse
import json
import os
import sys

FAMILY = ["Knuth", "Lamport", "Plass", "Smith", "Thanh", "Carlisle", "Mittelbach", "Ostrowski", "Haralambous", "Ion", "MacKay"]
GIVEN = ["Donald E.", "Leslie", "Michael", "Anna", "Barbara", "David", "Frank", "Yannis", "Patrick", "S.", "Hans-Peter"]
# One name of thirty.
RARE_FAMILY = ['B{\\"u}rger', "Erd{\\H{o}}s", "van der Berg", "Nov{\\'a}k", "Garc{\\'\\i}a"]
RARE_GIVEN = ["Ren{\\'e}", "P{\\'a}l", "Ji{\\v{r}}{\\'\\i}", "Mar{\\'\\i}a", "Andr{\\'e}"]
WORDS = ["virtual", "fonts", "and", "the", "{\\TeX}book", "typesetting", "of", "{Greek}", "macros", "for", "hyphenation",
         "patterns", "in", "a", "{\\LaTeX}", "format", "Na{\\\"\\i}ve", "output", "routines:", "an", "update",
         "lines", "breaking", "{PostScript}", "\\emph{Metafont}", "drivers", "on", "small", "computers"]
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MACROS = {"j-annals": "Annals of Typography", "ack-ab": "A. Bee, 12 Long Street, Springfield, e-mail: \\path|ab@example.org|",
          "ack-cd": "C. Dee, University of Springfield"}
UTF8 = {'{\\"u}': "ü", "{\\H{o}}": "ő", "{\\'a}": "á", "{\\'\\i}": "í", "{\\'e}": "é", "{\\v{r}}": "ř", '{\\"\\i}': "ï",
        "{\\TeX}": "TeX", "{\\LaTeX}": "LaTeX", "\\emph{Metafont}": "Metafont", "{Greek}": "Greek", 
        "{PostScript}": "PostScript"}
UNMAPPED = {"bibdate", "bibsource", "acknowledgement", "ISSN-L", "journal-URL", "CODEN"}


class Dice:
    """A linear congruential generator: the same numbers in every version of Python."""

    def __init__(self, seed):
        self.state = seed

    def below(self, end):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return (self.state >> 33) % end

    def pick(self, choices):
        return choices[self.below(len(choices))]


def plain(latex):
    for spelled, letter in UTF8.items():
        latex = latex.replace(spelled, letter)
    return latex


def reference(dice, number):
    """One article: what each of the writers below needs."""
    def name(common, rare):
        return dice.pick(rare if dice.below(30) == 0 else common)
    people = [(name(FAMILY, RARE_FAMILY), name(GIVEN, RARE_GIVEN)) for _ in range(1 + (dice.below(9) == 0))]
    words = [dice.pick(WORDS) for _ in range(3 + dice.below(6))]
    page = 1 + dice.below(900)
    volume, issue = 1 + number % 40, 1 + dice.below(4)
    author = plain(people[0][0]).split()[-1].encode("ascii", "ignore").decode()
    title = " ".join(words)
    return {"key": f"{author}:AT{volume}-{issue}-{number}", "people": people, "title": title[0].upper() + title[1:],
            "volume": str(volume), "issue": str(issue), "first": page, "last": page + dice.below(20),
            "braced": dice.below(3) != 0, "month": 1 + dice.below(12), "year": str(1980 + volume),
            "url": f"http://www.example.org/annals/at{volume:02}-{issue}/at{number}.pdf", "doi": number % 3 == 0}


def bib_fields(ref):
    yield "author", '"' + " and ".join(f"{given} {family}" for family, given in ref["people"]) + '"'
    yield "title", '"{' + ref["title"] + '}"' if ref["braced"] else '"' + ref["title"] + '"'
    yield "journal", "j-annals"
    yield "CODEN", '"ANTYD1"'
    yield "volume", '"' + ref["volume"] + '"'
    yield "number", '"' + ref["issue"] + '"'
    yield "pages", f'"{ref["first"]}--{ref["last"]}"'
    yield "month", MONTHS[ref["month"] - 1]
    yield "year", '"' + ref["year"] + '"'
    yield "ISSN", '"0000-0019"'
    yield "ISSN-L", '"0000-0019"'
    yield "bibdate", '"Fri Jul 13 10:24:20 MDT 2007"'
    yield "bibsource", '"http://www.example.org/bib/index-table-a.html#annals;\n' + 17 * " " \
                       + 'http://www.example.org/bib/annals.bib"'
    yield "URL", '"' + ref["url"] + '"'
    if ref["doi"]:
        yield "DOI", f'"10.5555/at.{ref["volume"]}.{ref["first"]}"'
    else:
        yield "journal-URL", '"http://www.example.org/annals/"'
    yield "acknowledgement", 'ack-ab # " and " # ack-cd'


def bib_head():
    return "".join(f'@String{{{name:21} = "{value}"}}\n' for name, value in MACROS.items()) + "\n"


def bib(ref, dense=False):
    lines = [f"@Article{{{ref['key']},\n"]
    for name, value in bib_fields(ref):
        if not dense:
            lines.append(f"  {name + ' =':15} {value},\n")
        elif name not in UNMAPPED:
            lines.append(f" {name} = {value},\n")
    return "".join(lines) + "}\n\n"


def ris(ref):
    lines = ["TY  - JOUR"]
    lines += [f"AU  - {plain(family)}, {plain(given)}" for family, given in ref["people"]]
    lines += [f"PY  - {ref['year']}", f"DA  - {ref['year']}/{ref['month']:02}/", f"TI  - {plain(ref['title'])}",
              "JO  - Annals of Typography", f"SP  - {ref['first']}", f"EP  - {ref['last']}", f"VL  - {ref['volume']}",
              f"IS  - {ref['issue']}", "SN  - 0000-0019", f"UR  - {ref['url']}"]
    if ref["doi"]:
        lines.append(f"DO  - 10.5555/at.{ref['volume']}.{ref['first']}")
    return "\n".join(lines + [f"ID  - {ref['key']}", "ER  - "]) + "\n"


def csl(ref):
    item = {"ISSN": "0000-0019", "URL": ref["url"],
            "author": [{"family": plain(family), "given": plain(given)} for family, given in ref["people"]],
            "container-title": "Annals of Typography", "id": ref["key"], "issue": ref["issue"],
            "issued": {"date-parts": [[int(ref["year"]), ref["month"]]]}, "page": f"{ref['first']}-{ref['last']}",
            "title": plain(ref["title"]), "type": "article-journal", "volume": ref["volume"]}
    if ref["doi"]:
        item["DOI"] = f"10.5555/at.{ref['volume']}.{ref['first']}"
    return item


def dump(items, **layout):
    return json.dumps(items, ensure_ascii=False, **layout)


def files(count=1500, seed=1):
    """name: text of every file."""
    dice = Dice(seed)
    refs = [reference(dice, number) for number in range(count)]
    items = [csl(ref) for ref in refs]
    return {"generated.bib": bib_head() + "".join(map(bib, refs)),
            "generated.dense.bib": bib_head() + "".join(bib(ref, dense=True) for ref in refs),
            "generated.ris": "".join(map(ris, refs)),
            "generated.json": dump(items, indent=2) + "\n",
            "generated.compact.json": dump(items, separators=(",", ":"))}


def huge(form, size, out):
    """At least `size` bytes of one format, with keys that never come twice."""
    dice = Dice(2)
    refs = [reference(dice, number) for number in range(2000)]
    for ref in refs:
        ref["key"] += "@@@@@@"          # where the number of the block goes
    if form == "json":
        block = ",\n".join(dump(csl(ref)) for ref in refs)
        head, between, tail = "[", ",\n", "]\n"
    else:
        block = "".join((bib if form == "bib" else ris)(ref) for ref in refs)
        head, between, tail = bib_head() if form == "bib" else "", "", ""
    out.write(head.encode())
    block, written, number = block.encode(), 0, 0
    while written < size:
        out.write((between.encode() if number else b"") + block.replace(b"@@@@@@", b"%06d" % number))
        written += len(block)
        number += 1
    out.write(tail.encode())
    return number * len(refs)


def unclosed(count):
    """Entries that each lack the brace that would end them: what makes a careless parser quadratic."""
    return "".join(f"@article{{key{n},\n  title = {{An unclosed {{title {n}\n" for n in range(count))


def main():
    options = argparse.ArgumentParser(description="Make the files that the benchmarks measure.")
    options.add_argument("--huge", choices=["bib", "ris", "json"], help="one big file to stdout")
    options.add_argument("--unclosed", type=int, help="this many unclosed entries to stdout")
    options.add_argument("where", help="the folder to fill; with --huge the size in MB", nargs="?")
    given = options.parse_args()
    if given.unclosed:
        sys.stdout.write(unclosed(given.unclosed))
    elif given.huge:
        huge(given.huge, int(given.where) * 10 ** 6, sys.stdout.buffer)
    else:
        os.makedirs(given.where, exist_ok=True)
        for name, text in files().items():
            with open(os.path.join(given.where, name), "w", encoding="utf-8") as file:
                file.write(text)


if __name__ == "__main__":
    main()
