// The target that is several files. What stands behind the last record of a part is held back until it is known whether
// another record comes: then it stands before that, in the next part.
#include "target.hpp"

#include "format_choice.hpp"
#include "reports/terminal.hpp"

#include <ibid/sink.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <unistd.h>

namespace ibid::tools {

namespace fs = std::filesystem;

namespace {

/// A verbatim item that outlives its source.
struct Block {
    VerbatimKind kind{};
    std::string format, name, value, source, file;

    explicit Block(Item const& item)
        : kind{item.verbatim.kind}, format{item.verbatim.format}, name{item.verbatim.name}, value{item.verbatim.value},
          source{item.verbatim.source}, file{item.record.origin.where.file} {}

    /// Its views live as long as the block.
    [[nodiscard]] Item item() const {
        Item made;
        made.kind = ItemKind::verbatim;
        made.record.set_location({file, 0, 0});
        made.verbatim = {kind, format, name, value, source};
        return made;
    }
    [[nodiscard]] bool is_blank() const {
        return kind == VerbatimKind::text && std::all_of(source.begin(), source.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
    }
};

std::string lower(std::string_view word) {
    std::string out(word);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

/// The words of a .bib expression that may be macros, in small letters.
template <class F>
void each_word(std::string_view expression, F const& use) {
    constexpr std::string_view parting = " \t\r\n#{}\"(),=";
    for (std::size_t at = 0; (at = expression.find_first_not_of(parting, at)) != expression.npos;) {
        std::size_t const end = std::min(expression.find_first_of(parting, at), expression.size());
        use(lower(expression.substr(at, end - at)));
        at = end;
    }
}

/// What parts may have to repeat, in the order of the file.
class Definitions {
public:
    /// False: it is none.
    bool add(Item const& item) {
        Verbatim const& v = item.verbatim;
        bool const is_macro = v.kind == VerbatimKind::macro || v.kind == VerbatimKind::further_macro;
        if (!is_macro && v.kind != VerbatimKind::preamble && v.kind != VerbatimKind::entry) return false;
        // Macros of one @string go together, under the first: its source has them all.
        if (v.kind != VerbatimKind::further_macro || groups_.empty()) groups_.emplace_back();
        groups_.back().emplace_back(item);
        if (is_macro) macros_[lower(v.name)] = groups_.size() - 1;
        else always_.push_back(groups_.size() - 1);
        return true;
    }

    /// Adds what an expression needs to the groups that are wanted.
    void find_needed(std::string_view expression, std::set<std::size_t>& wanted) const {
        each_word(expression, [&](std::string const& word) {
            auto const macro = macros_.find(word);
            if (macro == macros_.end() || !wanted.insert(macro->second).second) return;
            for (Block const& block : groups_[macro->second]) find_needed_by(block, wanted);
        });
    }
    /// Preambles and entries, with the macros in them.
    void find_always(std::set<std::size_t>& wanted) const {
        for (std::size_t const i : always_) {
            wanted.insert(i);
            for (Block const& block : groups_[i]) find_needed_by(block, wanted);
        }
    }
    [[nodiscard]] std::vector<Block> const& group(std::size_t i) const { return groups_[i]; }
    [[nodiscard]] std::size_t count() const noexcept { return groups_.size(); }

private:
    /// The source: a value has its macros expanded.
    void find_needed_by(Block const& block, std::set<std::size_t>& wanted) const {
        find_needed(block.source, wanted);
        find_needed(block.value, wanted);
    }

    std::vector<std::vector<Block>> groups_;
    std::map<std::string, std::size_t> macros_;
    std::vector<std::size_t> always_;
};

class Parts final : public Target {
public:
    Parts(std::size_t most, fs::path output, fs::path folder, TargetSettings const& settings, Diagnostics& diagnostics)
        : most_{most}, output_{std::move(output)}, folder_{std::move(folder)}, settings_{settings}, diagnostics_{diagnostics} {}

    ~Parts() override {
        close();
        std::error_code error;
        fs::remove_all(folder_, error);
    }

    void put(Item& item) override {
        bool const is_full = writer_ != nullptr && writer_->written() >= most_;
        if (item.kind == ItemKind::verbatim && is_full) return held_.emplace_back(item), void();
        if (writer_ == nullptr || is_full) next_part();
        if (!good_) return;
        if (item.kind == ItemKind::record) define_needed(item.record);
        else if (item.verbatim.format == settings_.to.family && definitions_.add(item)) defined_.insert(definitions_.count() - 1);
        writer_->put(item);
    }

    void finish() override {
        if (number_ == 0) next_part();
        if (good_) write_held();
        close();
    }

    [[nodiscard]] bool wants_more() const noexcept override { return good_ && (sink_ == nullptr || sink_->good()); }

    bool publish() override {
        if (!good_) return false;
        for (std::size_t i = 1; i <= number_; ++i) {
            std::error_code error;
            fs::path const to = part_of(output_, i);
            fs::rename(folder_ / to.filename(), to, error);
            if (error) return report(to, error.message());
        }
        std::error_code error;
        if (fs::path const further = part_of(output_, number_ + 1); fs::exists(further, error))
            print_error("ibid: " + printable(further.string()) + " has been there before and is no part of this\n");
        return true;
    }

    [[nodiscard]] std::size_t written() const noexcept override { return written_ + (writer_ ? writer_->written() : 0); }
    [[nodiscard]] std::size_t rejected() const noexcept override { return rejected_ + (writer_ ? writer_->rejected() : 0); }

private:
    bool report(fs::path const& file, std::string const& why) {
        Diagnostic d;
        d.code = Code::cannot_write;
        std::string const name = file.string();
        d.where.file = name;
        d.message = why;
        diagnostics_.put(d);
        return good_ = false;
    }

    void close() {
        if (writer_ == nullptr) return;
        writer_->finish();
        good_ = sink_->finish() && good_;
        written_ += writer_->written();
        rejected_ += writer_->rejected();
        writer_.reset();
        sink_.reset();
    }

    void next_part() {
        close();
        if (!good_) return;
        sink_ = open_output(folder_ / part_of(output_, ++number_).filename(), settings_.compression, diagnostics_);
        good_ = sink_ != nullptr;
        if (!good_) return;
        writer_ = settings_.to.make_writer({*sink_, diagnostics_, settings_.options, settings_.carry});
        defined_.clear();
        if (number_ == 1) return;
        std::set<std::size_t> wanted;
        definitions_.find_always(wanted);
        define(wanted);
        if (!held_.empty() && held_.front().is_blank()) held_.erase(held_.begin());  // it parted two records
        write_held();
    }

    void write_held() {
        for (Block const& block : std::exchange(held_, {})) {
            Item item = block.item();
            if (block.format == settings_.to.family && definitions_.add(item)) defined_.insert(definitions_.count() - 1);
            writer_->put(item);
        }
    }

    /// A record's values are expressions where they are made of macros.
    void define_needed(Record const& record) {
        if (definitions_.count() == 0 || number_ == 1) return;
        std::set<std::size_t> wanted;
        for (Extra const& extra : record.extras())
            if (!extra.source.empty()) definitions_.find_needed(extra.source, wanted);
        define(wanted);
    }

    void define(std::set<std::size_t> const& wanted) {
        for (std::size_t const i : wanted) {
            if (!defined_.insert(i).second) continue;
            for (Block const& block : definitions_.group(i)) {
                Item item = block.item();
                writer_->put(item);
            }
        }
    }

    std::size_t most_;
    fs::path output_, folder_;
    TargetSettings settings_;
    Diagnostics& diagnostics_;
    Definitions definitions_;
    std::vector<Block> held_;        ///< what stands behind a part that is full
    std::set<std::size_t> defined_;  ///< groups that stand in the part that is open
    std::unique_ptr<Sink> sink_;     ///< of the part that is open
    std::unique_ptr<Writer> writer_;
    std::size_t number_ = 0, written_ = 0, rejected_ = 0;
    bool good_ = true;
};

/// What stands before and behind the number in the names of parts.
std::pair<std::string, std::string> frame_of(fs::path const& output) {
    std::string const name = output.filename().string(), stem = without_extension(name);
    return {stem + "-", name.substr(stem.size())};
}

}  // namespace

fs::path part_of(fs::path const& output, std::size_t number) {
    auto const [before, behind] = frame_of(output);
    std::string digits = std::to_string(number);
    digits.insert(0, digits.size() < 4 ? 4 - digits.size() : 0, '0');
    fs::path part = output;
    return part.replace_filename(before + digits + behind);
}

std::vector<std::string> wholes_of_part(fs::path const& file) {
    std::string const name = file.filename().string();
    std::vector<std::string> wholes;
    for (std::size_t dash = name.find('-'); dash != name.npos; dash = name.find('-', dash + 1)) {
        std::size_t const end = std::min(name.find_first_not_of("0123456789", dash + 1), name.size());
        if (end - dash > 4) wholes.push_back(name.substr(0, dash) + name.substr(end));
    }
    return wholes;
}

bool is_part_of(fs::path const& file, fs::path const& output) {
    std::error_code error;
    auto const folder = [&](fs::path const& path) { return fs::weakly_canonical(fs::absolute(path, error).parent_path(), error); };
    auto const [before, behind] = frame_of(output);
    std::string const name = file.filename().string();
    if (name.size() < before.size() + 4 + behind.size() || !name.starts_with(before) || !name.ends_with(behind)) return false;
    std::string const digits = name.substr(before.size(), name.size() - before.size() - behind.size());
    return std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }) && folder(file) == folder(output);
}

std::unique_ptr<Target> files_of(std::size_t most, fs::path const& output, TargetSettings const& settings, Diagnostics& diagnostics) {
    fs::path folder = output;
    folder.replace_filename("." + output.filename().string() + "." + std::to_string(::getpid()) + ".parts");
    std::error_code error;
    fs::create_directory(folder, error);
    if (error) {
        Diagnostic d;
        d.code = Code::cannot_write;
        std::string const name = output.string(), why = error.message();
        d.where.file = name;
        d.message = why;
        diagnostics.put(d);
        return nullptr;
    }
    return std::make_unique<Parts>(most, output, std::move(folder), settings, diagnostics);
}

}  // namespace ibid::tools
