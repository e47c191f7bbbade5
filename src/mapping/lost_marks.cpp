// What of a record's marks a format cannot say.
#include "mapping/lost_marks.hpp"

#include "text/latex.hpp"

#include <array>
#include <string>

namespace ibid::mapping {
namespace {

/// What is told of the marks of a value; flags.
enum Lost : unsigned { nothing = 0, markup = 1, protection = 2, subtitle = 4 };

constexpr StyleSet protecting{Style::nocase}, dividing{Style::subtitle};
/// Whose text is a reading only if there is an argument; without one it is the source itself.
constexpr StyleSet with_source{Style::math, Style::verbatim};
constexpr StyleSet visible{Style::italic,     Style::bold, Style::superscript, Style::subscript,
                           Style::small_caps, Style::tex,  Style::language};

/// What marks say that the styles do not. Quotation marks stand in the text.
unsigned of_marks(std::span<Mark const> marks, StyleSet styles) noexcept {
    StyleSet const lost = StyleSet::of(marks) - styles;
    if (lost.empty()) return nothing;
    unsigned told = (lost.meets(visible) ? markup : nothing) | (lost.meets(protecting) ? protection : nothing) |
                    (lost.meets(dividing) ? subtitle : nothing);
    if (lost.meets(with_source))
        for (Mark const& mark : marks)
            if (with_source.has(mark.style) && !mark.argument.empty()) told |= markup;
    return told;
}

constexpr std::array name_parts{&Name::family, &Name::given, &Name::dropping_particle, &Name::non_dropping_particle,
                                &Name::suffix, &Name::literal};

bool has_marks(Name const& n) noexcept {
    return (n.family.marks.size() | n.given.marks.size() | n.dropping_particle.marks.size() | n.non_dropping_particle.marks.size() |
            n.suffix.marks.size() | n.literal.marks.size()) != 0;
}

unsigned of_field(Field const& field, StyleSet styles) noexcept {
    unsigned told = nothing;
    switch (field.kind()) {
    case Kind::text: return field.text().marks.empty() ? nothing : of_marks(field.text().marks, styles);
    case Kind::list:
        for (Text const& text : field.list()) told |= of_marks(text.marks, styles);
        return told;
    case Kind::names:
        for (Name const& name : field.names().list) {
            if (!has_marks(name)) continue;
            for (auto const part : name_parts) told |= of_marks((name.*part).marks, styles);
        }
        return told;
    case Kind::date: return nothing;
    }
    return nothing;
}

/// Calls `visit(Text const&)` for each text of a value.
template <class Visit>
void each_text(Field const& field, Visit&& visit) {
    if (field.kind() == Kind::text) visit(field.text());
    if (field.kind() == Kind::list)
        for (Text const& text : field.list()) visit(text);
    if (field.kind() == Kind::names)
        for (Name const& name : field.names().list)
            for (auto const part : name_parts) visit(name.*part);
}

/// The value as LaTeX, which can say every mark, and without any.
struct Shown {
    std::string before{}, after{};

    explicit Shown(Field const& field, StyleSet styles) {
        each_text(field, [&](Text const& text) {
            if (of_marks(text.marks, styles) == nothing) return;
            text::LatexTarget const target{};
            std::string latex(text::latex_size(text, target), '\0');
            latex.resize(static_cast<std::size_t>(text::encode_latex(text, latex.data(), target) - latex.data()));
            before += (before.empty() ? "" : "; ") + latex;
            after.append(after.empty() ? "" : "; ").append(text.plain);
        });
    }
};

}  // namespace

void report_lost_marks(Record const& record, Field const& field, StyleSet styles, LossReporter& losses) {
    unsigned const lost = of_field(field, styles);
    if (lost == nothing) return;
    std::string_view const name = spelling(field.id());
    auto const put = [&](Lost one, Code code) {
        if ((lost & one) == 0 || !losses.wants(code, name)) return;
        Shown const shown(field, styles);
        losses.tell(code, record, name, shown.before, shown.after);
    };
    put(markup, Code::lost_markup);
    put(protection, Code::lost_protection);
    put(subtitle, Code::lost_subtitle);
}

void report_lost_marks(Record const& record, StyleSet styles, VariableSet const& others, LossReporter& losses) {
    for (Field const& field : record.fields())
        if (!others.has(static_cast<std::size_t>(field.id()))) report_lost_marks(record, field, styles, losses);
}

}  // namespace ibid::mapping
