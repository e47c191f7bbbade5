// Interruption: signals that end the work at the next record instead of the program at once, so that nothing half done is
// left behind.
#pragma once

namespace ibid::tools {

/// Has SIGINT, SIGTERM and SIGHUP noted from now on, save those that the program was started to ignore (nohup). Another
/// one, if it comes later than a moment after, ends the program at once. Standard input is at its end after the first: nobody waits for a terminal or a pipe.
void heed_signals();

/// The signal that came; 0: none. Any thread may ask, for each record.
[[nodiscard]] int interruption() noexcept;

}  // namespace ibid::tools
