#!/usr/bin/env python3
"""Holds the rules of the house that no compiler knows; the table of src/README.md is the table below.

    layering.py [PROJECT]

Who may include whom, outside libraries, circles, sizes, opening comments, formats.def, the top level.
Prints one line for each fault, what to do included, and exits 1 if there is one.
"""
import os
import re
import subprocess
import sys

MAX_LINES = 400
CODE = (".hpp", ".cpp", ".def")
TOP_LEVEL = {"CMakeLists.txt", "README.md", "include", "src", "grammars", "tools", "tests", "samples", "LICENSE",
             "CHANGELOG.md", "CONTRIBUTING.md", "CMakePresets.json", "vcpkg.json"}

# Outside libraries by the headers that belong to them. What matches none of these is the standard library if it is
# one word, else it is unknown, and a fault.
OUTSIDE = {
    "Boost.Spirit": r"boost/(spirit|fusion|mpl|phoenix|proto|type_index|optional|variant|range|config|version)\b.*",
    "Boost.ProgramOptions": r"boost/program_options.*",
    "nlohmann/json": r"nlohmann/.*",
    "utf8proc": r"utf8proc\.h",
    "gumbo": r"gumbo\.h",
    "pugixml": r"pugixml\.hpp",
    "ICU": r"unicode/.*",
    "compression": r"(zlib|lzma|bzlib|zstd|zstd_errors|minizip/unzip)\.h",
    "POSIX": r"(unistd|fcntl|poll|signal|dirent|strings|langinfo|locale|iconv|pthread|fnmatch|glob)\.h|sys/\w+\.h",
    "SIMD": r"\w*mmintrin\.h|immintrin\.h|arm_neon\.h",
}
STANDARD = re.compile(r"[a-z_0-9]+")

# folder: (what it may include besides itself, outside libraries). The longest folder that fits a file counts.
# "{x}" is the last part of the folder that a "*" stood for; "grammars/helpers" are those that are no format's, and
# support.
LAYERS = {
    "include/ibid": ([], []),
    "grammars": ([], ["SIMD"]),
    "grammars/support": (["grammars"], ["SIMD", "Boost.Spirit"]),
    "src/ir": (["include/ibid"], ["SIMD"]),
    "src/io": (["include/ibid"], ["POSIX", "SIMD", "compression"]),
    "src/diagnostics": (["include/ibid", "src/io"], []),
    "src/text": (["include/ibid", "grammars/helpers"], ["utf8proc", "SIMD"]),
    "src/mapping": (["include/ibid", "src/text"], ["SIMD"]),
    "src/formats": (["include/ibid"], []),
    "src/formats/*": (["include/ibid", "grammars/{x}", "grammars/support", "src/mapping", "src/text", "src/formats"],
                      ["SIMD"]),
    "src/formats/ibid_json": (["include/ibid", "src/mapping", "src/text", "src/formats"], ["nlohmann/json"]),
    "src/formats/html_page": (["include/ibid", "src/mapping", "src/text", "src/formats"], ["nlohmann/json", "gumbo"]),
    "src/filters": (["include/ibid", "src/text", "grammars/query"], []),
    "src/cite": (["include/ibid", "src/text"], ["pugixml", "ICU"]),
    "src/pipeline": (["include/ibid"], []),
    "tools/ibid": (["include/ibid"], ["Boost.ProgramOptions", "nlohmann/json", "POSIX"]),
    "samples/api": (["include/ibid"], []),
}
# Where X3 lives: beside grammars/support, in the .cpp files of the grammars.
SPIRIT_ONLY_IN_CPP = "grammars"

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', re.M)
# A line of formats.def: its format and the folder that serves it.
FORMAT = re.compile(r"^[ \t]*IBID_FORMAT\(\s*([a-z0-9_]+)\s*,\s*([a-z0-9_]+)\s*,", re.M)


def inside(path, folder):
    """Whether a file belongs to a folder, or to a grammar: grammars/ris holds grammars/ris.hpp and ris_tag.hpp."""
    stem = os.path.splitext(path)[0]
    return path.startswith(folder + "/") or folder.startswith("grammars/") and (stem + "_").startswith(folder + "_")


class House:
    def __init__(self, root):
        self.root = root
        self.faults = []
        self.texts = {}
        for top in ("include", "grammars", "src", "tools", "samples", "tests"):
            for folder, _, names in os.walk(os.path.join(root, top)):
                for name in sorted(names):
                    if name.endswith(CODE):
                        path = os.path.relpath(os.path.join(folder, name), root)
                        with open(os.path.join(root, path), encoding="utf-8", errors="replace") as file:
                            self.texts[path] = file.read()
        self.formats = {path.split("/")[2] for path in self.texts if re.match(r"src/formats/[^/]+/", path)}
        self.includes = {path: [self.resolve(path, *found) for found in INCLUDE.findall(text)]
                         for path, text in self.texts.items()}

    def fault(self, path, what, remedy):
        self.faults.append(f"{path}: {what}; {remedy}")

    def resolve(self, path, quote, target):
        """The file of the project that is meant, or the target in <> if it is none of ours."""
        own = [os.path.dirname(path)] if quote == '"' else []
        for base in own + ["include", "", "src", "tools/ibid", "tests"]:
            candidate = os.path.normpath(os.path.join(base, target))
            if candidate in self.texts:
                return candidate
        return f"<{target}>"

    def layer(self, path):
        """The row of the table for a file: its folder, what it may include, its outside libraries."""
        best = None
        for folder, (may, outside) in LAYERS.items():
            stem, _, star = folder.partition("/*")
            x = re.match(re.escape(stem) + r"/([^/]+)/", path) if "*" in folder else None
            if not (x if "*" in folder else inside(path, folder)):
                continue
            real = f"{stem}/{x.group(1)}" if x else folder
            if best is None or len(real) > len(best[0]) or "*" not in folder and real == best[0]:
                best = (real, [m.format(x=x.group(1) if x else "") for m in may], outside)
        return best

    def may_include(self, path, target, folder, may):
        if folder == "src/formats":       # its own files only: it declares the formats, it does not look into them
            return target.count("/") == 2 and inside(target, folder) or inside(target, "include/ibid")
        if inside(target, folder):
            return True
        for allowed in may:
            if allowed == "grammars/helpers":
                if target.startswith("grammars/") and not any(inside(target, f"grammars/{x}") for x in self.formats):
                    return True
            elif allowed == "src/formats":
                if inside(target, allowed) and target.count("/") == 2:
                    return True
            elif inside(target, allowed):
                return True
        return False

    def check_includes(self):
        for path, targets in self.includes.items():
            row = self.layer(path)
            if row is None:
                if path.startswith("src/"):
                    self.fault(path, "is in a folder without a rule", "add the folder to LAYERS and to src/README.md")
                continue
            folder, may, outside = row
            for target in targets:
                if not target.startswith("<"):
                    if not self.may_include(path, target, folder, may):
                        self.fault(path, f"includes {target}", f"{folder} may include only itself"
                                   + "".join(f", {m}" for m in may) + ": turn the dependency round or move the code")
                    elif self.hides_boost(path, target):
                        self.fault(path, f"includes {target}, which includes Boost",
                                   "split what needs no Boost into a header of its own")
                    continue
                name = target[1:-1]
                library = next((lib for lib, form in OUTSIDE.items() if re.fullmatch(form, name)), None)
                spirit = library == "Boost.Spirit" and folder == SPIRIT_ONLY_IN_CPP and path.endswith(".cpp")
                if name == "ranges":
                    self.fault(path, "includes <ranges>", "clang 14 cannot compile its views; write the loop")
                elif library is None and not STANDARD.fullmatch(name):
                    self.fault(path, f"includes {target}, which is neither here nor known",
                               "correct the path, or name the library in OUTSIDE of tests/checks/layering.py")
                elif library is not None and library not in outside and not spirit:
                    self.fault(path, f"uses {library}", f"{folder} may use only the standard library"
                               + "".join(f", {o}" for o in outside) + ": hide it behind a function of a folder that may")

    def hides_boost(self, path, target):
        """Whether a file outside the grammars gets Boost.Spirit with what it includes of them."""
        if path.startswith(("grammars/", "tests/")) or not target.startswith("grammars/"):
            return False
        seen, todo = set(), [target]
        while todo:
            at = todo.pop()
            if at.startswith("<boost/"):
                return True
            if at not in seen:
                seen.add(at)
                todo += self.includes.get(at, [])
        return False

    def check_circles(self):
        done, trail = set(), []

        def visit(path):
            if path in trail:
                circle = trail[trail.index(path):] + [path]
                self.fault(path, "is in a circle: " + " -> ".join(circle), "move what both need into a third header")
                return
            if path in done or path not in self.includes:
                return
            trail.append(path)
            for target in self.includes[path]:
                visit(target)
            done.add(trail.pop())

        for path in self.includes:
            visit(path)

    def check_files(self):
        for path, text in self.texts.items():
            table = path.endswith(".def") or re.search(r"_table\.\w+$", path)
            lines = text.count("\n")
            if lines > MAX_LINES and not table:
                self.fault(path, f"has {lines} lines, more than {MAX_LINES}",
                           "look for the seam and split it; a table of data is named *_table.* or *.def")
            if not text.startswith("//"):
                self.fault(path, "does not open with a comment", "say in two to five lines what it is and what it is not")
            if path.endswith(".hpp") and "#pragma once" not in text:
                self.fault(path, "has no #pragma once", "add it below the opening comment")

    def check_formats(self):
        serves = {folder: name for name, folder in FORMAT.findall(self.texts.get("src/formats/formats.def", ""))}
        for folder in sorted(self.formats - set(serves)):
            self.fault(f"src/formats/{folder}", "has no line in src/formats/formats.def", "add its IBID_FORMAT line")
        for folder in sorted(set(serves) - self.formats):
            self.fault("src/formats/formats.def", f"lists {serves[folder]}, and src/formats/{folder} is not there",
                       "add the folder, or take the line out")

    def check_top_level(self):
        git = subprocess.run(["git", "-C", self.root, "ls-files"], capture_output=True, text=True, check=False)
        tops = {name.split("/")[0] for name in git.stdout.splitlines()} if git.returncode == 0 else set()
        for name in sorted(name for name in tops - TOP_LEVEL if not name.startswith(".")):
            self.fault(name, "is new at the top level", "the top level is fixed; put it into one of its folders")

    def check(self):
        self.check_includes()
        self.check_circles()
        self.check_files()
        self.check_formats()
        self.check_top_level()
        return self.faults


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), "..", "..")
    house = House(os.path.abspath(root))
    faults = house.check()
    print("\n".join(faults) if faults else f"{len(house.texts)} files keep the rules")
    return 1 if faults else 0


if __name__ == "__main__":
    # git may refuse a checkout that another user owns; then the top level is not looked at.
    sys.exit(main())
