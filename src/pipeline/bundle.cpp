// How a bundle is filled, written and delivered.
#include "pipeline/bundle.hpp"

#include <utility>

namespace ibid::pipeline {

Desk::Desk(Format const& to, WriteContext const& context)
    : sink{sink_to_string(text)}, log{context.diagnostics},
      writer{to.make_writer({*sink, log.diagnostics(), context.options, context.carry})} {}

void Bundle::begin(std::unique_ptr<WriterState> state) {
    state_ = std::move(state);
    size_ = bytes_ = 0;
    told_before_.clear();
    told_.clear();
    text_.clear();
    is_done = false;
}

void Bundle::add(Item& item, std::size_t told_before) {
    if (size_ == items_.size()) items_.emplace_back();
    Item& own = items_[size_++];
    own.kind = item.kind;
    if (item.kind == ItemKind::record) {
        own.record.swap(item.record);
    } else {  // its views may live anywhere
        own.record.clear();
        own.record.set_location(item.record.origin.where);
        Arena& arena = own.record.arena();
        Verbatim const& v = item.verbatim;
        own.verbatim = {v.kind, arena.copy(v.format), arena.copy(v.name), arena.copy(v.value), arena.copy(v.source)};
    }
    bytes_ += own.record.arena().used();
    told_before_.push_back(told_before);
}

void Bundle::write(Desk& desk) noexcept {
    try {
        std::size_t const written_before = desk.writer->written(), rejected_before = desk.writer->rejected();
        desk.text = std::move(text_);  // for its memory
        desk.text.clear();
        desk.writer->go_on_from(*state_);
        for (std::size_t i = 0; i < size_; ++i) {
            desk.writer->put(items_[i]);
            told_.push_back(desk.log.size());
            if (items_[i].record.arena().used() > most_bytes) items_[i] = Item{};  // few are so long: give their memory back
        }
        desk.sink->finish();
        text_ = std::move(desk.text);
        kept_ = desk.log.take_kept();
        written = desk.writer->written() - written_before;
        rejected = desk.writer->rejected() - rejected_before;
        fault_ = nullptr;
    } catch (...) {
        fault_ = std::current_exception();
    }
}

void Bundle::deliver(Sink& sink, DiagnosticLog& before, Diagnostics& diagnostics) {
    if (fault_) std::rethrow_exception(fault_);
    for (std::size_t i = 0; i < size_; ++i) {
        before.deliver(told_before_[i], diagnostics);
        kept_.deliver(told_[i], diagnostics);
    }
    sink.append(text_);
}

void Bundle::put_to(Writer& writer, DiagnosticLog& before, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < size_; ++i) {
        before.deliver(told_before_[i], diagnostics);
        writer.put(items_[i]);
    }
    written = writer.written();
    rejected = writer.rejected();
}

}  // namespace ibid::pipeline
