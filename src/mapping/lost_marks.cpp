// What of a record's marks a format cannot say.
#include "mapping/lost_marks.hpp"

#include "text/latex.hpp"

#include <array>
#include <string>

namespace ibid::mapping {
namespace {

/// What is told of the marks of a value; flags.
enum Lost : unsigned { nothing = 0, markup = 1, protection = 2, subtitle = 4 };

Lost of_mark(Mark const& mark, StyleSet styles) noexcept {
    if (styles.has(mark.style)) return nothing;
    switch (mark.style) {
    case Style::nocase: return protection;
    case Style::subtitle: return subtitle;
    case Style::quoted: return nothing;  // the quotation marks stand in the text
    case Style::math:                    // without an argument the text is the source itself
    case Style::verbatim: return mark.argument.empty() ? nothing : markup;
    default: return markup;
    }
}

unsigned of_text(Text const& text, StyleSet styles) noexcept {
    unsigned lost = nothing;
    for (Mark const& mark : text.marks) lost |= of_mark(mark, styles);
    return lost;
}

constexpr std::array name_parts{&Name::family, &Name::given, &Name::dropping_particle, &Name::non_dropping_particle,
                                &Name::suffix, &Name::literal};

/// Calls `visit(Text const&)` for each text of a value.
template <class Visit>
void each_text(Field const& field, Visit&& visit) {
    switch (field.kind()) {
    case Kind::text: return visit(field.text());
    case Kind::list:
        for (Text const& text : field.list()) visit(text);
        return;
    case Kind::names:
        for (Name const& name : field.names().list)
            for (auto const part : name_parts) visit(name.*part);
        return;
    case Kind::date: return;
    }
}

/// The value as LaTeX, which can say every mark, and without any.
struct Shown {
    std::string before{}, after{};

    explicit Shown(Field const& field, StyleSet styles) {
        each_text(field, [&](Text const& text) {
            if (of_text(text, styles) == nothing) return;
            text::LatexTarget const target{};
            std::string latex(text::latex_size(text, target), '\0');
            latex.resize(static_cast<std::size_t>(text::encode_latex(text, latex.data(), target) - latex.data()));
            before += (before.empty() ? "" : "; ") + latex;
            after.append(after.empty() ? "" : "; ").append(text.plain);
        });
    }
};

void report(Record const& record, Field const& field, unsigned lost, StyleSet styles, LossReporter& losses) {
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

}  // namespace

void report_lost_marks(Record const& record, StyleSet styles, VariableSet const& others, LossReporter& losses) {
    for (Field const& field : record.fields()) {
        unsigned lost = nothing;
        each_text(field, [&](Text const& text) { lost |= of_text(text, styles); });
        if (lost != nothing && !others.has(static_cast<std::size_t>(field.id()))) report(record, field, lost, styles, losses);
    }
}

}  // namespace ibid::mapping
