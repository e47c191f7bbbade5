// Makes a record from nothing and writes it in two formats. Values are copied into the record when they are set.
#include <ibid/ibid.hpp>

#include <iostream>
#include <string>
#include <string_view>

std::string write(ibid::Record const& record, std::string_view format) {
    std::string text;
    ibid::Diagnostics diagnostics;
    ibid::Options const options;
    auto const sink = ibid::sink_to_string(text);
    ibid::WriteContext const context{*sink, diagnostics, options};
    auto const writer = ibid::find_format(format)->make_writer(context);

    ibid::Item item{.kind = ibid::ItemKind::record, .record = record};
    writer->put(item);
    writer->finish();
    sink->finish();
    return text;
}

int main() {
    ibid::Name const menabrea{.family = "Menabrea", .given = "Luigi Federico"};
    ibid::Name const lovelace{.family = "Lovelace", .given = "Ada"};

    ibid::Record record;
    record.set_id("menabrea1843");
    record.type = ibid::ItemType::article_journal;
    record.set(ibid::var::author, {.list = {&menabrea, 1}});
    record.set(ibid::var::translator, {.list = {&lovelace, 1}});
    record.set(ibid::var::title, "Sketch of the Analytical Engine");
    record.set(ibid::var::container_title, "Scientific Memoirs");
    record.set(ibid::var::issued, {.begin = {.year = 1843, .month = 9}});
    record.set(ibid::var::volume, "3");
    record.set(ibid::var::page, "666-731");

    std::string const biblatex = write(record, "biblatex");
    std::string const csl_json = write(record, "csl-json");
    std::cout << biblatex << '\n' << csl_json;

    bool const is_right = biblatex.find("{666--731}") != std::string::npos
                          && biblatex.find("{Lovelace, Ada}") != std::string::npos
                          && csl_json.find("\"article-journal\"") != std::string::npos;
    return is_right ? 0 : 1;
}
