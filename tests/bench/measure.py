"""What the benchmarks share: building, the files that are measured, one run of a program or of a stage under callgrind."""
import fnmatch
import json
import os
import re
import subprocess
import sys

import generate

PROJECT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
WORK = os.path.join(PROJECT, "build", "bench")
WILD_BYTES = 8_000_000
BLOCK = 1_000_000
MARK = "@@@@@@"
# Fields of a .bib that a mapping knows; the dense twin of a real file keeps these only.
MAPPED = {"author", "editor", "title", "journal", "booktitle", "volume", "number", "pages", "month", "year", "issn",
          "isbn", "doi", "url", "publisher", "address", "series", "edition", "note", "abstract", "keywords"}


def say(*words):
    print(*words, file=sys.stderr, flush=True)


def shared():
    """Data kept beside the project, or None."""
    place = os.environ.get("IBID_SHARED") or os.path.join(PROJECT, "..", "shared")
    return place if os.path.exists(os.path.join(place, "bench")) else None


def build(preset, *targets):
    """Builds targets in build/PRESET and returns that folder."""
    script = 'top=$1 preset=$2; shift 2; source "$top/tools/build.sh"; install_packages build test bench; ' \
             'tree=$top/build/$preset; lock "$tree"; configure "$tree" --log-level=NOTICE --preset "$preset" -DIBID_TESTS=ON && ' \
             'build "$tree" --target "$@"'
    command = ["bash", "-euc", script, "tests/bench", PROJECT, preset, *targets]
    if subprocess.run(command, stdout=sys.stderr, check=False).returncode:
        raise SystemExit("the build failed")
    return os.path.join(PROJECT, "build", preset)


def write(name, data):
    path = os.path.join(WORK, name)
    os.makedirs(WORK, exist_ok=True)
    with open(path, "wb") as file:
        file.write(data if isinstance(data, bytes) else data.encode())
    return path


def dense(text):
    """A .bib laid out like tugboat.bib (a field a line, values that go on indented) without padding and unmapped fields."""
    out = []
    for entry in re.split(r"\n(?=@)", text):
        if not re.match(r"@(?!string|preamble|comment)\w+\{", entry, re.I):
            out.append(re.sub(r"(?m)^(@String\{\S+)\s+=\s+", r"\1 = ", entry))
            continue
        lines = re.sub(r"\n {10,}", " ", entry).split("\n")
        kept = [lines[0]]
        for line in lines[1:]:
            field = re.match(r"\s+([\w-]+)\s*=\s*(.*)", line)
            if field is None:
                kept.append(line)
            elif field.group(1).lower() in MAPPED:
                kept.append(f" {field.group(1)} = {field.group(2)}")
        out.append("\n".join(kept))
    return "\n".join(out)


def wild(folder):
    """The wild files in the order of their names, up to 8 MB; one encoding, as any file has: UTF-8."""
    parts, size = [], 0
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name, "input.bib"), "rb") as file:
            data = file.read()
        if size + len(data) > WILD_BYTES:
            break
        size += len(data)
        try:
            data.decode()
        except UnicodeDecodeError:
            data = data.decode("latin-1").encode()
        parts.append(data)
    return b"\n".join(parts)


def generated_files():
    return [write(name, text) for name, text in generate.files().items()]


def real_files():
    """The files kept beside the project, and what is made of them."""
    folder = os.path.join(shared(), "bench")
    bib, ris, csl = (os.path.join(folder, "tugboat." + end) for end in ("bib", "ris", "csl.json"))
    with open(bib, encoding="utf-8", errors="surrogateescape") as file:
        twin = dense(file.read()).encode("utf-8", "surrogateescape")
    with open(csl, encoding="utf-8") as file:
        compact = json.dumps(json.load(file), ensure_ascii=False, separators=(",", ":"))
    files = [bib, write("tugboat.dense.bib", twin)]
    wild_folder = os.path.join(shared(), "corpus", "serde_bibtex", "bibtex")
    if os.path.exists(wild_folder):
        files.append(write("wild.bib", wild(wild_folder)))
    return files + [ris, csl, write("tugboat.compact.json", compact)]


def enlarged(path, form, size=None, without=None):
    """(path, records) of a file made of the records of another one: each so often that it has about `size` bytes, the
    keys never twice; of a file of more than BLOCK bytes every n-th record, so that a small file and a large one have the
    same mixture. Without a size: all records once. `without`: a pattern; records that match are left out."""
    with open(path, encoding="utf-8-sig", errors="surrogateescape") as file:
        head, records = parts(file.read(), form)
    if without:
        records = [record for record in records if not re.search(without, record)]
    encoded = [record.encode("utf-8", "surrogateescape") for record in records]
    if size:
        share = min(1, BLOCK / sum(map(len, encoded)))
        encoded = [record for n, record in enumerate(encoded) if int((n + 1) * share) > int(n * share)]
    times = max(1, round(size / sum(map(len, encoded)))) if size else 1
    open_, between, close = {"csl-json": (b"[\n", b",\n", b"\n]\n")}.get(form, (b"", b"", b""))
    block = between.join(encoded)
    name, extension = os.path.basename(path).split(".", 1)
    made = os.path.join(WORK, f"{name}-{f'{size / 1e6:g}M' if size else 'some'}.{extension}")
    os.makedirs(WORK, exist_ok=True)
    with open(made, "wb") as file:
        file.write(head.encode("utf-8", "surrogateescape") + open_)
        for number in range(times):
            file.write((between if number else b"") + block.replace(MARK.encode(), b"-%06d" % number if size else b""))
        file.write(close)
    return made, times * len(encoded)


def parts(text, form):
    """The head of a file and its records, with a mark behind each key."""
    if form == "csl-json":
        return "", [json.dumps({**item, "id": f"{item['id']}{MARK}"}, ensure_ascii=False, indent=2) for item in json.loads(text)]
    if form == "ris":
        return "", [re.sub(r"(?m)^(ID  - .*)$", rf"\1{MARK}", record, count=1) for record in re.split(r"(?m)^(?=TY  - )", text)[1:]]
    entries = re.split(r"(?m)^(?=@)", text)
    heads = [entry for entry in entries if re.match("@(string|preamble)", entry, re.I)]
    found = [re.sub(r"\A(@\w+\{\s*[^,\s]+)", rf"\1{MARK}", entry) for entry in entries
             if re.match(r"@(?!string|preamble|comment)\w+\{", entry, re.I)]
    return "".join(heads), found


def budgets():
    """Rows of budgets.txt: budget (infinite for `-`), unit, stage, file pattern."""
    with open(os.path.join(PROJECT, "tests", "bench", "budgets.txt"), encoding="utf-8") as file:
        rows = [line.split() for line in file if line.strip() and not line.startswith("#")]
    return [(float(budget.replace("-", "inf")), unit.replace("-", " "), stage, pattern) for budget, unit, stage, pattern in rows]


def field_budget(stage, path):
    """What a field may cost; infinite where budgets.txt does not say."""
    fitting = (budget for budget, unit, of, pattern in budgets()
               if unit == "field" and fnmatch.fnmatch(stage, of) and fnmatch.fnmatch(os.path.basename(path), pattern))
    return next(fitting, float("inf"))


def rows(files, wanted):
    """(budget, unit, stage, file) for every stage and the files it is for; wanted: a pattern of stage names. Where
    several rows of budgets.txt fit a stage and a file, the first one counts."""
    seen = set()
    for budget, unit, stage, pattern in budgets():
        if unit not in ("doubling", "field") and fnmatch.fnmatch(stage, wanted):
            for path in files:
                if fnmatch.fnmatch(os.path.basename(path), pattern) and (stage, path) not in seen:
                    seen.add((stage, path))
                    yield budget, unit, stage, path


def timed(tree, stage, path):
    """Natively: {"unit", "bytes", "fields", "records", "seconds", "peak_kib"}; None if the stage failed."""
    done = subprocess.run([os.path.join(tree, "tests", "bench", "ibid_bench"), stage, path], stdout=subprocess.PIPE,
                          text=True, check=False)
    return json.loads(done.stdout) if done.returncode == 0 else None


def instructions(tree, stage, path, keep=None):
    """Under callgrind: the instructions of one run of the stage, set-up excluded."""
    return counted([os.path.join(tree, "tests", "bench", "ibid_bench"), stage, path], ["--collect-atstart=no"], keep)


def counted(command, options=(), keep=None):
    """The instructions of a command that prints to nobody, by callgrind."""
    out = keep or os.path.join(WORK, f"callgrind.{os.getpid()}")
    subprocess.run(["valgrind", "--tool=callgrind", *options, f"--callgrind-out-file={out}", "-q", *command],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    with open(out, encoding="utf-8", errors="replace") as file:
        total = int(re.search(r"^(?:totals|summary): (\d+)", file.read(), re.M).group(1))
    if not keep:
        os.remove(out)
    return total


def by_perf(command):
    """The same by the processor's own counter; ValueError where it cannot be asked."""
    done = subprocess.run(["perf", "stat", "-x,", "-e", "instructions:u", *command], stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, text=True, check=True)
    return int(next(line for line in done.stderr.splitlines() if "instructions" in line).split(",")[0])


def peak(tree, command, limit=3600, **streams):
    """Runs a command: (exit code, peak memory of its largest process in MiB, CPU seconds); 124: a process of it was
    stopped after `limit` seconds of CPU, or all of it after twenty times as long by the clock.
    With `output` what it prints is given to that function as a stream, meanwhile."""
    output = streams.pop("output", None)
    told, tell = os.pipe()
    program = os.path.join(tree, "tests", "bench", "ibid_peak")
    process = subprocess.Popen([program, str(tell), str(limit), *command], pass_fds=[tell],
                               stdout=subprocess.PIPE if output else subprocess.DEVNULL, **streams)
    os.close(tell)
    if output:
        output(process.stdout)
    process.wait()
    with os.fdopen(told) as file:
        code, kib, seconds = file.read().split()
    return int(code), int(kib) / 1024, float(seconds)
