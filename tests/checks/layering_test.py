#!/usr/bin/env python3
"""Shows that every rule of layering.py can fail: one small tree for each, and what it has to say of it."""
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(__file__))
import layering  # noqa: E402

HOUSE = {
    "include/ibid/a.hpp": "#include <vector>\n",
    "grammars/ris.hpp": "#include <string_view>\n",
    "grammars/ris.cpp": '#include "grammars/ris.hpp"\n#include "support/x3.hpp"\n#include <boost/spirit/home/x3.hpp>\n',
    "grammars/ris_tag.hpp": "",
    "grammars/edtf.hpp": "",
    "grammars/support/x3.hpp": "#include <boost/spirit/home/x3.hpp>\n",
    "grammars/support/scan.hpp": "#include <emmintrin.h>\n",
    "src/text/date.hpp": '#include "grammars/edtf.hpp"\n#include "ibid/a.hpp"\n',
    "src/mapping/row.hpp": '#include "text/date.hpp"\n',
    "src/formats/formats.def": 'IBID_FORMAT(ris, ris, rw, "RIS", "ris", "x")\nIBID_FORMAT(biblatex, bibtex, rw, "B", "b", "x")\n',
    "src/formats/bibtex/reader.cpp": "",
    "src/formats/ris/reader.cpp": '#include "grammars/ris_tag.hpp"\n#include "mapping/row.hpp"\n#include <ibid/a.hpp>\n'
                                  '#include "grammars/support/scan.hpp"\n#include <cstring>\n',
    "src/filters/sort.cpp": '#include "text/date.hpp"\n',
    "src/cite/cite.cpp": "#include <pugixml.hpp>\n",
    "tools/ibid/main.cpp": "#include <boost/program_options.hpp>\n#include <unistd.h>\n",
}


def faults(**changes):
    """The faults of HOUSE with some files of it written anew; `__` stands for a slash and `_dot_` for a dot."""
    with tempfile.TemporaryDirectory() as root:
        files = dict(HOUSE, **{name.replace("__", "/").replace("_dot_", "."): text for name, text in changes.items()})
        for path, text in files.items():
            if text is None:
                continue
            os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
            with open(os.path.join(root, path), "w", encoding="utf-8") as file:
                file.write(text if text.startswith("!") else "// What it is.\n#pragma once\n" + text)
        return "\n".join(layering.House(root).check())


class Rules(unittest.TestCase):
    def test_a_house_in_order_has_no_fault(self):
        self.assertEqual(faults(), "")

    def test_arrows_do_not_run_up(self):
        for change in ({"include__ibid__a_dot_hpp": '#include "../../src/text/date.hpp"\n'},
                       {"grammars__ris_dot_cpp": '#include "ibid/a.hpp"\n'},
                       {"src__text__date_dot_hpp": '#include "mapping/row.hpp"\n'},
                       {"src__text__date_dot_hpp": '#include "grammars/ris.hpp"\n'},
                       {"src__text__date_dot_hpp": '#include "grammars/ris_tag.hpp"\n'},
                       {"src__formats__ris__reader_dot_cpp": '#include "grammars/edtf.hpp"\n'},
                       {"src__formats__ris__reader_dot_cpp": '#include "formats/bibtex/reader.cpp"\n'},
                       {"src__formats__registry_dot_cpp": '#include "ris/reader.cpp"\n'},
                       {"src__filters__sort_dot_cpp": '#include "cite/cite.cpp"\n'},
                       {"src__pipeline__a_dot_cpp": '#include "text/date.hpp"\n'},
                       {"tools__ibid__main_dot_cpp": '#include "../../src/text/date.hpp"\n'}):
            self.assertIn("may include only itself", faults(**change), change)

    def test_outside_libraries_stay_where_they_are_allowed(self):
        for change in ({"include__ibid__a_dot_hpp": "#include <boost/optional.hpp>\n"},
                       {"grammars__ris_dot_hpp": "#include <boost/spirit/home/x3.hpp>\n"},
                       {"src__formats__ris__reader_dot_cpp": "#include <nlohmann/json.hpp>\n"},
                       {"src__mapping__row_dot_hpp": "#include <utf8proc.h>\n"},
                       {"src__filters__sort_dot_cpp": "#include <unistd.h>\n"}):
            self.assertIn("may use only the standard library", faults(**change), change)
        self.assertIn("which includes Boost",
                      faults(src__formats__ris__reader_dot_cpp='#include "grammars/support/x3.hpp"\n'))
        self.assertIn("neither here nor known", faults(src__io__a_dot_cpp="#include <curl/curl.h>\n"))
        self.assertIn("clang 14", faults(src__io__a_dot_cpp="#include <ranges>\n"))

    def test_no_circle(self):
        self.assertIn("is in a circle", faults(include__ibid__a_dot_hpp='#include "ibid/b.hpp"\n',
                                               include__ibid__b_dot_hpp='#include "ibid/a.hpp"\n'))

    def test_files_are_short_and_introduce_themselves(self):
        self.assertIn("more than 400", faults(src__text__date_dot_hpp="\n" * 400))
        self.assertEqual(faults(src__text__date_table_dot_hpp="\n" * 400), "")
        self.assertIn("does not open with a comment", faults(src__text__date_dot_hpp="!"))

    def test_folders_and_the_list_of_formats_agree(self):
        self.assertIn("has no line in", faults(src__formats__nbib__reader_dot_cpp=""))
        self.assertIn("is not there", faults(src__formats__bibtex__reader_dot_cpp=None))

    def test_a_new_folder_needs_a_rule(self):
        self.assertIn("add the folder to LAYERS", faults(src__magic__a_dot_cpp=""))


if __name__ == "__main__":
    unittest.main()
