// The entry point of every test program that uses Boost.Test.
#define BOOST_TEST_MODULE ibid
#include <boost/test/unit_test.hpp>
