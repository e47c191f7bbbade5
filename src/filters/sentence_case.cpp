// Titles in sentence case: which records, and where the language is not said, how it is told.
#include "filters/changing.hpp"
#include "ibid/format.hpp"
#include "text/languages.hpp"
#include "text/letter_case.hpp"
#include "text/reads_english.hpp"

#include <map>
#include <string>
#include <utility>

namespace ibid {
namespace {

/// Whether the record's language is English; without one the answer is `unknown`.
bool is_english(Record const& record, bool unknown) {
    List const* const languages = record.find(var::language);
    if (languages == nullptr || languages->empty()) return unknown;
    return text::is_english(languages->front().plain);
}

void change(Record& record, Arena& arena) {
    for (TextKey const key : {var::title, var::title_short, var::volume_title, var::part_title}) {
        Text const* const title = record.find(key);
        if (title == nullptr || !text::is_title_case(*title)) continue;
        arena.clear();
        record.set(key, text::sentence_case(*title, arena));
    }
}

class Habit final : public Filter {
public:
    using Filter::Filter;

    void put(Item& item) override {
        if (item.kind != ItemKind::record) return next_.put(item);
        Record& record = records_.emplace_back(std::move(item.record));
        long& balance = balances_[std::string(record.origin.where.file)];
        balance += reading(record) == text::Reading::english;
        balance -= 9 * (reading(record) == text::Reading::other);
    }

    void finish() override {
        Arena arena;
        Item item;
        for (Record& record : records_) {
            item.record = std::move(record);
            if (is_bib(item.record) && takes(item.record)) change(item.record, arena);
            next_.put(item);
        }
        records_.clear();
        Filter::finish();
    }

private:
    static text::Reading reading(Record const& record) {
        Text const* const title = record.find(var::title);
        return title == nullptr ? text::Reading::unknown : text::reads_as(title->plain);
    }

    bool takes(Record const& record) {
        if (record.has(var::language)) return is_english(record, false);
        text::Reading const read = reading(record);
        if (read == text::Reading::unknown) return balances_[std::string(record.origin.where.file)] > 0;
        return read == text::Reading::english;
    }

    bool is_bib(Record const& record) {
        auto const [at, is_new] = families_.try_emplace(std::string(record.origin.format));
        if (is_new) {
            Format const* const format = find_format(record.origin.format);
            at->second = format != nullptr && format->family == "bibtex";
        }
        return at->second;
    }

    std::vector<Record> records_;
    std::map<std::string, long> balances_;  ///< by file: above 0 if nine of ten titles that can be told read English
    std::map<std::string, bool> families_;
};

}  // namespace

std::unique_ptr<Filter> sentence_case(ItemSink& next, SentenceCase which) {
    if (which == SentenceCase::habit) return std::make_unique<Habit>(next);
    return filters::changing(next, [which, arena = Arena()](Record& record) mutable {
        if (is_english(record, which == SentenceCase::all)) change(record, arena);
    });
}

}  // namespace ibid
