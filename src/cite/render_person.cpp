// Renderer: one name of a list: which of its parts are shown, in which order.
// Specification: CSL 1.0.2, "Name", "Name-part Order", "Name-part Formatting".
#include "cite/person.hpp"
#include "cite/render.hpp"

namespace ibid::cite {
namespace {

/// A part with the looks of its kind, affixes aside.
Output part_output(Piece const& piece, NamePart const& part) {
    Output output = output_of(piece.text());
    Look look = part.look;
    look.prefix.clear(), look.suffix.clear();
    if (look.format != Formatting{} || look.text_case != TextCase::none || look.strip_periods) apply(look, output);
    return output;
}

/// Adds a part behind others, with a blank between where the one before does not take it on.
void join(Output& to, Output part, std::string_view before) {
    if (!to.children.empty() && !joins_next(before)) {
        Output blank;
        blank.text = " ";
        to.children.push_back(std::move(blank));
    }
    to.children.push_back(std::move(part));
}

void put_text(Output& to, std::string_view text) {
    Output node;
    node.text = text;
    to.children.push_back(std::move(node));
}

}  // namespace

Output Renderer::person(Name const& name, NamesElement const& element, bool inverted, GivenLevel level) {
    NameOptions const& options = element.name;
    Style const& style = at_.processor->style();
    if (!name.literal.empty()) {
        Piece const literal{name.literal.plain, {name.literal.marks.begin(), name.literal.marks.end()}};
        Output output = part_output(literal, element.family);
        output.prefix = element.family.look.prefix, output.suffix = element.family.look.suffix;
        return output;
    }
    Person const person = person_of(name);
    bool const sorting = at_.sort_key != nullptr;
    bool const short_form = options.form == NameForm::short_form && level == GivenLevel::base;

    // The given name: whole, as initials, or not at all.
    Initials initials;
    Text given = person.given.text();
    if (short_form && !person.family.empty()) {
        given = {};
    } else if (options.initialize_with && !person.east_asian && !person.family.empty() && !given.empty()) {
        InitialOptions how;
        how.with = *options.initialize_with;
        how.initialize = options.initialize && level != GivenLevel::full;
        how.hyphen = style.initialize_with_hyphen;
        how.first_only = style.first_initial_only;
        initials = initials_of(given, how);
        given = Text(initials.text, initials.marks);
    }
    Piece const given_piece{given.plain, {given.marks.begin(), given.marks.end()}};

    Output to;
    to.role = Role::person;
    if (person.east_asian && person.dropping.empty() && person.non_dropping.empty()) {
        if (!person.family.empty()) to.children.push_back(part_output(person.family, element.family));
        if (!given.empty()) to.children.push_back(part_output(given_piece, element.given));
        return to;
    }
    bool const demoted = style.demote_non_dropping_particle == DemoteParticle::display_and_sort ||
                         (sorting && style.demote_non_dropping_particle == DemoteParticle::sort_only);
    bool const particle_behind = inverted && demoted && !short_form && !person.non_dropping.empty();
    bool const sort_particle = sorting && demoted;

    Output family, given_part;
    if (!person.non_dropping.empty() && !particle_behind && !sort_particle)
        join(family, part_output(person.non_dropping, element.family), {});
    if (!person.family.empty()) join(family, part_output(person.family, element.family), person.non_dropping.plain);
    if (!given.empty()) join(given_part, part_output(given_piece, element.given), {});
    std::string_view before = given.plain;
    bool const drops = short_form && !person.family.empty();
    if (!person.dropping.empty() && !drops) {
        join(given_part, part_output(person.dropping, element.given), before);
        before = person.dropping.plain;
    }
    if (particle_behind || (sort_particle && !short_form && !person.non_dropping.empty()))
        join(given_part, part_output(person.non_dropping, element.family), before);
    if (!family.children.empty()) family.prefix = element.family.look.prefix, family.suffix = element.family.look.suffix;
    if (!given_part.children.empty())
        given_part.prefix = element.given.look.prefix, given_part.suffix = element.given.look.suffix;

    bool const has_family = !family.children.empty(), has_given = !given_part.children.empty();
    if (drops) {
        to.children.push_back(std::move(family));
        return to;
    }
    if (inverted && has_family) {
        to.children.push_back(std::move(family));
        if (has_given) put_text(to, options.sort_separator), to.children.push_back(std::move(given_part));
        if (!person.suffix.empty()) {
            put_text(to, options.sort_separator);
            to.children.push_back(output_of(person.suffix.text()));
        }
        return to;
    }
    if (has_given) to.children.push_back(std::move(given_part));
    if (has_family) {
        if (has_given && !(before.data() == person.dropping.plain.data() && joins_next(before))) put_text(to, " ");
        to.children.push_back(std::move(family));
    }
    if (!person.suffix.empty()) {
        put_text(to, person.comma_suffix ? ", " : " ");
        to.children.push_back(output_of(person.suffix.text()));
    }
    return to;
}

}  // namespace ibid::cite
