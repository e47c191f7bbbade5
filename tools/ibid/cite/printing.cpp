// Printing: bibliographies, whole documents, single entries.
#include "cite/printing.hpp"

#include <algorithm>

namespace ibid::tools {

Printing::Printing(std::vector<Record> const& records, std::optional<Cited> const& cited, Diagnostics& diagnostics)
    : cited_(cited), diagnostics_(diagnostics), wanted_(records.size(), !cited || cited->all) {
    if (!cited) return;
    std::set<std::string> keys;
    for (std::string& key : cited->keys()) keys.insert(std::move(key));
    for (std::size_t i = 0; i < records.size(); ++i)  // of two with one key the first is cited
        if (keys.erase(std::string(records[i].id)) > 0) wanted_[i] = true;
}

std::string Printing::text(CitationFormatter const& formatter, std::vector<Record> const& records) {
    std::vector<bool> printed(records.size());
    std::string text = cited_ ? of_document(formatter, records, printed) : formatter.bibliography(records, &printed);
    for (std::size_t i = 0; i < records.size(); ++i)
        if (wanted_[i] && !printed[i]) tell(i, records[i]);
    while (text.ends_with('\n')) text.pop_back();
    return text.empty() ? text : text + '\n';
}

std::string Printing::entry(CitationFormatter const& formatter, Record const& record, std::size_t place) {
    std::string text = formatter.entry(record);
    while (text.ends_with('\n')) text.pop_back();
    if (text.empty()) tell(place, record);
    return text;
}

std::size_t Printing::wanted() const { return static_cast<std::size_t>(std::count(wanted_.begin(), wanted_.end(), true)); }

std::string Printing::of_document(CitationFormatter const& formatter, std::vector<Record> const& records, std::vector<bool>& printed) const {
    CitationDocument document(formatter);
    document.set_records(records);
    document.set_uncited(cited_->all);
    document.set_citations(cited_->citations);
    document.update();
    return cited_->shown ? document.whole(&printed) : document.bibliography(&printed);
}

void Printing::tell(std::size_t place, Record const& record) {
    if (!without_.insert(place).second) return;
    Diagnostic d;
    d.code = Code::record_not_written;
    d.where = record.origin.where;
    d.key = record.id;
    d.message = "it has nothing that the style prints";
    diagnostics_.put(d);
}

}  // namespace ibid::tools
