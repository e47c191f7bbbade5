// Filters that change values of single records on request.
#include "filters/changing.hpp"
#include "text/rich.hpp"

#include <algorithm>
#include <utility>

namespace ibid {

using filters::changing;

namespace {

bool same_spelling(std::string_view a, std::string_view b) noexcept {
    auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [=](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::unique_ptr<Filter> drop_fields(ItemSink& next, std::vector<std::string> names) {
    return changing(next, [names = std::move(names)](Record& record) {
        for (std::string const& name : names) {
            if (auto const id = variable(name)) record.erase(*id);
            std::vector<Extra> kept;
            for (Extra const& x : record.extras())
                if (!same_spelling(x.name, name) || x.kind == ExtraKind::expression) kept.push_back(x);
            if (kept.size() == record.extras().size()) continue;
            record.clear_extras();
            for (Extra const& x : kept) record.add_extra(x);
        }
    });
}

std::unique_ptr<Filter> make_short_titles(ItemSink& next) {
    return changing(next, [arena = Arena()](Record& record) mutable {
        Text const* const title = record.find(var::title);
        if (title == nullptr || record.has(var::title_short)) return;
        arena.clear();
        Text main = text::split_at_subtitle(*title, arena).first;
        if (std::size_t const colon = main.plain.find(": "); colon != std::string_view::npos) main = text::slice(*title, 0, colon, arena);
        if (!main.empty() && main.plain.size() < title->plain.size()) record.set(var::title_short, main);
    });
}

std::unique_ptr<Filter> map_types(ItemSink& next, TypeMap map) {
    return changing(next, [map = std::move(map)](Record& record) {
        for (auto const& [native, type] : map)
            if (same_spelling(native, record.origin.native_type)) return void(record.type = type);
    });
}

std::unique_ptr<Filter> make_eprint_urls(ItemSink& next) {
    return changing(next, [](Record& record) {
        Text const* const number = record.find(var::eprint);
        Text const* const archive = record.find(var::eprint_type);
        if (number == nullptr || archive == nullptr || record.has(var::URL)) return;
        static constexpr std::pair<std::string_view, std::string_view> places[] = {
            {"arxiv", "https://arxiv.org/abs/"},         {"jstor", "https://www.jstor.org/stable/"},
            {"pubmed", "https://pubmed.ncbi.nlm.nih.gov/"}, {"hdl", "https://hdl.handle.net/"},
            {"googlebooks", "https://books.google.com/books?id="}};
        for (auto const& [name, place] : places) {
            if (!same_spelling(name, archive->plain)) continue;
            std::string const url = std::string(place).append(number->plain);
            Text const one[] = {Text(url)};
            return record.set(var::URL, List(one));
        }
    });
}

}  // namespace ibid
