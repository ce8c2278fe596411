// SPDX-License-Identifier: Apache-2.0
// Unpacking: gzip by zlib, which checks the sums that libarchive passes over; zip by libarchive, which reads pipes too.
#include "unpack.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <locale.h>
#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "words.hpp"

namespace deltoid::cli {
namespace {

constexpr std::size_t head_size = 512;
constexpr std::size_t piece = std::size_t{128} << 10;

/// What macOS and version control leave in folders and archives; nobody means them.
bool is_hidden(std::string_view entry) {
    const std::string_view own = entry.substr(entry.rfind('/') + 1);
    return own.starts_with('.') || entry.starts_with("__MACOSX/");
}

/// The parts that every Office document has, and no archive of claims.
bool is_of_office(std::string_view entry) {
    return entry == "[Content_Types].xml" || entry == "_rels/.rels" || entry.starts_with("xl/") ||
           entry.starts_with("word/");
}

/// libarchive turns names into the encoding of the thread's locale, and gives none where that cannot be done.
class NamesInUtf8 {
public:
    NamesInUtf8() : before_(::uselocale(utf8())) {}
    ~NamesInUtf8() { ::uselocale(before_); }
    NamesInUtf8(const NamesInUtf8&) = delete;
    NamesInUtf8& operator=(const NamesInUtf8&) = delete;

private:
    static locale_t utf8() {
        static const locale_t locale =
            ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);   // null leaves the thread's as it is
        return locale;
    }
    locale_t before_;
};

}   // namespace

Packing packing_of(std::string_view head, const char*& what) {
    struct Known {
        std::size_t at;
        std::string_view bytes;
        Packing packing;
        const char* what;
    };
    using namespace std::string_view_literals;
    static constexpr std::array<Known, 10> known{{
        {0, "\x1F\x8B\x08"sv, Packing::gzip, "a gzip file"},
        {0, "PK\x03\x04"sv, Packing::zip, "a zip archive"},
        {0, "PK\x05\x06"sv, Packing::zip, "a zip archive"},
        {257, "ustar"sv, Packing::other, "a tar archive"},
        {0, "7z\xBC\xAF\x27\x1C"sv, Packing::other, "a 7-Zip archive"},
        {0, "Rar!\x1A\x07"sv, Packing::other, "a RAR archive"},
        {0, "BZh"sv, Packing::other, "a bzip2 file"},
        {0,
         "\xFD"
         "7zXZ\0"sv,
         Packing::other, "an xz file"},
        {0, "\x28\xB5\x2F\xFD"sv, Packing::other, "a Zstandard file"},
        {0, "\x1F\x9D"sv, Packing::other, "a file of the program compress"},
    }};
    for (const Known& one : known) {
        if (head.size() < one.at || !head.substr(one.at).starts_with(one.bytes)) continue;
        what = one.what;
        return one.packing;
    }
    return Packing::none;
}

std::string sentence_if_packed(const std::string& path) {
    InputFile file;
    std::array<char, head_size> head{};
    if (!file.open(path).empty()) return {};
    const std::size_t size = file.read(head);
    const char* what = "";
    if (packing_of({head.data(), size}, what) == Packing::none) return {};
    return fmt::format("{} is {}. Unpack it first: what is fixed is written as it was read.", path, what);
}

std::string UnpackingLimit::broken(const std::string& name, std::uint64_t packed) const {
    constexpr const char* advice = "was not read further. Unpack it yourself if it is meant to be so";
    if (unpacked_ > always_allowed && unpacked_ / most_times > packed)
        return fmt::format("{} unpacks to more than {} times its size and {}.", name, most_times, advice);
    if (unpacked_ > most_bytes)
        return fmt::format("{} unpacks to more than {} GB and {}.", name, most_bytes >> 30, advice);
    if (entries_ > most_entries)
        return fmt::format("{} has more than {} files in it and {}.", name, with_commas(most_entries), advice);
    return {};
}

struct Unpacked::Inflater {
    Inflater() : in(piece) {
        constexpr int gzip_only = 16;   // added to the window's bits
        ready = ::inflateInit2(&stream, MAX_WBITS + gzip_only) == Z_OK;
    }
    ~Inflater() {
        if (ready) ::inflateEnd(&stream);
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    z_stream stream{};
    std::vector<char> in;
    bool ready = false;
    bool between = false;   ///< one member has ended; another may follow
};

struct Unpacked::Archive {
    explicit Archive(Unpacked& owner) : file(owner), in(piece), handle(::archive_read_new()) {}
    ~Archive() { ::archive_read_free(handle); }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    static la_ssize_t read(archive*, void* self, const void** bytes) {
        auto& me = *static_cast<Archive*>(self);
        *bytes = me.in.data();
        return static_cast<la_ssize_t>(me.file.read_file(me.in));
    }
    static la_int64_t seek(archive*, void* self, la_int64_t offset, int whence) {
        Unpacked& file = static_cast<Archive*>(self)->file;
        file.head_used_ = file.head_.size();   // the next bytes come from the file itself
        const auto at = file.file_.seek(offset, whence);
        return at < 0 ? static_cast<la_int64_t>(ARCHIVE_FATAL) : at;
    }

    Unpacked& file;
    std::vector<char> in;
    archive* handle;
};

Unpacked::Unpacked(Tell tell, PassOver pass_over) : tell_(std::move(tell)), pass_over_(std::move(pass_over)) {}
Unpacked::~Unpacked() = default;

std::string Unpacked::open(const std::string& path, bool found) {
    found_ = found;
    inflater_.reset();
    archive_.reset();
    path_ = name_ = path;
    head_used_ = text_head_used_ = 0;
    text_head_.clear();
    file_bytes_ = texts_ = 0;
    stopped_ = text_ended_ = false;
    limit_ = {};
    packing_ = Packing::none;
    if (std::string problem = file_.open(path); !problem.empty()) return problem;
    head_.assign(head_size, '\0');
    std::size_t size = 0;
    while (size < head_size) {
        const std::size_t got = file_.read({head_.data() + size, head_size - size});
        if (got == 0) break;
        size += got;
    }
    head_.resize(size);
    if (!file_.problem().empty()) return file_.problem();
    const char* what = "";
    packing_ = packing_of(head_, what);
    if (packing_ == Packing::other) return fmt::format("{} is {}, which is not opened. Unpack it first.", path, what);
    if (packing_ == Packing::gzip) inflater_ = std::make_unique<Inflater>();
    if (packing_ == Packing::zip && !open_archive()) return fmt::format("{} cannot be opened as a zip archive.", path);
    return {};
}

bool Unpacked::open_archive() {
    archive_ = std::make_unique<Archive>(*this);
    archive* const handle = archive_->handle;
    if (handle == nullptr || ::archive_read_support_format_zip(handle) != ARCHIVE_OK) return false;
    ::archive_read_set_callback_data(handle, archive_.get());
    ::archive_read_set_read_callback(handle, Archive::read);
    // With the list of contents at the end of the file, where there is a way to it.
    if (file_.can_seek()) ::archive_read_set_seek_callback(handle, Archive::seek);
    return ::archive_read_open1(handle) == ARCHIVE_OK;
}

std::size_t Unpacked::read_file(std::span<char> room) {
    if (head_used_ < head_.size()) {
        const std::size_t size = std::min(room.size(), head_.size() - head_used_);
        std::memcpy(room.data(), head_.data() + head_used_, size);
        head_used_ += size;
        file_bytes_ += size;
        return size;
    }
    const std::size_t got = file_.read(room);
    file_bytes_ += got;
    return got;
}

void Unpacked::stop(const std::string& sentence) {
    stopped_ = text_ended_ = text_broken_ = true;
    tell_(sentence);
}

bool Unpacked::next() {
    while (!stopped_) {
        text_ended_ = text_broken_ = false;
        text_head_.clear();
        text_head_used_ = 0;
        if (packing_ == Packing::zip) {
            if (!next_entry()) return false;
        } else if (texts_ != 0) {
            return false;
        }
        ++texts_;
        if (packing_ == Packing::none) return true;
        if (begin_text()) return true;
    }
    return false;
}

/// Looks at the text's first bytes: what is packed once more is named and passed over.
bool Unpacked::begin_text() {
    std::string head(head_size, '\0');
    std::size_t size = 0;
    while (size < head_size) {
        const std::size_t got = unpack({head.data() + size, head_size - size});
        if (got == 0) break;
        size += got;
    }
    head.resize(size);
    text_head_ = std::move(head);
    if (text_head_.empty() && text_broken_) return false;
    const char* what = "";
    if (packing_of(text_head_, what) == Packing::none) return true;
    if (pass_over_) {
        pass_over_(name_);
        return false;
    }
    const bool workbook = name_.ends_with(".xlsx") || name_.ends_with(".XLSX");
    tell_(workbook ? fmt::format("{} is a workbook, which is not read. Save its sheet as CSV.", name_)
                   : fmt::format("{} is {} inside of another, which is not opened. Unpack it first.", name_, what));
    return false;
}

std::size_t Unpacked::read(std::span<char> room) {
    if (packing_ == Packing::none) {
        if (stopped_) return 0;
        const std::size_t got = read_file(room);
        if (got == 0 && !file_.problem().empty()) stop(file_.problem());
        return got;
    }
    if (text_head_used_ < text_head_.size()) {
        const std::size_t size = std::min(room.size(), text_head_.size() - text_head_used_);
        std::memcpy(room.data(), text_head_.data() + text_head_used_, size);
        text_head_used_ += size;
        return size;
    }
    return unpack(room);
}

/// Entries of an archive may share their bytes: then its size counts, not what was read of it.
std::string Unpacked::broken_limit() const {
    return limit_.broken(path_, archive_ != nullptr && file_.can_seek() ? file_.size() : file_bytes_);
}

std::size_t Unpacked::unpack(std::span<char> room) {
    if (text_ended_ || room.empty()) return 0;
    const std::size_t got = packing_ == Packing::gzip ? inflate_some(room) : read_entry(room);
    limit_.count(got);
    if (const std::string sentence = broken_limit(); !sentence.empty()) {
        stop(sentence);
        return 0;
    }
    if (got == 0) text_ended_ = true;
    return got;
}

std::size_t Unpacked::inflate_some(std::span<char> room) {
    Inflater& inflater = *inflater_;
    z_stream& stream = inflater.stream;
    stream.next_out = reinterpret_cast<Bytef*>(room.data());
    stream.avail_out = static_cast<uInt>(std::min<std::size_t>(room.size(), piece));
    const uInt wanted = stream.avail_out;
    while (inflater.ready && stream.avail_out == wanted) {
        if (stream.avail_in == 0) {
            const std::size_t got = read_file(inflater.in);
            stream.next_in = reinterpret_cast<Bytef*>(inflater.in.data());
            stream.avail_in = static_cast<uInt>(got);
            if (got == 0) {
                if (!file_.problem().empty())
                    stop(file_.problem());
                else if (!inflater.between)
                    stop(fmt::format("{} is cut short: its end is missing.", path_));
                return 0;
            }
        }
        if (inflater.between) {
            // Another member may follow; zeros that fill up a block mean nothing.
            if (*stream.next_in == 0) {
                ++stream.next_in;
                --stream.avail_in;
                continue;
            }
            inflater.between = false;
            if (*stream.next_in != 0x1F || ::inflateReset(&stream) != Z_OK) {
                stop(fmt::format("{} has bytes behind its end that are not gzip: they were not read.", path_));
                return 0;
            }
        }
        const int status = ::inflate(&stream, Z_NO_FLUSH);
        if (status == Z_STREAM_END) inflater.between = true;
        if (status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR) continue;
        const std::size_t made = wanted - stream.avail_out;
        stop(fmt::format("{} is damaged and was not read to its end.", path_));
        return made;
    }
    if (!inflater.ready) stop(fmt::format("There is not enough memory to unpack {}.", path_));
    return wanted - stream.avail_out;
}

bool Unpacked::next_entry() {
    const NamesInUtf8 names;
    for (;;) {
        archive_entry* entry = nullptr;
        const int status = ::archive_read_next_header(archive_->handle, &entry);
        if (status == ARCHIVE_EOF) {
            stopped_ = true;
            if (texts_ == 0) tell_(fmt::format("{} holds no files.", path_));
            return false;
        }
        if (status < ARCHIVE_WARN) {
            stop(fmt::format(
                "{} is damaged or cut short: {}.", path_,
                texts_ == 0 ? "nothing of it could be read" : fmt::format("what follows {} was not read", name_)));
            return false;
        }
        limit_.count_entry();
        if (const std::string sentence = broken_limit(); !sentence.empty()) {
            stop(sentence);
            return false;
        }
        const char* text = ::archive_entry_pathname_utf8(entry);
        if (text == nullptr) text = ::archive_entry_pathname(entry);
        const std::string own = text == nullptr ? fmt::format("entry {}", texts_ + 1) : text;
        name_ = path_ + "/" + own;
        if (texts_ == 0 && is_of_office(own) && found_ && pass_over_) {
            stopped_ = true;
            pass_over_(path_);
            return false;
        }
        if (texts_ == 0 && is_of_office(own)) {
            stop(fmt::format("{} is a workbook or another Office document, which is not read. Save its sheet as CSV.",
                             path_));
            return false;
        }
        if (::archive_entry_filetype(entry) != AE_IFREG || is_hidden(own)) continue;
        if (::archive_entry_is_encrypted(entry) == 0) return true;
        ++texts_;
        tell_(fmt::format("{} is encrypted. Unpack it with its password first.", name_));
    }
}

std::size_t Unpacked::read_entry(std::span<char> room) {
    const la_ssize_t got = ::archive_read_data(archive_->handle, room.data(), std::min(room.size(), piece));
    if (got >= 0) return static_cast<std::size_t>(got);
    if (!file_.problem().empty())
        stop(file_.problem());
    else if (got == ARCHIVE_FATAL)
        stop(fmt::format("{} is damaged or cut short: what follows was not read.", name_));
    else
        tell_(fmt::format("{} is damaged: it could not be read as a whole.", name_));
    text_ended_ = text_broken_ = true;
    return 0;
}

}   // namespace deltoid::cli
