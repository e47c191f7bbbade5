// How gumbo's tree is walked. The sieve leaves a flat page, but the walk is a loop all the same.
#include "formats/html_page/page.hpp"

#include <gumbo.h>

#include <algorithm>
#include <memory>

namespace ibid::formats::html_page {
namespace {

struct Destroy {
    void operator()(GumboOutput* output) const noexcept { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};

GumboAttribute const* attribute(GumboElement const& element, char const* name) noexcept { return gumbo_get_attribute(&element.attributes, name); }

void add_meta(GumboElement const& element, Page& page) {
    GumboAttribute const* name = attribute(element, "name");
    if (name == nullptr) name = attribute(element, "property");
    GumboAttribute const* const content = attribute(element, "content");
    // An attribute without a value says nothing, and gumbo does not say where that nothing is.
    if (name == nullptr || content == nullptr || content->value[0] == '\0') return;
    bool const quoted = content->original_value.data[0] == '"' || content->original_value.data[0] == '\'';
    page.metas.push_back({name->value, content->value, content->value_start.offset + (quoted ? 1U : 0U)});
}

void add_script(GumboElement const& element, Page& page) {
    GumboVector const& children = element.children;
    for (unsigned i = 0; i < children.length; ++i) {
        auto const& child = *static_cast<GumboNode const*>(children.data[i]);
        if (child.type == GUMBO_NODE_TEXT) page.scripts.push_back({child.v.text.text, child.v.text.start_pos.offset});
    }
}

}  // namespace

Page read_page(std::string_view html) {
    Page page;
    std::string const flat = sieved(html, page.refused);
    std::unique_ptr<GumboOutput, Destroy> const output(gumbo_parse_with_options(&kGumboDefaultOptions, flat.data(), flat.size()));
    std::vector<GumboNode const*> open{output->root};
    while (!open.empty()) {
        GumboNode const& node = *open.back();
        open.pop_back();
        if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE) continue;
        GumboElement const& element = node.v.element;
        if (element.tag == GUMBO_TAG_META) add_meta(element, page);
        else if (element.tag == GUMBO_TAG_SCRIPT) add_script(element, page);
        for (unsigned i = element.children.length; i-- > 0;) open.push_back(static_cast<GumboNode const*>(element.children.data[i]));
    }
    return page;
}

}  // namespace ibid::formats::html_page
