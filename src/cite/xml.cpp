// What the parsers of styles and locales share: see xml.hpp.
#include "cite/xml.hpp"

#include <algorithm>
#include <charconv>

namespace ibid::cite::xml {
namespace {

constexpr Spellings<FontStyle, 3> font_styles{{{"normal", FontStyle::normal}, {"italic", FontStyle::italic},
                                               {"oblique", FontStyle::oblique}}};
constexpr Spellings<FontVariant, 2> font_variants{{{"normal", FontVariant::normal},
                                                   {"small-caps", FontVariant::small_caps}}};
constexpr Spellings<FontWeight, 3> font_weights{{{"normal", FontWeight::normal}, {"bold", FontWeight::bold},
                                                 {"light", FontWeight::light}}};
constexpr Spellings<Decoration, 2> decorations{{{"none", Decoration::none}, {"underline", Decoration::underline}}};
constexpr Spellings<VerticalAlign, 3> aligns{{{"baseline", VerticalAlign::baseline}, {"sup", VerticalAlign::sup},
                                              {"sub", VerticalAlign::sub}}};
constexpr Spellings<Display, 4> displays{{{"block", Display::block}, {"left-margin", Display::left_margin},
                                          {"right-inline", Display::right_inline}, {"indent", Display::indent}}};
constexpr Spellings<TextCase, 8> text_cases{
    {{"lowercase", TextCase::lowercase}, {"uppercase", TextCase::uppercase},
     {"capitalize-first", TextCase::capitalize_first}, {"capitalize-all", TextCase::capitalize_all},
     {"sentence", TextCase::sentence}, {"title", TextCase::title}, {"none", TextCase::none},
     {"normal", TextCase::none}}};
constexpr Spellings<Form, 5> forms{{{"long", Form::long_form}, {"short", Form::short_form}, {"verb", Form::verb},
                                    {"verb-short", Form::verb_short}, {"symbol", Form::symbol}}};

using Part = DatePart::Name;
using PartForm = DatePart::PartForm;
constexpr Spellings<Part, 3> part_names{{{"year", Part::year}, {"month", Part::month}, {"day", Part::day}}};
constexpr Spellings<PartForm, 5> part_forms{{{"long", PartForm::long_form}, {"short", PartForm::short_form},
                                             {"numeric", PartForm::numeric},
                                             {"numeric-leading-zeros", PartForm::numeric_leading_zeros},
                                             {"ordinal", PartForm::ordinal}}};

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

}  // namespace

pugi::xml_node Source::load(std::string_view root) {
    // A term may be a blank; blanks between elements are nothing.
    auto const result = document_.load_buffer(text_.data(), text_.size(), pugi::parse_default | pugi::parse_ws_pcdata_single,
                                              pugi::encoding_utf8);
    if (!result) {
        put(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)),
            std::string("not well-formed XML: ") + result.description(), true);
        return {};
    }
    pugi::xml_node const node = document_.document_element();
    if (local_name(node) == root) return node;
    problem(node, "expected the root element " + quoted(root) + ", found " + quoted(local_name(node)), true);
    return {};
}

void Source::put(std::size_t offset, std::string message, bool fatal) {
    if (lines_.empty()) {
        lines_.push_back(0);
        for (std::size_t i = 0; i < text_.size(); ++i)
            if (text_[i] == '\n') lines_.push_back(i + 1);
    }
    offset = std::min(offset, text_.size());
    auto const line = std::upper_bound(lines_.begin(), lines_.end(), offset) - 1;
    auto const column = std::count_if(text_.begin() + static_cast<std::ptrdiff_t>(*line),
                                      text_.begin() + static_cast<std::ptrdiff_t>(offset),
                                      [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; });
    problems_.push_back({static_cast<std::size_t>(line - lines_.begin()) + 1, static_cast<std::size_t>(column) + 1,
                         std::move(message), fatal});
}

void Source::problem(pugi::xml_node where, std::string message, bool fatal) {
    std::ptrdiff_t const offset = where.offset_debug();
    put(static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset - 1, 0)), std::move(message), fatal);  // the '<'
}

void Source::unknown_attribute(pugi::xml_node where, std::string_view name) {
    problem(where, "unknown attribute " + quoted(name) + " of " + quoted(local_name(where)));
}

void Source::unknown_element(pugi::xml_node element) {
    problem(element, "unknown element " + quoted(local_name(element)) + " in " + quoted(local_name(element.parent())));
}

void Source::bad_value(pugi::xml_node where, std::string_view name, std::string_view value) {
    problem(where, "unknown value " + quoted(value) + " of " + quoted(name));
}

std::string_view local(char const* name) noexcept {
    std::string_view const whole = name;
    std::size_t const colon = whole.find(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

bool is_foreign(std::string_view attribute) noexcept {
    return attribute == "xmlns" || attribute.find(':') != std::string_view::npos;
}

std::string text_of(pugi::xml_node node) {
    std::string text;
    for (pugi::xml_node child : node.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
    return text;
}

void read(Source& source, pugi::xml_node node, std::string_view name, std::string_view value, bool& to) {
    if (value == "true" || value == "1") to = true;
    else if (value == "false" || value == "0") to = false;
    else source.bad_value(node, name, value);
}

void read(Source& source, pugi::xml_node node, std::string_view name, std::string_view value, int& to) {
    int number = 0;
    auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error == std::errc() && end == value.data() + value.size() && number >= 0 && number < 1'000'000) to = number;
    else source.bad_value(node, name, value);
}

bool read_look(Source& source, pugi::xml_node node, std::string_view name, std::string_view value, Look& look) {
    if (name == "prefix") look.prefix = value;
    else if (name == "suffix") look.suffix = value;
    else if (name == "text-case") read(source, node, name, value, text_cases, look.text_case);
    else if (name == "strip-periods") read(source, node, name, value, look.strip_periods);
    else if (name == "quotes") read(source, node, name, value, look.quotes);
    else if (name == "display") read(source, node, name, value, displays, look.display);
    else if (name == "font-style") read(source, node, name, value, font_styles, look.format.style);
    else if (name == "font-variant") read(source, node, name, value, font_variants, look.format.variant);
    else if (name == "font-weight") read(source, node, name, value, font_weights, look.format.weight);
    else if (name == "text-decoration") read(source, node, name, value, decorations, look.format.decoration);
    else if (name == "vertical-align") read(source, node, name, value, aligns, look.format.align);
    else return false;
    return true;
}

void read_form(Source& source, pugi::xml_node node, std::string_view value, Form& form) {
    read(source, node, "form", value, forms, form);
}

DatePart read_date_part(Source& source, pugi::xml_node node) {
    DatePart part;
    bool named = false;
    for (pugi::xml_attribute attribute : node.attributes()) {
        std::string_view const name = attribute.name(), value = attribute.value();
        if (name == "name") {
            named = true;
            read(source, node, name, value, part_names, part.name);
        } else if (name == "form") {
            read(source, node, name, value, part_forms, part.form);
        } else if (name == "range-delimiter") {
            part.range_delimiter = value;
            part.has_range_delimiter = true;
        } else if (read_look(source, node, name, value, part.look)) {
            if (name == "text-case") part.has_text_case = true;
            if (name == "strip-periods") part.has_strip_periods = true;
        } else if (!is_foreign(name)) {
            source.unknown_attribute(node, name);
        }
    }
    if (!named) source.problem(node, "a date-part without a name");
    return part;
}

std::string term_name(std::string_view name) { return name == "sub verbo" ? "sub-verbo" : std::string(name); }

}  // namespace ibid::cite::xml
