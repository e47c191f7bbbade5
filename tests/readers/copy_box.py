#!/usr/bin/env python3
"""The page that `ibid cite --copy-box --to html` writes, in a browser: each button copies its own citation, to the letter.

    copy_box.py --ibid PROGRAM INPUT

Exits 77 if there is no Chromium.
"""
import argparse
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile

# What stands for the clipboard, and somebody who presses every button.
SCRIPT = """<script>
const copied = [];
Object.defineProperty(navigator, "clipboard", { value: { writeText: async text => { copied.push(text); } } });
for (const button of document.querySelectorAll("button")) button.click();
setTimeout(() => {
  for (const text of copied) {
    const pre = document.createElement("pre");
    pre.textContent = text;
    document.body.append(pre);
  }
  document.body.dataset.labels = [...document.querySelectorAll("button")].map(b => b.textContent).join(" ");
}, 50);
</script>
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ibid", required=True)
    parser.add_argument("input")
    options = parser.parse_args()
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not browser:
        print("SKIPPED: no Chromium")
        return 77

    def cite(*arguments):
        return subprocess.run([options.ibid, "cite", "-q", options.input, *arguments], capture_output=True, text=True, check=True).stdout

    page = cite("--copy-box", "--to", "html").replace("</body>", SCRIPT + "</body>")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "box.html")
        with open(path, "w", encoding="utf-8") as file:
            file.write(page)
        done = subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
                               "--virtual-time-budget=2000", "--dump-dom", "file://" + path], capture_output=True, text=True, timeout=120, check=False)
    copied = [html.unescape(text) for text in re.findall(r"<pre>(.*?)</pre>", done.stdout, re.S)]
    box = cite("--copy-box").splitlines()
    wanted = [line for i, line in enumerate(box) if line and box[i - 1] in ("Spandidos Publications style", "APA", "MLA", "Chicago")]
    if copied != wanted or not wanted:
        print(f"{len(wanted)} citations, {len(copied)} copied")
        for pair in zip(wanted, copied):
            if pair[0] != pair[1]:
                print(f"- {pair[0]}\n+ {pair[1]}")
        print(done.stderr[-2000:])
        return 1
    labels = re.search(r'data-labels="([^"]*)"', done.stdout)
    if labels is None or set(labels.group(1).split()) != {"Copied"}:
        print("the buttons do not say that they have copied")
        return 1
    print(f"{len(copied)} citations copied")
    return 0


if __name__ == "__main__":
    sys.exit(main())
