// Filters that change values of single records on request.
#include "filters/changing.hpp"
#include "filters/field_name.hpp"
#include "text/rich.hpp"

#include <string>
#include <utility>

namespace ibid {

using filters::changing, filters::same_spelling;

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
