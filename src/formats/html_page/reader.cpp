// The reader of HTML pages: a file is one page, and one record if the page has metadata of a work.
#include "formats/html_page/describe.hpp"
#include "formats/html_page/mapping.hpp"
#include "formats/html_page/page.hpp"
#include "formats/html_page/residue.hpp"
#include "formats/html_page/types.hpp"
#include "mapping/report.hpp"

#include <algorithm>
#include <string>

namespace ibid::formats::html_page {
namespace {

using mapping::NativeField;

mapping::Engine<Native> const& engine() {
    static mapping::Engine<Native> const ready(field_table::rows, {}, mapping::LetterCase::ignored);
    return ready;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// The name of a meta element as the table has it, in small letters: a point for the colon of a prefix, and no "bepress_".
std::string table_name(std::string_view name) {
    std::string out = lower(name);
    if (out.starts_with("bepress_")) out.erase(0, 8);
    for (std::string_view const prefix : {"dc:", "dcterms:", "prism:", "eprints:"})
        if (out.starts_with(prefix)) out[prefix.size() - 1] = '.';
    return out;
}

/// A value as the table of types has it: "info:eu-repo/semantics/bookPart" and "Book part" are "bookpart".
std::string type_word(std::string_view value) {
    std::string word = lower(value.substr(value.rfind('/') + 1));
    std::erase_if(word, [](char c) { return c == ' ' || c == '-' || c == '_'; });
    return word;
}

class HtmlPageReader final : public Reader {
public:
    explicit HtmlPageReader(ReadContext const& context)
        : source_(context.source), reporter_(context.source, context.diagnostics, context.tracer), native_(engine().names().size()) {}

    bool next(Item& item) override {
        if (done_) return false;
        done_ = true;
        while (!source_.at_end() && source_.window().size() <= source_.limits().record_size) source_.more();
        window_ = source_.window();
        if (window_.size() > source_.limits().record_size) {
            reporter_.put_beyond(Code::too_large, window_.data(), {.message = "the page is longer"});
            return reject();
        }
        page_ = read_page(window_);
        work_ = read_linked_data(page_.scripts);
        tell_of_page();
        item.record.clear();
        take_fields(item.record.arena());
        if (native_.fields().empty()) return false;
        if (reporter_.has_too_many_fields(native_.fields().size(), window_.data())) return reject();
        item.kind = ItemKind::record;
        read(item.record);
        if (reporter_.has_too_many_names(item.record, window_.data())) return reject();
        item.record.begin_changes();
        return true;
    }

private:
    bool reject() noexcept {
        ++rejected_;
        return false;
    }

    [[nodiscard]] char const* at(std::size_t place) const noexcept { return window_.data() + std::min(place, window_.size()); }

    void tell_of_page() {
        for (Refused const& one : page_.refused)
            reporter_.put(Code::skipped_text, at(one.place), {.message = one.is_script ? "a script of more than 4 MiB" : "a meta element with too many attributes"});
        for (std::size_t const place : work_.broken) reporter_.put(Code::skipped_text, at(place), {.message = "a script that is no JSON, or nests too deep"});
        if (work_.others != 0)
            reporter_.put(Code::skipped_text, at(work_.place), {.message = "a page is one record; works on it beside the main one: " + std::to_string(work_.others)});
    }

    void take_fields(Arena& arena) {
        native_.clear();
        char const* references = nullptr;
        std::size_t count = 0;
        for (Meta const& meta : page_.metas) {
            std::string const name = table_name(meta.name);
            if (!is_about_work(name) || meta.content.find_first_not_of(" \t\r\n") == std::string::npos) continue;
            if (name == "citation_reference") {
                if (count++ == 0) references = at(meta.place);
                continue;
            }
            mapping::NameId const id = engine().names().find_unpadded(name);
            std::string_view const spelled = id != mapping::unknown_name ? engine().names().name(id) : arena.copy(meta.name);
            native_.add(id, spelled, meta.content, at(meta.place));
        }
        if (count != 0)
            reporter_.put(Code::skipped_text, references, {.message = std::to_string(count) + " references of the work (citation_reference) are left out"});
        for (LinkedField const& field : work_.fields) {
            mapping::NameId const id = field.is_known ? engine().names().find_unpadded(field.name) : mapping::unknown_name;
            std::string_view const spelled = id != mapping::unknown_name ? engine().names().name(id) : arena.copy(field.name);
            native_.add(id, spelled, field.value, at(work_.place)).node = static_cast<std::uint32_t>(field.agent);
        }
        bool const has_work = std::any_of(native_.fields().begin(), native_.fields().end(), [](NativeField const& f) { return lower(f.name) != "og:type"; });
        if (!has_work) native_.clear();
    }

    void read(Record& record) {
        record.origin.format = "html-page";
        record.set_location(source_.locate(native_.fields().front().where));
        mapping::TypeRow const* const type = decide_type();
        if (type == nullptr) {
            reporter_.put(Code::missing_type, native_.fields().front().where, {.message = "nothing on the page says what the work is"});
        } else {
            record.type = type->type;
            record.origin.native_type = type->subtype.empty() ? type->native : type->subtype;
        }
        Decoder decoder(record, work_.agents, reporter_);
        engine().decode(decoder, native_, record, 0);
        if (type != nullptr && !type->genre.empty() && !record.has(VariableId::genre)) decoder.adopt(VariableId::genre, Text(record.arena().copy(type->genre)));
        if (Date const* const online = record.find(var::available_date); online != nullptr && !record.has(VariableId::issued)) {
            Date const date = *online;
            decoder.adopt(VariableId::issued, date);
        }
        keep_residue(record);
    }

    /// The first row of the table whose sign the page has.
    mapping::TypeRow const* decide_type() {
        std::vector<std::string> names, words;
        for (NativeField& f : native_.fields()) {
            std::string const name = lower(f.name);
            if (name == "dc.type" || name == "dcterms.type") words.push_back(type_word(f.value));
            if (name == "og:type") og_ = lower(f.value);
            if (names.size() < 256 && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
        }
        auto const has = [&](std::vector<std::string> const& all, std::string_view word) { return std::find(all.begin(), all.end(), word) != all.end(); };
        if (words.size() > 64) words.resize(64);
        for (mapping::TypeRow const& row : type_table::rows) {
            bool const fits = row.native == schema_type ? work_.type == row.subtype
                              : row.native == dc_type   ? has(words, row.subtype)
                              : row.native == og_type   ? og_ == row.subtype
                                                        : has(names, lower(row.native));
            if (!fits) continue;
            // An Article is anything; one that has an issue or an ISSN is a journal's.
            bool const in_journal = has(names, "schema.issn") || has(names, "schema.volumenumber") || has(names, "schema.issuenumber");
            bool const is_article = row.native == schema_type && row.subtype == "article";
            claim_types(row.type);
            return is_article && in_journal ? mapping::find_native(type_table::rows, schema_type, "scholarlyarticle") : &row;
        }
        return nullptr;
    }
    /// The words of Dublin Core that say the same, or no more than that it is a text.
    void claim_types(ItemType type) {
        for (NativeField& f : native_.fields()) {
            if (std::string const name = lower(f.name); name != "dc.type" && name != "dcterms.type") continue;
            std::string const word = type_word(f.value);
            mapping::TypeRow const* const row = mapping::find_native(type_table::rows, dc_type, word);
            f.claimed = word == "text" || (row != nullptr && row->type == type);
        }
    }

    void keep_residue(Record& record) {
        Comparison comparison(record);
        for (NativeField const& f : native_.fields()) {
            if (f.claimed || is_furniture(lower(f.name))) continue;
            VariableId const variable = f.id != mapping::unknown_name ? Comparison::variable_of(f, record.type) : VariableId::none;
            if (comparison.says(variable, f.value)) continue;
            bool const shadowed = variable != VariableId::none;
            record.adopt(Extra{"html-page", f.name, record.arena().copy(f.value), {}, shadowed ? ExtraKind::shadowed : ExtraKind::unclaimed, variable});
            if (shadowed) reporter_.put(Code::shadowed_field, f.where, {.field = f.name, .before = f.value});
        }
    }

    Source& source_;
    mapping::Reporter reporter_;
    mapping::NativeRecord native_;
    std::string_view window_{};
    Page page_{};
    LinkedWork work_{};
    std::string og_{};
    bool done_ = false;
};

}  // namespace

std::unique_ptr<Reader> make_reader(ReadContext const& context) { return std::make_unique<HtmlPageReader>(context); }

}  // namespace ibid::formats::html_page
