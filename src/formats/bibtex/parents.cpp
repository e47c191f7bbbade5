// How parents are found: passes over the raw file until each that is named has been seen, or is known not to be there.
#include "formats/bibtex/parents.hpp"

#include "formats/bibtex/inheritance.hpp"
#include "formats/bibtex/types.hpp"

namespace ibid::formats::bibtex {
namespace {

constexpr std::size_t padding = 64;
constexpr std::size_t max_remembered = 10000;
constexpr std::size_t max_kept = std::size_t{64} << 20;  // bytes of parents and their keys
constexpr std::size_t key_cost = 128;                    // of one in the table, beside its letters
constexpr int max_passes = 4;  // parents of parents may stand before them

std::string lower(std::string_view key) {
    std::string out(key);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

bool names_parents(std::string_view field, bool related) noexcept {
    return (field.size() == 8 && same_name(field, "crossref")) || (field.size() == 5 && same_name(field, "xdata")) ||
           (related && field.size() == 7 && same_name(field, "related"));
}

}  // namespace

void Parents::want(std::string key) {
    std::size_t const cost = key.size() + key_cost;
    if (size_ + cost > max_kept || !kept_.try_emplace(std::move(key)).second) return;
    size_ += cost;
    ++missing_;
    news_ = true;
}

void Parents::collect_from(grammar::Batch const& batch, bool related) {
    for (grammar::Block const& block : batch.blocks) {
        if (block.kind != grammar::BlockKind::entry) continue;
        for (std::uint32_t i = 0; i < block.field_count; ++i) {
            grammar::Field const& field = batch.fields[block.first_field + i];
            if (!names_parents(field.name, related)) continue;
            for (std::uint32_t t = 0; t < field.token_count; ++t)
                each_key(batch.tokens[field.first_token + t].text, [&](std::string_view key) {
                    want(lower(key));
                });
        }
        if (missing_ == 0) continue;
        auto const wanted = kept_.find(lower(block.key));
        if (wanted == kept_.end() || wanted->second != nullptr) continue;
        --missing_;
        if (size_ + block.source.size() > max_kept) {
            kept_.erase(wanted);
            continue;
        }
        wanted->second = std::make_unique<Kept>();
        wanted->second->bytes = std::string(block.source) + std::string(padding, '\0');
        size_ += block.source.size();
    }
}

void Parents::collect_from(Source& source, bool related) {
    grammar::Batch batch;
    for (;;) {
        std::string_view const window = source.window();
        if (window.empty() && source.at_end()) break;
        batch.clear();
        grammar::Parsed const parsed = grammar::parse(window, source.at_end(), batch, grammar_limits(source));
        collect_from(batch, related);
        if (parsed.consumed == 0 && parsed.need_more) {
            if (!source.more() && source.at_end() && source.window().size() == window.size()) continue;
        } else {
            source.consume(parsed.consumed);
        }
    }
}

/// Whether another pass may find more.
bool Parents::collect_once(Files const& files) {
    std::unique_ptr<Source> const again = files.source.again();
    if (again == nullptr) return false;
    news_ = false;
    collect_from(*again, files.related);
    if (files.database != nullptr)
        for (Database::Open const& open : files.database->files()) {
            if (missing_ == 0) break;
            auto const other = open(bib_family);
            if (other != nullptr && other->name() != files.source.name()) collect_from(*other, files.related);
        }
    return news_ && missing_ != 0;
}

void Parents::remember(grammar::Block const& entry) {
    if (collected_ || kept_.size() >= max_remembered) return;
    auto& kept = kept_[lower(entry.key)];
    if (kept != nullptr) return;
    kept = std::make_unique<Kept>();
    kept->bytes = std::string(entry.source) + std::string(padding, '\0');
}

void Parents::collect(Files const& files) {
    collected_ = true;
    for (int pass = 0; pass < max_passes && collect_once(files); ++pass) {
    }
}

Parent const* Parents::find(std::string_view key, Files const& files) {
    std::lock_guard const lock(mutex_);
    if (!collected_) collect(files);
    auto const at = kept_.find(lower(key));
    if (at == kept_.end() || at->second == nullptr) return nullptr;
    Kept& kept = *at->second;
    if (!kept.parsed) {
        grammar::parse({kept.bytes.data(), kept.bytes.size() - padding}, true, kept.parent.tree, grammar_limits(files.source));
        kept.parsed = true;
    }
    return kept.parent.tree.blocks.empty() ? nullptr : &kept.parent;
}

}  // namespace ibid::formats::bibtex
