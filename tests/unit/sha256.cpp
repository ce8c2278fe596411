// SPDX-License-Identifier: Apache-2.0
// SHA-256 against the vectors of FIPS 180-2, appendix B, and at the edges of its blocks.
#include "sha256.hpp"

#include <string>

#include <catch2/catch_test_macros.hpp>

using deltoid::Sha256;
using deltoid::sha256_hex;

TEST_CASE("SHA-256 gives the published digests") {
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256_hex(std::string(1'000'000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256 does not depend on how the bytes are cut") {
    std::string text;
    for (int i = 0; i < 200; ++i) text.push_back(static_cast<char>(i));
    for (std::size_t size = 0; size <= text.size(); ++size) {
        const std::string_view whole = std::string_view(text).substr(0, size);
        Sha256 one_by_one;
        for (const char c : whole) one_by_one.update({&c, 1});
        Sha256 in_two;
        in_two.update(whole.substr(0, size / 3));
        in_two.update(whole.substr(size / 3));
        const std::string expected = sha256_hex(whole);
        CHECK(one_by_one.finish() == expected);
        CHECK(in_two.finish() == expected);
    }
}

TEST_CASE("SHA-256 pads at the edge of a block") {
    // One byte less, just and more than what leaves room for the length; digests by coreutils' sha256sum.
    CHECK(sha256_hex(std::string(55, 'x')) == "d5e285683cd4efc02d021a5c62014694958901005d6f71e89e0989fac77e4072");
    CHECK(sha256_hex(std::string(56, 'x')) == "04c26261370ee7541549d16dee320c723e3fd14671e66a099afe0a377c16888e");
    CHECK(sha256_hex(std::string(63, 'x')) == "75220b47218278e656f2013bb8f0c455a25eaf01e86c64924e9d48d89776d6f2");
    CHECK(sha256_hex(std::string(64, 'x')) == "7ce100971f64e7001e8fe5a51973ecdfe1ced42befe7ee8d5fd6219506b5393c");
    CHECK(sha256_hex(std::string(65, 'x')) == "9537c5fdf120482f7d58d25e9ed583f52c02b4e304ea814db1633ad565aed7e9");
}
