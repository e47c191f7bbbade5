// Formatted citations: the tree of a window and the function that makes it; a citation is one line. Not citations of any
// style: those of ibid's own four (src/cite/styles/own_styles.cpp), which are the strings of the box on the article pages
// of Spandidos Publications. The tree has what a line says, by its form alone; what type that is, is not told here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace ibid::grammars::citation {

/// Whose form a line has.
enum class Style : std::uint8_t {
    spandidos,  ///< `Chen J and Ji K: Title. Exp Ther Med 21: 24, 2021`
    apa,        ///< `Chen, J., & Ji, K. (2021). Title. Journal, 21, 24. https://doi.org/10.1000/1`
    mla,        ///< `Chen, J., Ji, K."Title". Journal 21.1 (2021): 24.`
    chicago,    ///< `Chen, J., Ji, K."Title". Journal 21, no. 1 (2021): 24. https://doi.org/10.1000/1`
};

/// One name: either `literal` (an institution, or what has no initials) or the other parts.
struct Name {
    std::string_view family{};
    std::string_view initials{};  ///< as the line has them: "J", "J.", "AB"
    std::string_view particle{};  ///< small words behind the initials, the dropping particle: "Humboldt A von"
    std::string_view particle_before{};  ///< small words before the family name, the non-dropping one: "van der Berg J"
    std::string_view suffix{};    ///< "Jr", "III"
    std::string_view literal{};
};

/// A line. Names [first_name, first_name + name_count) of the batch. What a line does not have is empty.
struct Reference {
    std::string_view source{};  ///< the line, without numbering and the blanks around it
    Style style{};
    bool others = false;        ///< the names end with `et al.`
    std::uint32_t first_name = 0;
    std::uint32_t name_count = 0;
    std::string_view title{};
    std::string_view container{};  ///< a journal or a book; a publisher too where nothing tells the two apart
    std::string_view volume{};
    std::string_view issue{};
    std::string_view page{};       ///< pages, or the number of an article
    std::string_view publisher{};
    std::string_view place{};
    std::string_view year{};       ///< "2021", "44BC", "2019–2020", "in press"
    std::string_view year_suffix{};  ///< "a" of "2021a"
    std::string_view doi{};
};

/// Why a line is no reference.
enum class Code : std::uint8_t {
    not_understood,  ///< it has the form of none of the styles
    too_long,        ///< longer than Limits::max_line
};

struct Problem {
    Code code{};
    std::string_view line{};      ///< without the blanks around it
    char const* where = nullptr;  ///< not_understood: how far the style came that came furthest
    char const* expected = "";    ///< what it would have taken there
};

/// What parse() found, in the order of the file. Lines that are empty or headings of the box leave no trace.
struct Batch {
    std::vector<Name> names;
    std::vector<Reference> references;
    std::vector<Problem> problems;

    void clear() noexcept {
        names.clear();
        references.clear();
        problems.clear();
    }
};

struct Limits {
    std::size_t max_line = std::size_t{64} << 10;   ///< bytes; a longer line is a problem
    std::size_t max_batch = std::size_t{256} << 10;  ///< bytes; parse() returns behind the line that reaches it
    std::size_t max_window = std::size_t{16} << 20;  ///< bytes without a line end after which a line is cut
};

struct Parsed {
    std::size_t consumed = 0;  ///< bytes from the front of the window
    bool need_more = false;    ///< the rest is the beginning of a line whose end is outside the window
};

/// Appends the lines of `window` to the batch; call it again with what it did not consume.
/// `window` begins at the start of a line and has 64 readable bytes behind its end.
Parsed parse(std::string_view window, bool at_end, Batch& batch, Limits const& limits = {});

/// Reads one line, which has 64 readable bytes behind its end: appends to references, or to problems, or to neither.
void parse_line(std::string_view line, Batch& batch);

}  // namespace ibid::grammars::citation
