// Wording: what is said of a diagnostic that brings its own message, and of one that does not.
#include "reports/wording.hpp"

#include "reports/excerpt.hpp"
#include "reports/terminal.hpp"

#include <string_view>

namespace ibid::tools {

namespace {

constexpr std::size_t longest_value = 60;  // bytes of a value that a line shows

std::string severity_word(Severity severity, bool colour) {
    std::string_view const codes[] = {"36;1", "35;1", "31;1", "31;1"};
    return coloured(std::string(spelling(severity)) + ":", codes[static_cast<std::size_t>(severity)], colour);
}

/// The begin of a value in quotation marks; blanks and line ends become one blank each.
std::string quoted(std::string_view value) {
    std::string out = "'";
    for (char const byte : value) {
        bool const blank = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
        if (blank && out.back() == ' ') continue;
        bool const begins = (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
        if (begins && out.size() > longest_value) return out + "...'";
        out += blank ? ' ' : byte;
    }
    return out + "'";
}

/// The first sentence of a code's help as a clause: "the date was not understood; it is kept as text".
std::string clause(Code code) {
    std::string_view help = info(code).help;
    help = help.substr(0, help.find('.'));
    std::string out(help);
    bool const acronym = out.size() > 1 && out[1] >= 'A' && out[1] <= 'Z';
    if (!out.empty() && !acronym && out[0] >= 'A' && out[0] <= 'Z') out[0] = static_cast<char>(out[0] - 'A' + 'a');
    return out;
}

std::string number_of(std::size_t count, std::string const& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

}  // namespace

std::string sentence(Diagnostic const& d) {
    std::string text;
    if (!d.message.empty()) return std::string(d.message);
    if (!d.field.empty()) text = "field '" + std::string(d.field) + "': ";
    text += clause(d.code);
    if (!d.before.empty()) text += ": " + quoted(d.before);
    if (!d.after.empty()) text += (d.before.empty() ? ": " : " -> ") + quoted(d.after);
    return text;
}

std::string describe(Diagnostic const& d, Severity severity, bool colour) {
    std::string place = d.where.file.empty() ? "ibid" : printable(d.where.file);
    if (d.where.line != 0) place += ":" + std::to_string(d.where.line) + ":" + std::to_string(d.where.column);
    std::string text = coloured(place + ":", "1", colour) + " " + severity_word(severity, colour) + " "
                       + printable(sentence(d)) + " [" + std::string(info(d.code).spelling) + "]";
    if (!d.key.empty()) text += " in " + printable(d.key);
    text += "\n";
    text += excerpt(d.source_line, d.where.column, colour);
    if (!d.hint.empty()) text += "    hint: " + printable(d.hint) + "\n";
    return text;
}

namespace {

/// A field may stand several times in a record: what is counted are the fields.
std::string times(std::size_t count) { return count == 1 ? " once" : " " + std::to_string(count) + " times"; }

std::string tally_line(Code code, std::string const& what, std::size_t count, Severity severity, bool colour) {
    std::string text = severity_word(severity, colour) + " ";
    if (code == Code::dropped_field)
        text += what + " dropped" + times(count);
    else if (code == Code::shadowed_field)
        text += what + " kept in the residue" + times(count);
    else if (code == Code::not_said)
        text += what + " not said whole by " + number_of(count, "citation");
    else
        text += std::to_string(count) + " more" + (what.empty() ? "" : " about " + what) + ": " + clause(code);
    return text + " [" + std::string(info(code).spelling) + "]\n";
}

}  // namespace

std::string describe(Tally const& tally, std::size_t shown, Severity severity, bool colour) {
    std::string const field = tally.field.empty() ? std::string{} : "field '" + printable(tally.field) + "'";
    return tally_line(tally.code, field, tally.count - shown, severity, colour);
}

std::string describe(std::span<Tally const> rest, std::size_t shown, Severity severity, bool colour) {
    std::size_t count = 0;
    for (Tally const& tally : rest) count += tally.count - shown;
    return tally_line(rest.front().code, std::to_string(rest.size()) + " more fields", count, severity, colour);
}

std::string describe(Counts const& counts, std::size_t warnings, std::size_t errors) {
    std::string text = number_of(counts.read, "record") + " read, " + std::to_string(counts.written) + " written";
    auto const part = [&text](std::size_t count, char const* what) {
        if (count != 0) text += ", " + std::to_string(count) + " " + what;
    };
    part(counts.made, "made");
    part(counts.rejected, "rejected");
    part(counts.absorbed, "absorbed");
    part(counts.filtered, "filtered out");
    char const* between = "; ";
    if (errors != 0) text += between + number_of(errors, "error"), between = ", ";
    if (warnings != 0) text += between + number_of(warnings, "warning");
    return text + "\n";
}

}  // namespace ibid::tools
