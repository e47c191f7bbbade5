// ibid: bibliographic references, each format into each. This header includes the whole public face.
#pragma once

#include "ibid/compression.hpp"
#include "ibid/convert.hpp"
#include "ibid/database.hpp"
#include "ibid/date.hpp"
#include "ibid/diagnostic.hpp"
#include "ibid/filter.hpp"
#include "ibid/format.hpp"
#include "ibid/item_type.hpp"
#include "ibid/name.hpp"
#include "ibid/reader.hpp"
#include "ibid/record.hpp"
#include "ibid/sink.hpp"
#include "ibid/source.hpp"
#include "ibid/text.hpp"
#include "ibid/variable.hpp"
#include "ibid/writer.hpp"
