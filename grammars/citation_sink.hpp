// A formatted citation under construction: what the rules write to.
#pragma once

#include "grammars/citation.hpp"
#include "grammars/citation_cuts.hpp"
#include "grammars/citation_words.hpp"

#include <string_view>

namespace ibid::grammars::citation {

class Sink {
public:
    explicit Sink(Batch& batch) noexcept : batch_{batch} {
        now.first_name = static_cast<std::uint32_t>(batch.names.size());
    }

    /// What support::attempt[] and support::split<> need.
    struct Mark {
        Reference now;
        std::size_t names;
        Name last;  // may have been given more parts
    };
    [[nodiscard]] Mark mark() const {
        return {now, batch_.names.size(), batch_.names.empty() ? Name{} : batch_.names.back()};
    }
    void rewind(Mark const& mark) {
        now = mark.now;
        batch_.names.resize(mark.names);
        if (mark.names != 0) batch_.names.back() = mark.last;
    }

    void put_family(std::string_view text) {
        std::size_t const size = particle_at_front(text);
        Name& name = add();
        name.family = text.substr(size);
        name.particle_before = text.substr(0, size != 0 && text[size - 1] == ' ' ? size - 1 : size);
    }
    void put_initials(std::string_view text) { batch_.names.back().initials = text; }
    void put_particle(std::string_view text) { batch_.names.back().particle = text; }
    void put_suffix(std::string_view text) { batch_.names.back().suffix = text; }
    void put_literal(std::string_view text) { add().literal = text; }
    void put_others(std::string_view) { now.others = true; }
    void put_title(std::string_view text) { now.title = text; }
    /// Of a title that ends with a quotation: the full stop behind it is the style's. (spandidos puts its own into the
    /// quotation: there it is the title's.)
    void put_title_before_stop(std::string_view text) {
        for (std::string_view const quote : {"”.", "’."})
            if (text.ends_with(quote)) return put_title(text.substr(0, text.size() - 1));
        put_title(text);
    }
    void put_container(std::string_view text) { now.container = text; }
    void put_volume(std::string_view text) { now.volume = text; }
    void put_issue(std::string_view text) { now.issue = text; }
    void put_page(std::string_view text) { now.page = text; }
    /// A number alone: a volume, if it has not the look of pages.
    void put_number(std::string_view text) { (is_pages(text) ? now.page : now.volume) = text; }
    void put_publisher(std::string_view text) { now.publisher = text; }
    void put_place(std::string_view text) { now.place = text; }
    void put_doi(std::string_view text) { now.doi = text; }
    void put_year(std::string_view text) {
        now.year = text;
        if (is_year(text, now.year_suffix)) now.year.remove_suffix(now.year_suffix.size());
    }

    /// Whether one of the names is a person's.
    [[nodiscard]] bool has_person() const noexcept {
        for (std::size_t i = now.first_name; i < batch_.names.size(); ++i)
            if (!batch_.names[i].family.empty()) return true;
        return false;
    }

    /// The reference, complete.
    [[nodiscard]] Reference finish() noexcept {
        now.name_count = static_cast<std::uint32_t>(batch_.names.size() - now.first_name);
        return now;
    }

    Reference now{};

private:
    Name& add() { return batch_.names.emplace_back(); }

    Batch& batch_;
};

}  // namespace ibid::grammars::citation
