// The box as text and as a page.
#include "cite/copy_box.hpp"

namespace ibid::tools {

namespace {

constexpr std::string_view title = "Copy and paste a formatted citation";

// The button copies through the clipboard's interface; where a page may not use that (a file, an old browser), through a
// selection. Without scripts there are no buttons, and the text can be selected as any other.
constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Copy and paste a formatted citation</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
section { border: 1px solid #bbb; border-radius: 4px; padding: 0 1.25rem 1rem; margin-bottom: 2rem; }
h1 { font-size: 1.2rem; }
h2 { font-size: 1rem; margin: 1rem 0 .25rem; }
.citation { display: flex; gap: 1rem; align-items: flex-start; }
.citation p { flex: 1; margin: 0; overflow-wrap: anywhere; }
button { font: inherit; padding: .1rem .75rem; cursor: pointer; }
</style>
</head>
<body>
)";
constexpr std::string_view script = R"(<script>
function select(node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}
for (const row of document.querySelectorAll(".citation")) {
  const text = row.querySelector("p");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.setAttribute("aria-label", "Copy: " + text.dataset.style);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = "Copied";
    } catch {
      select(text);
      button.textContent = document.execCommand("copy") ? "Copied" : "Selected";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
  row.append(button);
}
</script>
</body>
</html>
)";

std::string escaped(std::string_view text) {
    std::string html;
    for (char const c : text) {
        switch (c) {
        case '&': html += "&amp;"; break;
        case '<': html += "&lt;"; break;
        case '>': html += "&gt;"; break;
        case '"': html += "&quot;"; break;
        default: html += c;
        }
    }
    return html;
}

}  // namespace

std::string box_as_text(std::vector<std::vector<BoxLine>> const& boxes) {
    std::string text;
    for (auto const& box : boxes) {
        if (!text.empty()) text += '\n';
        (text += title) += '\n';
        for (BoxLine const& line : box) text += line.heading + '\n' + line.text + '\n';
    }
    return text;
}

std::string box_as_html(std::vector<std::vector<BoxLine>> const& boxes) {
    std::string html(head);
    for (auto const& box : boxes) {
        html.append("<section>\n<h1>").append(title).append("</h1>\n");
        for (BoxLine const& line : box) {
            html += "<h2>" + escaped(line.heading) + "</h2>\n<div class=\"citation\"><p data-style=\"" + escaped(line.heading) + "\">" + escaped(line.text) + "</p></div>\n";
        }
        html += "</section>\n";
    }
    return html.append(script);
}

}  // namespace ibid::tools
